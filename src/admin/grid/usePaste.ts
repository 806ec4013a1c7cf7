'use client'

import { type ClipboardEvent, useState } from 'react'

import type { GridColumn } from '@/src/domain/grid/gridColumn'
import { readCell } from '@/src/domain/grid/readCell'
import { type GridRow, isBlank, withTyped, withValue } from '@/src/domain/grid/rows'
import { pricedBy, type RowShape } from '@/src/domain/grid/rowShape'

import type { Grid } from './grid'
import { mostPasted, type Pasted, pastedRows } from './pastedRows'

type Read = { values: Record<string, unknown>; typed: Record<string, string> }

/** A pasted cell in its row: what it means, or what stands there; a record's text stands there until it is known whose it is. */
function pastedInto({ values, typed }: Read, column: GridColumn, text: string, { shape, today }: Pick<Grid, 'shape' | 'today'>): void {
  if (text === '') return
  const read = column.kind === 'record' ? { unread: true } : readCell(column, text, today)
  if ('unread' in read) typed[column.name] = text
  else if (column.kind === 'schedule') values[column.name] = [{ date: read.value, qty: values[shape.quantity ?? ''] ?? null }]
  else values[column.name] = read.value
  const { price } = shape
  if (price?.field === column.name && values[column.name] !== undefined) Object.assign(values, pricedBy(price, values[column.name]))
}

const readRows = ({ columns, rows }: Pasted, grid: Grid): Read[] =>
  rows.map((cells) => {
    const read: Read = { values: {}, typed: {} }
    columns.forEach((column, at) => column && pastedInto(read, column, cells[at] ?? '', grid))
    return read
  })

/** Pasted over cells that are there, downwards from `row`. */
const over = (rows: readonly GridRow[], row: number, read: readonly Read[], shape: RowShape): readonly GridRow[] =>
  read.reduce((all, { values, typed }, offset) => {
    const at = row + offset
    if (!all[at]) return all
    const valued = Object.entries(values).reduce((now, [name, value]) => withValue(now, at, name, value, shape), all)
    return Object.entries(typed).reduce((now, [name, text]) => withTyped(now, at, name, text), valued)
  }, rows)

/**
 * A range copied in a spreadsheet becomes lines at once, before the server is asked anything: what is pasted is there, and is saved only
 * when it is known what it means. Codes, names and the customer's own codes are matched; what cannot be read stands in its cell as it was.
 * Pasted at an item, rows are added; elsewhere the cells downwards are overwritten. Text of one cell is pasted as usual.
 */
export function usePaste(grid: Grid): { onPaste: (event: ClipboardEvent) => void; told: string | null } {
  const { store, shape, columns, say, resolveAll } = grid
  const [told, setTold] = useState<string | null>(null)
  const enter = (pasted: Pasted, row: number, from: string): void => {
    const read = readRows(pasted, grid)
    const here = store.get().rows[row]
    const before = new Set(store.get().rows.map(({ key }) => key))
    const [subject] = shape.subject
    const adds = subject !== undefined && (from === subject || pasted.columns.some((column) => column?.name === subject))
    if (adds) {
      store.insert(row + (here ? 1 : 0), read)
      if (here !== undefined && isBlank(here, shape)) store.remove(row)
    } else store.replace((rows) => over(rows, row, read, shape))
    const touched = adds ? store.get().rows.filter(({ key }) => !before.has(key)) : store.get().rows.slice(row, row + read.length)
    const records = new Set(columns.filter(({ kind }) => kind === 'record').map(({ name }) => name))
    const cells = touched.flatMap(({ key, typed }) =>
      Object.entries(typed).flatMap(([column, text]) => (records.has(column) ? [{ key, column, text }] : [])),
    )
    if (cells.length > 0) resolveAll(cells).catch(() => setTold(say('unanswered')))
  }
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trim())) return
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-row][data-column]')
    if (!cell) return
    event.preventDefault()
    const from = cell.dataset['column'] ?? ''
    const pasted = pastedRows({ text, columns, shape, from })
    if (pasted.rows.length > mostPasted) return setTold(`${say('tooMany')} ${mostPasted}`)
    setTold(null)
    enter(pasted, Number(cell.dataset['row']), from)
  }
  return { onPaste, told }
}
