'use client'

import { useState } from 'react'

import type { GridColumn } from '@/src/domain/grid/gridColumn'

import { copyText } from '../request/copyText'
import { copiedRows } from './copiedRows'
import { useGrid } from './grid'
import type { CheckedLine } from './useCheck'

/** Which columns are shown, and the lines for a spreadsheet. */
export const GridTools = ({
  choices,
  onToggle,
  checked,
}: {
  choices: ReadonlyArray<{ column: GridColumn; isShown: boolean }>
  onToggle: (name: string) => void
  checked: ReadonlyMap<string, CheckedLine>
}) => {
  const { store, shape, columns, language, say } = useGrid()
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    const rows = store.get().rows.map((row) => ({ row, checked: checked.get(row.key) }))
    setCopied(await copyText(copiedRows(columns, rows, language, shape)))
  }
  return (
    <>
      <details className="line-grid__more line-grid__columns">
        <summary>{say('columns')} ▾</summary>
        <div>
          {choices.map(({ column, isShown }) => (
            <label key={column.name}>
              <input type="checkbox" checked={isShown} onChange={() => onToggle(column.name)} /> {column.label[language]}
            </label>
          ))}
        </div>
      </details>
      <button type="button" className="plain-button" onClick={() => void copy()} onBlur={() => setCopied(false)}>
        {say(isCopied ? 'copied' : 'copy')}
      </button>
    </>
  )
}
