'use client'

import { memo } from 'react'

import type { GridColumn } from '@/src/domain/grid/gridColumn'
import type { GridRow as Row } from '@/src/domain/grid/rows'
import { pricedBy } from '@/src/domain/grid/rowShape'

import { CheckCell, ChoiceCell, FlagsCell, RecordCell, RecordName } from './cells'
import { datesOf, datesTold } from './dates'
import { FeatureCell, isLaidDown } from './FeatureCell'
import { cellAt, noStop, useGrid } from './grid'
import { flagsTold } from './flags'
import { type CellProps, InputCell } from './InputCell'
import { ScheduleCell } from './ScheduleCell'
import { shownValue } from './shownValue'
import type { CheckedLine } from './useCheck'
import { WhyPrice } from './WhyPrice'

/** What nobody enters here, as text: the same place and look, and no input. */
const Told = ({ row, index, column }: Pick<CellProps, 'row' | 'index' | 'column'>) => {
  const grid = useGrid()
  const { language } = grid
  const value = row.values[column.name]
  const text = (): string => {
    if (column.kind === 'schedule') return datesTold(datesOf(value))
    if (column.kind === 'flags') return flagsTold(value, column, language)
    if (column.kind === 'choice') return column.options?.find((option) => option.value === value)?.label[language] ?? ''
    const shown = typeof value === 'object' && value !== null && column.kind !== 'breaks' ? '' : shownValue(column, value)
    return /^\d{4}-\d{2}-\d{2}T/.test(shown) ? shown.slice(0, 10) : shown
  }
  return (
    <span
      {...cellAt(grid, index, column.name)}
      {...noStop(grid)}
      className="line-grid__told"
      data-value={column.kind === 'choice' ? String(value ?? '') : undefined}
    >
      {column.kind === 'record' ? <RecordName kind={column.of ?? ''} value={value} /> : text()}
    </span>
  )
}

const Cell = (props: CellProps & { checked: CheckedLine | undefined }) => {
  const { row, column, checked, label, index } = props
  const { readOnly, shape } = useGrid()
  const answered = checked?.[column.name]
  if (column.kind === 'check') return <CheckCell {...props} />
  if (readOnly || column.readOnly || isLaidDown(row, column.name, shape)) {
    const isTold = column.told === 'always' || (column.told === 'whileTyping' && !readOnly)
    const live = isTold && answered !== null && answered !== undefined
    return <Told {...props} row={live ? { ...row, values: { ...row.values, [column.name]: answered } } : row} />
  }
  if (column.kind === 'feature') return <FeatureCell {...props} />
  if (column.kind === 'record') return <RecordCell {...props} />
  if (column.kind === 'choice') return <ChoiceCell {...props} />
  if (column.kind === 'schedule') return <ScheduleCell {...props} />
  if (column.kind === 'flags') return <FlagsCell {...props} />
  const isOpen = row.values[column.name] === undefined || row.values[column.name] === null
  const proposed = isOpen && column.isProposed && answered !== null && answered !== undefined ? shownValue(column, answered) : undefined
  if (column.name !== shape.price?.field) return <InputCell {...props} proposed={proposed} />
  return (
    <div className="line-grid__price">
      <InputCell {...props} proposed={proposed} onValue={(price) => props.onPrice?.(index, price)} />
      <WhyPrice row={row} index={index} label={label} checked={checked} />
    </div>
  )
}

/** What is dragged is a row of a grid, and of which: its key is known to its own grid only. */
const draggedRow = 'application/x-gendan-row'

export type RowProps = {
  row: Row
  index: number
  numbered: boolean
  checked: CheckedLine | undefined
  /** what is objected to, by column, told as one text so that an unchanged row is not drawn anew */
  wrong: string
  columns: readonly GridColumn[]
  /** whether the line is unfolded beneath; null: it cannot be */
  isUnfolded: boolean | null
  /** the same function for every row, however often the table is drawn */
  onRemove: (index: number) => void
}

/** One line. Drawn anew when its own row, its check or its number is another, and never for what is typed elsewhere. */
export const GridRow = memo(function GridRow({ row, index, numbered, checked, wrong, columns, isUnfolded, onRemove }: RowProps) {
  const grid = useGrid()
  const { store, shape, readOnly, language, say, isShut } = grid
  // what a button is called is said when it can be pressed: its place is there before
  const called = (name: string, key?: string) => (isShut ? {} : { 'aria-label': `${name} ${index + 1}`, title: key && `${name} (${key})` })
  const objections = wrong === '' ? {} : (JSON.parse(wrong) as Record<string, string>)
  return (
    <tr
      className={objections[''] ? 'is-wrong' : undefined}
      title={objections['']}
      onDragOver={(event) => event.dataTransfer.types.includes(draggedRow) && event.preventDefault()}
      onDrop={(event) => {
        const from = store.indexOf(event.dataTransfer.getData(draggedRow))
        if (from < 0 || readOnly) return
        event.preventDefault()
        store.moveTo(from, index)
      }}
    >
      {numbered && (
        <th
          scope="row"
          draggable={(!readOnly && !isShut) || undefined}
          title={readOnly || isShut ? undefined : say('drag')}
          onDragStart={({ dataTransfer }) => {
            dataTransfer.setData(draggedRow, row.key)
            dataTransfer.effectAllowed = 'move'
          }}
        >
          {isUnfolded !== null && (
            <button
              type="button"
              {...noStop(grid)}
              className="line-grid__unfold"
              aria-expanded={isShut ? undefined : isUnfolded}
              {...called(say('detail'), 'Alt+Enter')}
              onClick={() => store.unfold(row.key)}
            >
              {isUnfolded ? '▾' : '▸'}
            </button>
          )}
          {index + 1}
        </th>
      )}
      {columns.map((column) => (
        <td
          key={column.name}
          className={column.kind === 'figure' || column.kind === 'amount' ? 'figure' : undefined}
          data-subject={column.name === shape.subject[0] || undefined}
        >
          <Cell
            row={row}
            index={index}
            column={column}
            label={`${column.label[language]} ${index + 1}`}
            wrong={objections[column.name]}
            checked={checked}
            onPrice={(at, price) => shape.price && store.values(at, pricedBy(shape.price, price))}
          />
        </td>
      ))}
      <td className="line-grid__tools">
        {!readOnly && (
          <>
            <button type="button" {...noStop(grid)} {...called(say('duplicate'), 'Ctrl+Shift+D')} onClick={() => store.duplicate(index)}>
              {!isShut && (
                <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden fill="none" stroke="currentColor">
                  <path d="M5.5 5.5h8v8h-8zM2.5 10.5v-8h8" />
                </svg>
              )}
            </button>
            <button
              type="button"
              {...noStop(grid)}
              className="line-grid__remove"
              {...called(say('remove'), 'Ctrl+Delete')}
              onClick={() => onRemove(index)}
            >
              {isShut ? null : '×'}
            </button>
          </>
        )}
      </td>
    </tr>
  )
})
