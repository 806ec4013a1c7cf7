'use client'

import { useState } from 'react'

import { FigureInput } from '@/src/admin/components/figure/FigureInput'
import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { readDate, spokenFigure } from '@/src/domain/grid/readCell'

import { type Dated, datesOf, datesTold } from './dates'
import { useGrid } from './grid'
import { type CellProps, InputCell } from './InputCell'

/**
 * When a line is to be delivered. One date is the whole quantity and is typed in the cell; several open beneath it, each with its
 * quantity, and what is not yet dated is told.
 */
export const ScheduleCell = (props: CellProps) => {
  const { row, index, column, label, wrong } = props
  const { store, say, language, today } = useGrid()
  const [isOpen, setOpen] = useState(false)
  const dates = datesOf(row.values[column.name])
  const lineQty = (row.values['qty'] as number | null | undefined) ?? null
  const set = (next: Dated[]): void => store.value(index, column.name, next.length > 0 ? next : null)
  const change = (at: number, entry: Partial<Dated>): void => set(dates.map((each, place) => (place === at ? { ...each, ...entry } : each)))
  const open = toNumber(d(lineQty ?? 0).minus(dates.reduce((sum, { qty }) => sum.plus(d(qty ?? 0)), d(0))))
  const alone = { ...row, values: { ...row.values, [column.name]: dates[0]?.date ?? null } }
  return (
    <div className="line-grid__schedule">
      {dates.length > 1 ? (
        <span className="line-grid__told">{datesTold(dates)}</span>
      ) : (
        <InputCell
          {...props}
          row={alone}
          column={{ ...column, kind: 'date' }}
          onValue={(date) => set(date === null ? [] : [{ ...dates[0], date: date as string, qty: dates[0]?.qty ?? lineQty }])}
        />
      )}
      <details className="line-grid__more" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary tabIndex={-1} aria-label={`${label}: ${say('split')}`} title={wrong ?? say('split')} className={wrong ? 'is-wrong' : ''}>
          ⋯
        </summary>
        {isOpen && (
          <div>
            {dates.map((entry, at) => (
              <p key={at}>
                <input
                  type="date"
                  aria-label={`${label} ${at + 1}`}
                  value={String(entry.date ?? '').slice(0, 10)}
                  onChange={({ target }) => change(at, { date: target.value || null })}
                />
                <FigureInput
                  value={entry.qty}
                  scale={4}
                  label={`${say('qty')} ${at + 1}`}
                  language={language}
                  onChange={(qty) => change(at, { qty })}
                />
                <button
                  type="button"
                  className="line-grid__remove"
                  aria-label={`${say('remove')} ${at + 1}`}
                  onClick={() => set(dates.filter((_, place) => place !== at))}
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
