import { useMemo, useRef } from 'react'

import { askLookup, askMatches } from '@/src/admin/components/lookup/askLookup'
import { meant } from '@/src/admin/components/lookup/meant'
import type { GridColumn } from '@/src/domain/grid/gridColumn'
import { groupBy } from '@/src/domain/kernel/groupBy'

import type { GridStore, TypedCell } from './gridStore'

export type Meanings = {
  /** a cell of a record was left with text whose answer has not come */
  resolve: (key: string, column: GridColumn, text: string) => void
  /** texts that were pasted into cells of records; rejected when the server did not answer */
  resolveAll: (cells: readonly TypedCell[]) => Promise<void>
  /** every answer has come or failed; what failed was asked once more, after the log-in where the session had ended */
  settled: () => Promise<void>
}

/** What texts in cells of records mean: asked of the server, and taken where they still stand when the answer comes. */
export function useMeanings({
  store,
  columns,
  partner,
}: {
  store: GridStore
  columns: readonly GridColumn[]
  partner: number | null
}): Meanings {
  const pending = useRef(new Set<Promise<unknown>>())
  const unanswered = useRef<TypedCell[]>([])
  return useMemo((): Meanings => {
    const stands = ({ key, column, text }: TypedCell): boolean => store.get().rows[store.indexOf(key)]?.typed[column] === text
    const resolve: Meanings['resolve'] = (key, column, text) => {
      const cell: TypedCell = { key, column: column.name, text }
      store.typed(store.indexOf(key), column.name, text)
      store.wait(key, column.name, true)
      const work = askLookup({ kind: column.of ?? '', q: text, customer: column.hasOwnCodes ? partner : null })
        .then((rows) => {
          const means = meant({ typed: text, answer: { q: text, rows }, at: null })
          if ('found' in means) store.understand([{ ...cell, id: means.found.id }])
        })
        .catch(() => void unanswered.current.push(cell)) // the text stays; saving asks once more, and tells
        .finally(() => {
          pending.current.delete(work)
          store.wait(key, column.name, false)
        })
      pending.current.add(work)
    }
    const resolveAll = async (cells: readonly TypedCell[], waits = false): Promise<void> => {
      const wait = (isWaiting: boolean): void => store.waitAll(cells, isWaiting)
      const ask = async ([of, own]: [string, TypedCell[]]): Promise<void> => {
        const matches = await askMatches(of, [...new Set(own.map(({ text }) => text))], partner, waits)
        store.understand(own.flatMap((cell) => (matches[cell.text] ? [{ ...cell, id: matches[cell.text]?.id ?? 0 }] : [])))
      }
      const kinds = groupBy(cells, ({ column }) => columns.find(({ name }) => name === column)?.of ?? '')
      wait(true)
      const work = Promise.all([...kinds].map(ask))
      const settled = work
        .then(
          () => undefined,
          () => void unanswered.current.push(...cells), // the texts stay; saving asks once more, and tells
        )
        .finally(() => {
          pending.current.delete(settled)
          wait(false)
        })
      pending.current.add(settled)
      await work
    }
    const settled = async (): Promise<void> => {
      await Promise.all([...pending.current])
      const again = unanswered.current.filter(stands)
      unanswered.current = []
      if (again.length > 0) await resolveAll(again, true).catch(() => undefined) // then they are told as unread
    }
    return { resolve, resolveAll, settled }
  }, [columns, partner, store])
}
