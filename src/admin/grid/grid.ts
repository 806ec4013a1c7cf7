import { createContext, useContext, useSyncExternalStore } from 'react'

import type { GridColumn } from '@/src/domain/grid/gridColumn'

import type { GridState, GridStore } from './gridStore'
import type { Language, Word } from './words'

export type TypedCell = { key: string; column: string; text: string }

/** What every cell of a grid shares. It changes with language and rights, never with what is typed. */
export type Grid = {
  store: GridStore
  columns: readonly GridColumn[]
  /** those of them that are drawn: somebody may have put some away */
  shown: readonly GridColumn[]
  readOnly: boolean
  language: Language
  say: (word: Word) => string
  /** whose document it is: his prices, his own item codes */
  customer: number | null
  /** a cell of a record was left with text whose answer has not come */
  resolve: (key: string, column: GridColumn, text: string) => void
  /** texts that were pasted into cells of records; rejected when the server did not answer */
  resolveAll: (cells: readonly TypedCell[]) => Promise<void>
  today: string
  /** drawn by the server and not yet alive: what would be typed now would be lost */
  isShut: boolean
}

const Context = createContext<Grid | null>(null)
export const GridProvider = Context.Provider

export function useGrid(): Grid {
  const grid = useContext(Context)
  if (!grid) throw new Error('A cell stands in a grid')
  return grid
}

/** Part of the grid's state; the component is drawn anew only when that part is another. */
export const useGridState = <Part>(store: GridStore, part: (state: GridState) => Part): Part =>
  useSyncExternalStore(
    store.subscribe,
    () => part(store.get()),
    () => part(store.get()),
  )

/** The place of a cell in the page, for the keyboard. */
export const cellAt = (row: number, column: string) => ({ 'data-row': row, 'data-column': column })
