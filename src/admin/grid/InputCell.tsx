'use client'

import { useState } from 'react'

import type { GridColumn } from '@/src/domain/grid/gridColumn'
import { readCell } from '@/src/domain/grid/readCell'
import type { GridRow } from '@/src/domain/grid/rows'

import { cellAt, useGrid, useGridState } from './grid'
import { isFigure, shownValue } from './shownValue'

export type CellProps = {
  row: GridRow
  index: number
  column: GridColumn
  label: string
  /** what is objected to this cell */
  wrong: string | undefined
  /** what the house would fill in */
  proposed?: string | undefined
  onPrice?: (index: number, price: unknown) => void
}

/** A figure, date or text. It stays as it is typed until the cell is left; text that is no figure stays for good, and is marked. */
export const InputCell = ({ row, index, column, label, wrong, proposed, onValue }: CellProps & { onValue?: (value: unknown) => void }) => {
  const grid = useGrid()
  const { store, say, today, isShut } = grid
  const turn = useGridState(store, (state) => state.turn)
  const [entry, setEntry] = useState<{ text: string; turn: number } | null>(null)
  const unread = row.typed[column.name]
  const value = row.values[column.name]
  const text = entry?.turn === turn ? entry.text : (unread ?? shownValue(column, value))
  const told = unread === undefined ? wrong : `${say('unread')}: ${unread}`
  return (
    <input
      {...cellAt(grid, index, column.name, label)}
      aria-invalid={isShut ? undefined : Boolean(told)}
      className={[isFigure(column) ? 'figure' : '', told ? 'is-wrong' : ''].join(' ').trim() || undefined}
      inputMode={isFigure(column) && !isShut ? 'decimal' : undefined}
      readOnly={isShut}
      autoComplete={isShut ? undefined : 'off'}
      placeholder={proposed}
      title={told}
      value={text}
      onChange={({ target }) => {
        setEntry({ text: target.value, turn })
        const read = readCell(column, target.value, today)
        if ('unread' in read) store.typed(index, column.name, target.value)
        else if (onValue) onValue(read.value)
        else store.value(index, column.name, read.value)
      }}
      onFocus={({ target }) => {
        store.enter({ row: index, column: column.name })
        target.select()
      }}
      onBlur={() => setEntry(null)}
    />
  )
}
