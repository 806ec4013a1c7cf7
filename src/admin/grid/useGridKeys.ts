'use client'

import { flushSync } from 'react-dom'

import type { GridColumn } from '@/src/domain/grid/gridColumn'
import type { RowShape } from '@/src/domain/grid/rowShape'

import { isLaidDown } from './FeatureCell'
import type { GridStore } from './gridStore'

type Keys = {
  store: GridStore
  shape: RowShape
  columns: readonly GridColumn[]
  readOnly: boolean
  element: () => HTMLElement | null
  /** draws the row if the window is scrolled elsewhere */
  bringIn: (row: number) => void
  /** applies the nth remedy of a line, if it has so many */
  onRemedy?: ((row: number, nth: number) => void) | undefined
}

const placeOf = (target: EventTarget): { row: number; column: string } | null => {
  const cell = (target as HTMLElement).closest<HTMLElement>('[data-row][data-column]')
  return cell ? { row: Number(cell.dataset['row']), column: cell.dataset['column'] ?? '' } : null
}

/** Whether the caret stands at an end of the text, or all of it is marked as on entering a cell: then the arrow leaves the cell. */
function isAtEnd(target: EventTarget, side: 'start' | 'end'): boolean {
  if (!(target instanceof HTMLInputElement) || target.type !== 'text') return true
  const { selectionStart, selectionEnd, value } = target
  if (value !== '' && selectionStart === 0 && selectionEnd === value.length) return true
  return selectionStart === selectionEnd && selectionStart === (side === 'start' ? 0 : value.length)
}

/** The keys of the grid. Arrows move between cells and never change what stands in them. */
export function useGridKeys({ store, shape, columns, readOnly, element, bringIn, onRemedy }: Keys) {
  const open = columns.filter((column) => !column.readOnly)
  const first = open[0]?.name ?? ''
  const isEntered = (row: number, column: string): boolean => {
    const at = store.get().rows[row]
    return at !== undefined && open.some(({ name }) => name === column) && !isLaidDown(at, column, shape)
  }
  const focus = (row: number, column: string): void => {
    flushSync(() => {
      store.enter({ row, column })
      bringIn(row)
    })
    const cell = element()?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)
    cell?.focus()
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const add = (at: number): void => {
    flushSync(() => store.insert(at))
    focus(at, first)
  }
  const firstOf = (names: readonly string[]): string | undefined => names.find((name) => open.some((column) => column.name === name))
  const [subject, figure] = [firstOf(shape.subject.slice(0, 1)), firstOf(shape.figure)]
  /** Enter: item → quantity → the next row's item, a new one after the last; from elsewhere down the column. */
  const enter = (row: number, column: string): void => {
    if (subject && figure && column === subject) return focus(row, figure)
    if (row >= store.get().rows.length - 1) return add(store.get().rows.length)
    focus(row + 1, subject && column === figure ? subject : column)
  }
  const sideways = (row: number, column: string, by: 1 | -1): void => {
    const next = open[open.findIndex(({ name }) => name === column) + by]
    if (next) focus(row, next.name)
  }
  const change = (doing: () => void, row: number, column: string): void => {
    flushSync(doing)
    const { rows } = store.get()
    if (rows.length > 0) focus(Math.min(row, rows.length - 1), column)
    else element()?.focus() // what was done can still be taken back
  }
  const remove = (row: number): void => change(() => store.remove(row), row, store.get().active?.column ?? first)
  const takeBack = (event: React.KeyboardEvent): (() => void) | null => {
    if (!event.ctrlKey && !event.metaKey) return null
    const key = event.key.toLowerCase()
    return key === 'y' || (key === 'z' && event.shiftKey) ? store.redo : key === 'z' ? store.undo : null
  }
  const shortcut = (event: React.KeyboardEvent, row: number, column: string): (() => void) | null => {
    const control = event.ctrlKey || event.metaKey
    const { key } = event
    if (event.altKey && key === 'ArrowUp') return () => change(() => store.move(row, -1), Math.max(0, row - 1), column)
    if (event.altKey && key === 'ArrowDown') return () => change(() => store.move(row, 1), row + 1, column)
    if (event.altKey && /^Digit[1-9]$/.test(event.code) && onRemedy)
      return () => change(() => onRemedy(row, Number(event.code.slice(-1)) - 1), row, column)
    if (!control) return null
    if (key === 'Enter') return () => add(row + 1)
    if (key === 'Insert') return () => add(row)
    if (key === 'Delete' || key === 'Backspace')
      return key === 'Delete' || event.shiftKey ? () => change(() => store.remove(row), row, column) : null
    if (key.toLowerCase() === 'd')
      return () =>
        event.shiftKey
          ? change(() => store.duplicate(row), row + 1, column)
          : isEntered(row, column) && change(() => store.fillDown(row, column), row, column)
    const back = takeBack(event)
    return back && (() => change(back, row, column))
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const place = placeOf(event.target)
    if (event.nativeEvent.isComposing) return
    const run = (doing: () => void): void => {
      event.preventDefault()
      event.stopPropagation()
      doing()
    }
    if (!place) {
      // beside the cells, at a button or where the last row has been: a field that is opened there takes back for itself
      const back = event.target instanceof HTMLInputElement ? null : takeBack(event)
      if (back && !readOnly) run(() => change(back, store.get().active?.row ?? 0, store.get().active?.column ?? first))
      return
    }
    const { row, column } = place
    if (event.altKey && event.key === 'Enter') {
      const key = store.get().rows[row]?.key
      if (key) run(() => store.unfold(key))
      return
    }
    const short = shortcut(event, row, column)
    if (short) {
      if (!readOnly) run(short)
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') run(() => enter(row, column))
    else if (event.key === 'ArrowDown' && !event.shiftKey) run(() => row < store.get().rows.length - 1 && focus(row + 1, column))
    else if (event.key === 'ArrowUp' && !event.shiftKey) run(() => row > 0 && focus(row - 1, column))
    else if (event.key === 'ArrowLeft' && !event.shiftKey && isAtEnd(event.target, 'start')) run(() => sideways(row, column, -1))
    else if (event.key === 'ArrowRight' && !event.shiftKey && isAtEnd(event.target, 'end')) run(() => sideways(row, column, 1))
    else if (event.key === 'F2' && event.target instanceof HTMLInputElement)
      event.target.setSelectionRange(event.target.value.length, event.target.value.length)
  }
  return { onKeyDown, focus, add, remove }
}
