import { createContext, useContext, useSyncExternalStore } from 'react'

import type { GridColumn } from '@/src/domain/grid/gridColumn'
import type { RowShape } from '@/src/domain/grid/rowShape'

import type { GridState, GridStore } from './gridStore'
import type { Meanings } from './useMeanings'
import type { Language, Word } from './words'

/** What every cell of a grid shares. It changes with language and rights, never with what is typed. */
export type Grid = Pick<Meanings, 'resolve' | 'resolveAll'> & {
  /** the list of its document it shows */
  list: string
  store: GridStore
  shape: RowShape
  columns: readonly GridColumn[]
  /** those of them that are drawn: somebody may have put some away */
  shown: readonly GridColumn[]
  readOnly: boolean
  language: Language
  say: (word: Word) => string
  /** whom the document is for: his earlier prices, his own codes */
  partner: number | null
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

/** The place of a cell in the page, for the keyboard, and what it is called: said when there is a keyboard that is listened to. */
export const cellAt = ({ isShut }: Pick<Grid, 'isShut'>, row: number, column: string, label?: string) =>
  isShut ? {} : { 'data-row': row, 'data-column': column, ...(label === undefined ? {} : { 'aria-label': label }) }

/** What is told and not typed in takes the keyboard when it is sent there, and is no stop of the tabulator. */
export const noStop = ({ isShut }: Pick<Grid, 'isShut'>) => (isShut ? {} : { tabIndex: -1 })
