import type { PayloadRequest } from 'payload'

import type { ListAnswer, ListColumn, ListTotals } from '@/src/domain/lists/column'
import type { ListQuestion } from '@/src/domain/lists/address'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'
import { type Order, pageOfIds, type Sums, totalsOf } from '@/src/ledger/lists/listed'

import { columnsOf } from './columns'
import { listedBy } from './listed'
import { rowsOf, titleFieldOf } from './rows'

const rowsOfAPage = 50

/** The order asked for, where the list has it; else its own: records by their code, the rest newest first. A record is put in order by its name. */
export function orderOf(req: PayloadRequest, slug: string, asked: string | null, columns: readonly ListColumn[]): Order {
  const { defaultSort } = req.payload.collections[collectionNamed(req, slug)].config
  const fieldIn = (sort: string): string => sort.replace(/^-/, '')
  const column = columns.find(({ name, sorts }) => sorts && asked !== null && name === fieldIn(asked))
  const own = typeof defaultSort === 'string' ? defaultSort : columns.some(({ name }) => name === 'code') ? 'code' : '-id'
  const sort = asked !== null && column ? asked : own
  const title = column?.relation ? { slug: column.relation, field: titleFieldOf(req, column.relation) } : null
  return { field: fieldIn(sort), downwards: sort.startsWith('-'), title }
}

export type Shown = { slug: string; question: ListQuestion; shown: readonly string[] }

/** The columns to show, in the order wished; those there are not, or that this person may not read, are left out. */
export const chosenColumns = (columns: readonly ListColumn[], wished: readonly string[]): ListColumn[] =>
  wished.flatMap((name) => columns.find((column) => column.name === name) ?? [])

/** One page of a list: its ids in one statement, its rows in another, the names in them in one for each kind of record. */
export async function listPage(req: PayloadRequest, { slug, question, shown }: Shown): Promise<ListAnswer> {
  const columns = await columnsOf(req, slug)
  const listed = await listedBy(req, slug, question, columns)
  if (!listed) return { rows: [], page: 1, more: false }
  const ids = await pageOfIds(req, listed, {
    order: orderOf(req, slug, question.sort, columns),
    limit: rowsOfAPage,
    offset: (question.page - 1) * rowsOfAPage,
  })
  const rows = await rowsOf(req, { slug, ids: ids.slice(0, rowsOfAPage), columns: chosenColumns(columns, shown) })
  return { rows, page: question.page, more: ids.length > rowsOfAPage }
}

/** What is added up: amounts that this person reads, by currency where the rows have one. */
function sumsIn(columns: readonly ListColumn[], shown: readonly string[]): Sums {
  const amounts = chosenColumns(columns, shown).filter(({ kind }) => kind === 'amount')
  return { sums: amounts.map(({ name }) => name), currency: columns.some(({ name }) => name === 'currency') ? 'currency' : null }
}

/** How many there are of what was asked for, and what their amounts come to. */
export async function listTotals(req: PayloadRequest, { slug, question, shown }: Shown, exact: boolean): Promise<ListTotals> {
  const columns = await columnsOf(req, slug)
  const listed = await listedBy(req, slug, question, columns)
  if (!listed) return { count: 0, estimated: false, sums: [] }
  return totalsOf(req, listed, sumsIn(columns, shown), exact)
}
