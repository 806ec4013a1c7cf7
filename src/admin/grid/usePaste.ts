'use client'

import { type ClipboardEvent, useState } from 'react'

import { askMatches } from '@/src/admin/components/lookup/askLookup'
import type { GridColumn } from '@/src/domain/grid/gridColumn'
import { readCell } from '@/src/domain/grid/readCell'
import { isBlank, withItem, withTyped, withValue } from '@/src/domain/grid/rows'
import type { Found } from '@/src/domain/lookup/kinds'

import type { Grid } from './grid'
import { mostPasted, type Pasted, pastedRows } from './pastedRows'

type Matches = Readonly<Record<string, Readonly<Record<string, Found>>>>

/** A pasted cell in its row: what it means, or what stands there, marked until somebody puts it right. */
function pastedInto(
  values: Record<string, unknown>,
  typed: Record<string, string>,
  column: GridColumn,
  text: string,
  matches: Matches,
  today: string,
): void {
  if (text === '') return
  if (column.kind === 'record') {
    const found = matches[column.of ?? '']?.[text]
    if (found) values[column.name] = found.id
    else typed[column.name] = text
    return
  }
  const read = readCell(column, text, today)
  if ('unread' in read) typed[column.name] = text
  else if (column.kind === 'schedule') values[column.name] = [{ date: read.value, qty: values['qty'] ?? null }]
  else values[column.name] = read.value
  if (column.name === 'price' && values['price'] !== undefined) values['priceSource'] = 'manual'
}

async function matchesOf({ columns, rows }: Pasted, customer: number | null): Promise<Matches> {
  const records = columns.flatMap((column, at) => (column?.kind === 'record' && column.of ? [{ of: column.of, at }] : []))
  const found = await Promise.all(
    records.map(
      async ({ of, at }) => [of, await askMatches(of, [...new Set(rows.map((row) => row[at] ?? '').filter(Boolean))], customer)] as const,
    ),
  )
  return Object.fromEntries(found)
}

/**
 * A range copied in a spreadsheet becomes lines. Codes, names and the customer's own codes are matched; what cannot be read stands in its
 * cell as it was. Pasted at an item, rows are added; pasted elsewhere, the cells downwards are overwritten. Text of one cell is pasted as usual.
 */
export function usePaste(grid: Grid): { onPaste: (event: ClipboardEvent) => void; told: string | null } {
  const { store, columns, say, customer, today } = grid
  const [told, setTold] = useState<string | null>(null)
  const enter = async (pasted: Pasted, row: number, from: string): Promise<void> => {
    const matches = await matchesOf(pasted, customer)
    const read = pasted.rows.map((cells) => {
      const values: Record<string, unknown> = {}
      const typed: Record<string, string> = {}
      pasted.columns.forEach((column, at) => column && pastedInto(values, typed, column, cells[at] ?? '', matches, today))
      return { values, typed }
    })
    const adds = from === 'item' || pasted.columns.some((column) => column?.name === 'item')
    if (!adds) {
      store.replace((rows) =>
        read.reduce((all, { values, typed }, offset) => {
          const at = row + offset
          if (!all[at]) return all
          const valued = Object.entries(values).reduce(
            (now, [name, value]) => (name === 'item' ? withItem(now, at, value as number) : withValue(now, at, name, value)),
            all,
          )
          return Object.entries(typed).reduce((now, [name, text]) => withTyped(now, at, name, text), valued)
        }, rows),
      )
      return
    }
    const here = store.get().rows[row]
    const free = here !== undefined && isBlank(here)
    store.insert(row + (here ? 1 : 0), read)
    if (free) store.remove(row)
  }
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trim())) return
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-row][data-column]')
    if (!cell) return
    event.preventDefault()
    const from = cell.dataset['column'] ?? ''
    const pasted = pastedRows({ text, columns, from })
    if (pasted.rows.length > mostPasted) return setTold(`${say('tooMany')} ${mostPasted}`)
    setTold(null)
    void enter(pasted, Number(cell.dataset['row']), from).catch((reason: unknown) => setTold(String(reason)))
  }
  return { onPaste, told }
}
