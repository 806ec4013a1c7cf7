'use client'

import { useState } from 'react'

import type { ReportAnswer } from '@/reports/kit/runReport'

import { ReportChart } from '../reports/ReportChart'
import { useAnswer } from './useAnswer'
import type { Say, Word } from './words'

type Props = { id: number | string; language: 'zh' | 'en'; say: Say }

/** The twelve months up to today, as the address of a report. */
function lastYear(): string {
  const today = new Date()
  const day = (date: Date): string =>
    `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
  return `from=${day(new Date(today.getFullYear(), today.getMonth() - 11, 1))}&to=${day(today)}`
}

const shownColumns = new Set(['month', 'itemCategory', 'amount', 'amountBefore', 'change', 'profit', 'margin'])

const figure = (value: unknown, kind: string): string =>
  value === null || value === undefined
    ? ''
    : kind === 'text' || kind === 'date'
      ? String(value)
      : kind === 'percent'
        ? `${Number(value).toFixed(1)} %`
        : Number(value).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** A report of this customer alone: its chart and its figures, those this person may know. */
const Sales = ({ url, title, language, say }: { url: string; title: string; language: 'zh' | 'en'; say: Say }) => {
  const told = useAnswer<ReportAnswer>(url, language)
  const columns = told && told !== 'failed' ? told.columns.filter(({ key }) => shownColumns.has(key)) : []
  return (
    <section aria-busy={told === null}>
      <h3>{title}</h3>
      {told === 'failed' && <p role="alert">{say('failed')}</p>}
      {told !== null && told !== 'failed' && told.rows.length === 0 && <p>{say('noSales')}</p>}
      {told !== null && told !== 'failed' && told.rows.length > 0 && (
        <>
          {told.chart && <ReportChart option={told.chart} />}
          <div className="customer-card__scroll">
            <table>
              <thead>
                <tr>
                  {columns.map(({ key, title: head, kind }) => (
                    <th key={key} scope="col" className={kind === 'text' ? undefined : 'is-figure'}>
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {told.rows.map((row, index) => (
                  <tr key={index}>
                    {columns.map(({ key, kind }) => (
                      <td key={key} className={kind === 'text' ? (key === 'month' ? 'is-whole' : undefined) : 'is-figure'}>
                        {figure(row[key], kind)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  {columns.map(({ key, kind }, index) => (
                    <td key={key} className={kind === 'text' ? undefined : 'is-figure'}>
                      {index === 0 ? say('total') : figure(told.totals[key], kind)}
                    </td>
                  ))}
                </tr>
              </tfoot>
            </table>
          </div>
        </>
      )}
    </section>
  )
}

const Rate = ({ label, value }: { label: string; value: string }) => (
  <div className="customer-card__tile">
    <dt>{label}</dt>
    <dd>
      <strong>{value}</strong>
    </dd>
  </div>
)

/** Sales by month and by item category against the year before, margin for the entitled, returns, days late. */
export const Analysis = ({ id, language, say }: Props) => {
  const [days] = useState(lastYear)
  const of = `customer=${String(id)}&${days}`
  const returns = useAnswer<ReportAnswer>(`/api/reports/returns-rate?by=customer&${of}`, language)
  const late = useAnswer<{ daysLate: number | null }>(`/api/customers/${String(id)}/card/days-late`, language)
  const rate = returns && returns !== 'failed' ? returns.totals['rate'] : null
  const told = (word: Word, value: string) => <Rate label={say(word)} value={value} />
  return (
    <>
      <dl className="customer-card__tiles">
        {told('returns', rate === null || rate === undefined ? '–' : `${Number(rate).toFixed(2)} %`)}
        {told('late', late === null || late === 'failed' || late.daysLate === null ? '–' : String(late.daysLate))}
      </dl>
      <div className="customer-card__pair is-wide">
        <Sales url={`/api/reports/sales-analysis?by=month&yearBefore=true&${of}`} title={say('monthly')} language={language} say={say} />
        <Sales
          url={`/api/reports/sales-analysis?by=itemCategory&yearBefore=true&${of}`}
          title={say('byCategory')}
          language={language}
          say={say}
        />
      </div>
    </>
  )
}
