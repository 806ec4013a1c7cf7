'use client'

import type { ReactNode, Ref } from 'react'

import type { Column } from './columns'
import type { Say } from './words'

/** The rows of a grid: a cell for each column, and × at the end of a row that may be taken out. */
export const GridRows = ({
  rows,
  columns,
  numbered = false,
  readOnly,
  say,
  body,
  cell,
  onRemove,
}: {
  rows: ReadonlyArray<{ id: string }>
  columns: readonly Column[]
  /** Whether the first column counts the rows. */
  numbered?: boolean
  readOnly: boolean
  say: Say
  body?: Ref<HTMLTableSectionElement>
  cell: (column: Column, index: number) => ReactNode
  onRemove: (index: number) => void
}) => (
  <tbody ref={body}>
    {rows.map((row, index) => (
      <tr key={row.id}>
        {numbered && <td>{index + 1}</td>}
        {columns.map((column) => (
          <td key={column.name} className={column.type === 'number' ? 'figure' : ''}>
            {cell(column, index)}
          </td>
        ))}
        <td>
          {!readOnly && (
            <button
              type="button"
              className="line-grid__remove"
              aria-label={`${say('remove')} ${index + 1}`}
              title={say('remove')}
              onClick={() => onRemove(index)}
            >
              ×
            </button>
          )}
        </td>
      </tr>
    ))}
  </tbody>
)
