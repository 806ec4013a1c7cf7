'use client'

import { useState, useSyncExternalStore } from 'react'

import { nameOf, onNames, remember } from '@/src/admin/components/lookup/askLookup'
import { LookupInput } from '@/src/admin/components/lookup/LookupInput'
import { idOf } from '@/src/domain/kernel/idOf'
import { titleOf } from '@/src/domain/lookup/kinds'

import { flagsOf, flagsTold } from './flags'
import { cellAt, useGrid, useGridState } from './grid'
import type { CellProps } from './InputCell'

/** What a chosen record is called; empty until it is known. */
export const RecordName = ({ kind, value }: { kind: string; value: unknown }) => {
  const id = idOf(value)
  const name = useSyncExternalStore(
    onNames,
    () => (id === null ? undefined : nameOf(kind, id)),
    () => undefined,
  )
  return <>{name ? titleOf(name) : ''}</>
}

/** A record of the line, chosen by typing. */
export const RecordCell = ({ row, index, column, label, wrong }: CellProps) => {
  const { store, shape, partner, language, say, resolve, isShut } = useGrid()
  const turn = useGridState(store, (state) => state.turn)
  const isWaiting = useGridState(store, (state) => state.waiting.has(`${row.key}/${column.name}`))
  const kind = column.of ?? ''
  const id = idOf(row.values[column.name])
  const chosen = useSyncExternalStore(
    onNames,
    () => (id === null ? undefined : nameOf(kind, id)),
    () => undefined,
  )
  const typed = row.typed[column.name]
  return (
    <LookupInput
      kind={kind}
      label={label}
      chosen={chosen ?? null}
      typed={typed}
      wrong={typed !== undefined && !isWaiting ? `${say('notOne')}: ${typed}` : wrong}
      placeholder={index === 0 && column.name === shape.subject[0] ? say('search') : undefined}
      customer={column.hasOwnCodes ? partner : null}
      language={language}
      turn={turn}
      isShut={isShut}
      cell={{ row: index, column: column.name }}
      onFocus={() => store.enter({ row: index, column: column.name })}
      onTake={(found) => {
        if (found) remember(kind, [found])
        store.value(index, column.name, found?.id ?? null)
      }}
      onLeave={(text) => resolve(row.key, column, text)}
    />
  )
}

/** One of a fixed list. Letters choose; arrows leave the cell, as in every other. */
export const ChoiceCell = ({ row, index, column, label, wrong }: CellProps) => {
  const grid = useGrid()
  const { store, language, isShut } = grid
  const value = row.values[column.name]
  return (
    <select
      {...cellAt(grid, index, column.name, label)}
      aria-invalid={isShut ? undefined : Boolean(wrong)}
      className={wrong ? 'is-wrong' : ''}
      title={wrong}
      disabled={isShut}
      value={typeof value === 'string' ? value : ''}
      onFocus={() => store.enter({ row: index, column: column.name })}
      onChange={({ target }) => store.value(index, column.name, target.value || null)}
    >
      <option value="" />
      {column.options?.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label[language]}
        </option>
      ))}
    </select>
  )
}

export const CheckCell = ({ row, index, column, label }: CellProps) => {
  const grid = useGrid()
  const { store, readOnly, isShut } = grid
  return (
    <input
      {...cellAt(grid, index, column.name, label)}
      type="checkbox"
      disabled={isShut || readOnly || column.readOnly === true}
      checked={row.values[column.name] === true}
      onFocus={() => store.enter({ row: index, column: column.name })}
      onChange={({ target }) => store.value(index, column.name, target.checked)}
    />
  )
}

/** Several of a fixed list, opened beneath the cell. */
export const FlagsCell = ({ row, index, column, label }: CellProps) => {
  const grid = useGrid()
  const { store, language } = grid
  const [isOpen, setOpen] = useState(false)
  const given = Array.isArray(row.values[column.name]) ? (row.values[column.name] as string[]) : []
  const toggle = (flag: string): void => {
    const next = given.includes(flag) ? given.filter((other) => other !== flag) : [...given, flag]
    store.value(index, column.name, next.length > 0 ? next : null)
  }
  return (
    <details className="line-grid__more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary
        {...cellAt(grid, index, column.name, `${label}: ${flagsTold(given, column, language) || '—'}`)}
        onFocus={() => store.enter({ row: index, column: column.name })}
      >
        {flagsTold(given, column, language) || '—'}
      </summary>
      {isOpen && (
        <div>
          {flagsOf(column, language).map(({ value, text }) => (
            <label key={value}>
              <input type="checkbox" checked={given.includes(value)} onChange={() => toggle(value)} /> {text}
            </label>
          ))}
        </div>
      )}
    </details>
  )
}
