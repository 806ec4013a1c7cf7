'use client'

import { useField, useForm, useFormFields } from '@payloadcms/ui'
import { useEffect } from 'react'

import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'

import type { CellProps } from './cells'
import { DateCell } from './choices'
import { FigureCell } from './cells'
import type { Say } from './words'

const given = (value: unknown): { value: unknown; initialValue: unknown; valid: true } => ({ value, initialValue: value, valid: true })

/**
 * When a line is to be delivered. One date is the whole quantity and is typed in the cell; several dates open beneath it, each with
 * its quantity, and what is not yet dated is told.
 */
export const ScheduleCell = ({ path, label, readOnly, wrong, say }: CellProps & { say: Say }) => {
  const { rows = [] } = useField<number>({ path, hasRows: true })
  const { addFieldRow, removeFieldRow, dispatchFields, setModified } = useForm()
  const line = path.replace(/\.schedule$/, '')
  const lineQty = useFormFields(([fields]) => fields[`${line}.qty`]?.value as number | null | undefined)
  const only = useFormFields(([fields]) => fields[`${path}.0.qty`]?.value as number | null | undefined)
  const dates = useFormFields(([fields]) =>
    rows.map((_, index) => String(fields[`${path}.${index}.date`]?.value ?? '').slice(0, 10)).join(' '),
  )
  const dated = useFormFields(([fields]) =>
    toNumber(rows.reduce((sum, _, index) => sum.plus(d((fields[`${path}.${index}.qty`]?.value as number | null) ?? 0)), d(0))),
  )
  // a single date is for all of the line, whatever is typed as its quantity later
  useEffect(() => {
    if (readOnly || rows.length !== 1 || !lineQty || only === lineQty) return
    dispatchFields({ type: 'UPDATE', path: `${path}.0.qty`, value: lineQty, valid: true })
  }, [dispatchFields, lineQty, only, path, readOnly, rows.length])
  const open = toNumber(d(lineQty ?? 0).minus(d(dated)))
  const add = (date: string | null, qty: number | null): void => {
    addFieldRow({
      path,
      rowIndex: rows.length,
      schemaPath: path.replace(/\.\d+/g, ''),
      subFieldState: { date: given(date), qty: given(qty), promised: given(null) },
    })
    setModified(true)
  }
  const days = dates.split(' ').filter(Boolean).sort()
  const told = days.length > 1 ? `${days[0]?.slice(5)} … ${days.at(-1)?.slice(5)} (${days.length})` : (days[0] ?? '')
  if (readOnly) return <span className="line-grid__told">{told}</span>
  if (rows.length === 0)
    return (
      <input
        aria-label={label}
        className={wrong ? 'is-wrong' : ''}
        title={wrong}
        type="date"
        value=""
        onChange={({ target }) => target.value && add(target.value, lineQty ?? null)}
      />
    )
  return (
    <div className="line-grid__schedule">
      {rows.length === 1 && <DateCell path={`${path}.0.date`} label={label} readOnly={false} wrong={wrong} />}
      <details className="line-grid__more">
        <summary aria-label={`${label}: ${say('split')}`} title={wrong ?? say('split')} className={wrong ? 'is-wrong' : ''}>
          {rows.length === 1 ? '⋯' : told}
        </summary>
        <div>
          {rows.map((row, index) => (
            <p key={row.id}>
              <DateCell path={`${path}.${index}.date`} label={`${label} ${index + 1}`} readOnly={false} />
              <FigureCell path={`${path}.${index}.qty`} label={`${say('qty')} ${index + 1}`} readOnly={rows.length === 1} />
              <button
                type="button"
                className="line-grid__remove"
                aria-label={`${say('remove')} ${index + 1}`}
                onClick={() => removeFieldRow({ path, rowIndex: index })}
              >
                ×
              </button>
            </p>
          ))}
          <p>
            <button type="button" onClick={() => add(null, open > 0 ? open : null)}>
              {say('anotherDate')}
            </button>
            {open !== 0 && (
              <small className="is-error">
                {say('undated')} {open}
              </small>
            )}
          </p>
        </div>
      </details>
    </div>
  )
}
