'use client'

import dynamic from 'next/dynamic'
import { type ReactNode, type Ref, useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react'

import { useIsAlive } from '@/src/admin/useIsAlive'
import type { GridColumn } from '@/src/domain/grid/gridColumn'

import { useGrid, useGridState } from './grid'
import { GridRow } from './GridRow'
import { detailHeight } from './detailHeight'
import type { RowInSight } from './RowsInSight'
import type { CheckedLine } from './useCheck'
import { useGridKeys } from './useGridKeys'

/** Lines unfolded are few, their place is there before they are; where a window is followed, rows are many. */
const LineDetail = dynamic(async () => (await import('./LineDetail')).LineDetail, {
  loading: () => <tr aria-hidden className="line-grid__gap" style={{ height: detailHeight }} />,
})
const RowsInSight = dynamic(async () => (await import('./RowsInSight')).RowsInSight, { loading: () => null })

const rowHeight = 28
/** So few rows are drawn as they are; more are drawn where the window is. */
const fewRows = 60
/** So many rows come with the page: what a wide screen shows of them, before anything can be typed. */
const rowsOfPage = 20

const widths: Readonly<Record<GridColumn['kind'], string>> = { record: '10rem', figure: '6rem', amount: '7rem', text: '7rem', choice: '7rem', check: '3.5rem', date: '7rem', schedule: '8.5rem', flags: '6rem', breaks: '11rem', feature: '7rem' } // prettier-ignore

export type TableHandle = { focus: (row: number, column: string) => void; add: () => void }

/** The lines as one table: head and item stay in sight, keys move through it, and only the rows in the window are drawn. */
export const GridTable = ({
  handle,
  numbered,
  checked,
  wrong,
  onPaste,
  onRemedy,
  empty,
}: {
  handle: Ref<TableHandle>
  numbered: boolean
  checked: ReadonlyMap<string, CheckedLine>
  /** what is objected to, by row and column */
  wrong: ReadonlyMap<number, string>
  onPaste?: ((event: React.ClipboardEvent) => void) | undefined
  onRemedy?: (row: number, nth: number) => void
  empty?: ReactNode
}) => {
  const { store, shape, shown: columns, readOnly, language } = useGrid()
  const rows = useGridState(store, (state) => state.rows)
  const unfolded = useGridState(store, (state) => state.unfolded)
  const active = useGridState(store, (state) => state.active?.row ?? null)
  const window = useRef<HTMLDivElement>(null)
  const [kept, keep] = useState<number | null>(null)
  const isFew = rows.length <= fewRows
  const isUnfolded = (index: number): boolean => numbered && unfolded.has(rows[index]?.key ?? '')
  const heightOf = (index: number): number => rowHeight + (isUnfolded(index) ? detailHeight : 0)
  const [sight, setSight] = useState<{ rows: readonly RowInSight[]; height: number }>({ rows: [], height: 0 })
  const { onKeyDown, focus, add, remove } = useGridKeys({
    store,
    shape,
    columns,
    readOnly,
    element: () => window.current,
    bringIn: (row) => keep(row),
    onRemedy,
  })
  const removing = useRef(remove)
  useEffect(() => void (removing.current = remove))
  const onRemove = useCallback((index: number) => removing.current(index), [])
  useImperativeHandle(handle, () => ({ focus, add: () => add(store.get().rows.length) }))
  const isAlive = useIsAlive()
  const isFollowed = !isFew && sight.height > 0
  // until the window is followed, the first rows and the one in which the keyboard is
  const first = rows
    .map((_, index) => index)
    .filter((index) => index < (isAlive ? fewRows : rowsOfPage) || index === active || index === kept)
  const drawn = isFollowed ? sight.rows : first.map((index) => ({ index, start: null }))
  const spans = columns.length + (numbered ? 2 : 1)
  const gap = (key: string, height: number): ReactNode => (height > 0 ? <tr key={key} aria-hidden className="line-grid__gap" style={{ height }}><td colSpan={spans} /></tr> : null) // prettier-ignore
  const body: ReactNode[] = []
  let end = 0
  for (const { index, start } of drawn) {
    const row = rows[index]
    if (!row) continue
    if (start !== null) body.push(gap(`before-${index}`, start - end))
    body.push(
      <GridRow
        key={row.key}
        row={row}
        index={index}
        numbered={numbered}
        columns={columns}
        checked={checked.get(row.key)}
        wrong={wrong.get(index) ?? ''}
        isUnfolded={numbered ? isUnfolded(index) : null}
        onRemove={onRemove}
      />,
    )
    if (isUnfolded(index))
      body.push(<LineDetail key={`${row.key} unfolded`} row={row} index={index} span={spans} checked={checked.get(row.key)} />)
    if (start !== null) end = start + heightOf(index)
  }
  body.push(gap('after', isFollowed ? sight.height - end : (rows.length - drawn.length) * rowHeight))
  return (
    <div
      ref={window}
      tabIndex={-1}
      className={`line-grid__window ${numbered ? 'is-numbered' : ''}`}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    >
      {!isFew && (
        <RowsInSight
          window={window}
          count={rows.length}
          heightOf={heightOf}
          keyOf={(index) => rows[index]?.key ?? index}
          // the row in which the keyboard is stands on the page wherever the window has been scrolled to
          always={[active, kept].filter((at): at is number => at !== null && at < rows.length)}
          changed={unfolded}
          onSight={setSight}
        />
      )}
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {numbered && <th scope="col">#</th>}
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                data-subject={column.name === shape.subject[0] || undefined}
                style={{ minWidth: column.width ?? widths[column.kind] }}
                className={column.kind === 'figure' || column.kind === 'amount' ? 'figure' : ''}
              >
                {column.label[language]}
              </th>
            ))}
            <th aria-hidden />
          </tr>
        </thead>
        <tbody>{body}</tbody>
      </table>
      {rows.length === 0 && empty}
    </div>
  )
}
