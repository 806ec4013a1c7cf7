import type { FlattenedField, PayloadRequest } from 'payload'

import { spokenFigure } from '@/src/domain/grid/readCell'
import { idOf } from '@/src/domain/kernel/idOf'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'
import { findRecords } from '@/src/engine/documents/findRecords'
import { languageOf } from '@/src/engine/refusal'

import { columnsOf } from './columns'
import { cellOf, namesIn, titleFieldOf } from './rows'

/** One record beside its list: every field that says something, and the first of its lines. */
export type Glance = {
  id: number
  title: string
  fields: Array<{ name: string; label: string; text: string; state?: string }>
  lines: Array<{ item: string; qty: string; amount: string }>
  moreLines: number
}

const mostLines = 12

type Line = { item?: unknown; description?: unknown; qty?: unknown; gross?: unknown; amount?: unknown }

const figure = (value: unknown, kind: 'figure' | 'amount'): string => (typeof value === 'number' ? spokenFigure(value, kind) : '')

const hasItems = (fields: readonly FlattenedField[]): boolean => {
  const lines = fields.find(({ name }) => name === 'lines')
  return lines !== undefined && 'flattenedFields' in lines && lines.flattenedFields.some(({ name }) => name === 'item')
}

/** What this person reads of one record; null when he may not see it. */
export async function glance(req: PayloadRequest, slug: string, id: number): Promise<Glance | null> {
  const [doc] = await findRecords({ req, slug, where: { id: { equals: id } }, limit: 1, overrideAccess: false })
  if (!doc) return null
  const language = languageOf(req)
  const columns = await columnsOf(req, slug)
  const names = await namesIn(req, columns, [doc])
  const { flattenedFields } = req.payload.collections[collectionNamed(req, slug)].config
  const lines = hasItems(flattenedFields) && Array.isArray(doc['lines']) ? (doc['lines'] as Line[]) : []
  const shown = lines.slice(0, mostLines)
  const ids = shown.flatMap(({ item }) => idOf(item) ?? [])
  const items = ids.length > 0 ? await findRecords({ req, slug: 'items', where: { id: { in: ids } }, fields: ['code', 'name'], limit: ids.length, overrideAccess: false }) : [] // prettier-ignore
  const called = new Map(items.map((item) => [item.id, `${String(item['code'])} ${String(item['name'])}`]))
  return {
    id: doc.id,
    title: String(doc[titleFieldOf(req, slug)] ?? doc.id),
    fields: columns.flatMap((column) => {
      const cell = cellOf(column, doc[column.name], names, language)
      const state = column.state && typeof cell?.value === 'string' ? { state: cell.value } : {}
      return cell ? [{ name: column.name, label: column.label, text: cell.text, ...state }] : []
    }),
    lines: shown.map((line) => ({
      item: called.get(idOf(line.item) ?? 0) ?? String(line.description ?? ''),
      qty: figure(line.qty, 'figure'),
      amount: figure(line.gross ?? line.amount, 'amount'),
    })),
    moreLines: lines.length - shown.length,
  }
}
