'use client'

import type { GridRow } from '@/src/domain/grid/rows'
import { optionsOf } from '@/src/domain/samples/features'

import { cellAt, useGrid } from './grid'
import { type CellProps, InputCell } from './InputCell'

/** What a template has laid down for a feature; only its value and its tolerance are entered. */
const fixed = new Set(['key', 'unit', 'type', 'options', 'required'])

/** A feature that came from the template of a category. */
export const isTemplate = ({ values }: GridRow): boolean => 'value' in values && 'options' in values && Boolean(values['name'])

export const isLaidDown = (row: GridRow, column: string): boolean => isTemplate(row) && fixed.has(column)

/** The value of a feature, entered as its template asks: one of its options, a figure, or text. */
export const FeatureCell = (props: CellProps) => {
  const { row, index, column, label, wrong } = props
  const { store } = useGrid()
  const { type, required, options: given } = row.values as { type?: string; required?: boolean; options?: string | null }
  const value = (row.values[column.name] as string | null | undefined) ?? ''
  const options = optionsOf(given)
  if (type !== 'choice' || options.length === 0) return <InputCell {...props} />
  return (
    <select
      {...cellAt(index, column.name)}
      aria-label={label}
      aria-required={required === true}
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
