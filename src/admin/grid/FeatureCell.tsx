'use client'

import type { GridRow } from '@/src/domain/grid/rows'
import type { RowShape } from '@/src/domain/grid/rowShape'
import { optionsOf } from '@/src/domain/samples/features'

import { cellAt, useGrid } from './grid'
import { type CellProps, InputCell } from './InputCell'

/** Whether a row, such as a feature from the template of a category, was laid down elsewhere with what stands in this column. */
export const isLaidDown = ({ values }: GridRow, column: string, { laidDown }: RowShape): boolean =>
  laidDown !== undefined && Boolean(values[laidDown.by]) && laidDown.fixed.includes(column)

/** The value of a feature, entered as its template asks: one of its options, a figure, or text. */
export const FeatureCell = (props: CellProps) => {
  const { row, index, column, label, wrong } = props
  const grid = useGrid()
  const { store, shape } = grid
  const told = (field: string | undefined): unknown => (field === undefined ? undefined : row.values[field])
  const given = told(shape.laidDown?.options)
  const value = (row.values[column.name] as string | null | undefined) ?? ''
  const options = optionsOf(typeof given === 'string' ? given : null)
  if (told(shape.laidDown?.type) !== 'choice' || options.length === 0) return <InputCell {...props} />
  return (
    <select
      {...cellAt(grid, index, column.name, label)}
      aria-required={told(shape.laidDown?.required) === true}
      className={wrong ? 'is-wrong' : ''}
      title={wrong}
      value={value}
      onFocus={() => store.enter({ row: index, column: column.name })}
      onChange={({ target }) => store.value(index, column.name, target.value || null)}
    >
      <option value="" />
      {/* what was entered before the template changed is still shown */}
      {[...new Set([...options, ...(value ? [value] : [])])].map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  )
}
