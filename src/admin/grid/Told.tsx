'use client'

import { spokenFigure } from '@/src/domain/grid/readCell'
import type { Applied } from '@/src/domain/grid/remedies'
import type { Remedy } from '@/src/domain/kernel/decision'

import { useGrid, useGridState } from './grid'
import type { Checked } from './useCheck'

/** The cell a finding speaks of; of a row as a whole, no column. */
export const placeIn = (path: string | undefined): { row: number; column: string | null } | null => {
  const found = /^[^.]+\.(\d+)(?:\.(\w+))?/.exec(path ?? '')
  return found ? { row: Number(found[1]), column: found[2] ?? null } : null
}

export type Objection = {
  code?: string
  severity?: string
  path?: string
  message?: string
  facts?: Readonly<Record<string, unknown>>
  cure?: Remedy
}

/** What is objected to, each at its line and one press away from it, with what would make it pass; the remedies of a line also by Alt+1, Alt+2 … in it. */
export const Objections = ({
  findings,
  onGo,
  remedies,
  onApply,
}: {
  findings: readonly Objection[]
  onGo: (row: number, column: string) => void
  remedies: (finding: Objection) => readonly Applied[]
  onApply: (row: number | null, remedy: Applied) => void
}) => {
  const { shape, language } = useGrid()
  if (findings.length === 0) return null
  return (
    <ul className="line-grid__checked">
      {findings.map((finding, index) => {
        const place = placeIn(finding.path)
        return (
          <li key={`${finding.code}-${finding.path}-${index}`} className={finding.severity === 'warning' ? 'is-warning' : 'is-error'}>
            {place && (
              <button type="button" onClick={() => onGo(place.row, place.column ?? shape.subject[0] ?? '')}>
                {language === 'zh' ? `第 ${place.row + 1} 行` : `Line ${place.row + 1}`}
              </button>
            )}
            <span>{finding.message}</span>
            {remedies(finding).map((remedy) => (
              <button key={remedy.label.en} type="button" className="line-grid__remedy" onClick={() => onApply(place?.row ?? null, remedy)}>
                {remedy.label[language]}
              </button>
            ))}
          </li>
        )
      })}
    </ul>
  )
}

const alarms = [
  { codes: ['BELOW_MINIMUM_PRICE'], word: 'belowMinimum' },
  { codes: ['NOT_AVAILABLE'], word: 'short' },
  { codes: ['CREDIT_LIMIT_EXCEEDED', 'CREDIT_PERIOD_EXCEEDED', 'CUSTOMER_FROZEN', 'CREDIT_STOP'], word: 'overCredit' },
] as const

/** Minimum, stock and credit in one glance beside the totals: how often each is objected to, before anything is saved. */
const Alarms = ({ findings }: { findings: readonly Objection[] }) => {
  const { say } = useGrid()
  const told = alarms.flatMap(({ codes, word }) => {
    const count = findings.filter(({ code }) => codes.some((each) => each === code)).length
    return count > 0 ? [{ word, count }] : []
  })
  if (told.length === 0) return null
  return (
    <span className="line-grid__alarms">
      {told.map(({ word, count }) => (
        <b key={word}>
          {say(word)} {count}
        </b>
      ))}
    </span>
  )
}

/** Lines, quantity and totals under the lines, always in sight; while something has changed since they were worked out they are pale. */
export const Totals = ({
  checked,
  findings,
  stored,
}: {
  checked: Checked
  findings: readonly Objection[]
  /** net, tax and gross as they were saved */ stored: ReadonlyArray<number | null>
}) => {
  const { store, shape, say } = useGrid()
  const rows = useGridState(store, (state) => state.rows)
  const entered = store.entered()
  const figures = rows.map(({ values }) => values[shape.quantity ?? '']).filter((value) => typeof value === 'number')
  const qty = figures.reduce((sum, value) => sum + value, 0)
  const priced = [...checked.lines.values()].some(({ gross }) => gross !== null && gross !== undefined)
  const [net, tax, gross] = priced ? [checked.totals.netTotal, checked.totals.taxTotal, checked.totals.grossTotal] : stored
  return (
    <div className={`line-grid__totals ${checked.isOld ? 'is-old' : ''}`} aria-live="polite">
      <span>
        <b>{entered.length}</b> {say(entered.length === 1 ? 'line' : 'lines')}
        {qty > 0 && (
          <>
            {' · '}
            {say('qty')} <b>{spokenFigure(qty, 'figure')}</b>
          </>
        )}
      </span>
      <Alarms findings={findings} />
      {net != null && tax != null && gross != null && (priced || gross !== 0) && (
        <span>
          {say('net')} <b>{spokenFigure(net, 'amount')}</b> · {say('tax')} <b>{spokenFigure(tax, 'amount')}</b> · {say('gross')}{' '}
          <b className="line-grid__gross">{spokenFigure(gross, 'amount')}</b>
        </span>
      )}
    </div>
  )
}
