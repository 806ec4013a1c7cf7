'use client'

import { useState } from 'react'

import { DayInput } from '@/src/admin/components/day/DayInput'
import { FigureInput } from '@/src/admin/components/figure/FigureInput'
import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { readDate, spokenFigure } from '@/src/domain/grid/readCell'
import { cellOfPart, type Part } from '@/src/domain/grid/rows'

import { type Dated, datesOf, datesTold } from './dates'
import { cellAt, noStop, useGrid } from './grid'
import { type CellProps, InputCell } from './InputCell'

/**
 * When a line is to be delivered. One date is the whole quantity and is typed in the cell; several open beneath it, each with its
 * quantity, and what is not yet dated is told. A quantity that is no figure stays with the row when they are closed, and is told.
 */
export const ScheduleCell = (props: CellProps) => {
  const { row, index, column, label, wrong } = props
  const grid = useGrid()
  const { store, shape, say, language, today, isShut } = grid
  const [isOpen, setOpen] = useState(false)
  const dates = datesOf(row.values[column.name])
  const lineQty = (row.values[shape.quantity ?? ''] as number | null | undefined) ?? null
  const set = (next: Dated[]): void => store.value(index, column.name, next.length > 0 ? next : null)
  const changed = (at: number, entry: Partial<Dated>): Dated[] => dates.map((each, place) => (place === at ? { ...each, ...entry } : each))
  const partOf = (at: number): Part => `${column.name}.${at}`
  const unread = Object.keys(row.typed).some((name) => name !== column.name && cellOfPart(name) === column.name)
  const told = unread ? say('unread') : wrong
  const open = toNumber(d(lineQty ?? 0).minus(dates.reduce((sum, { qty }) => sum.plus(d(qty ?? 0)), d(0))))
  const alone = { ...row, values: { ...row.values, [column.name]: dates[0]?.date ?? null } }
  return (
    <div className="line-grid__schedule">
      {dates.length > 1 ? (
        <span {...cellAt(grid, index, column.name)} {...noStop(grid)} className={`line-grid__told ${told ? 'is-wrong' : ''}`}>
          {datesTold(dates)}
        </span>
      ) : (
        <InputCell
          {...props}
          row={alone}
          column={{ ...column, kind: 'date' }}
          onValue={(date) => set(date === null ? [] : [{ ...dates[0], date: date as string, qty: dates[0]?.qty ?? lineQty }])}
        />
      )}
      <details className="line-grid__more" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary
          {...noStop(grid)}
          {...(isShut ? {} : { 'aria-label': `${label}: ${say('split')}`, title: told ?? say('split') })}
          className={told ? 'is-wrong' : undefined}
        >
          ⋯
        </summary>
        {isOpen && (
          <div>
            {dates.map((entry, at) => (
              <p key={`${at} of ${dates.length}`}>
                <DayInput
                  label={`${label} ${at + 1}`}
                  language={language}
                  value={String(entry.date ?? '').slice(0, 10)}
                  onChange={(day) => set(changed(at, { date: day || null }))}
                  // what is no day is none, not the one before
                  onUnread={(isUnread) => isUnread && set(changed(at, { date: null }))}
                />
                <FigureInput
                  value={entry.qty}
                  scale={4}
                  label={`${say('qty')} ${at + 1}`}
                  language={language}
                  kept={row.typed[partOf(at)]}
                  onChange={(qty) => store.part(index, partOf(at), changed(at, { qty }))}
                  onUnreadText={(text) => store.partTyped(index, partOf(at), text)}
                />
                <button
                  type="button"
                  className="line-grid__remove"
                  aria-label={`${say('remove')} ${at + 1}`}
                  onClick={() => {
                    const rest = dates.filter((_, place) => place !== at)
                    store.partGone(index, partOf(at), rest.length > 0 ? rest : null)
                  }}
                >
                  ×
                </button>
              </p>
            ))}
            <p>
              <button
                type="button"
                onClick={() => {
                  const next = readDate('+7', today)
                  set([...dates, { date: 'value' in next ? (next.value as string) : null, qty: open > 0 ? open : null }])
                }}
              >
                {say('anotherDate')}
              </button>
              {open !== 0 && dates.length > 0 && (
                <small>
                  {say('undated')}: {spokenFigure(open, 'figure')}
                </small>
              )}
            </p>
          </div>
        )}
      </details>
    </div>
  )
}
