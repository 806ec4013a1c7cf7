'use client'
import { useMemo, useState } from 'react'

import { type ColumnKind, isFigure } from '@/reports/kit/columns'
import type { Language } from '@/reports/kit/label'
import type { Row } from '@/reports/kit/row'
import type { ReportAnswer } from '@/reports/kit/runReport'

import { rowName } from './former'
import { recordBehind } from './recordBehind'
import { sorted } from './sorted'
import type { TextKey } from './texts'
import { gives, useFit } from './useFit'

type Column = ReportAnswer['columns'][number]
type Props = {
  answer: ReportAnswer
  former: { rows: ReadonlyMap<string, Row>; totals: Row } | null
  hidden: ReadonlySet<string>
  sort: string
  admin: string
  language: Language
  onSort: (sort: string) => void
  onDrill: (changes: Record<string, string | null>) => void
  text: (key: TextKey) => string
}

const digits: Readonly<Record<ColumnKind, Intl.NumberFormatOptions>> = {
  text: {},
  date: {},
  money: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  quantity: { maximumFractionDigits: 4 },
  count: {},
  percent: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
}

const withoutCents = {
  zh: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 }),
}

/** Words longer than this take several lines. */
const LONG = 12

/** The column that names a row best: the first words that are no code. */
function nameOf(columns: readonly Column[]): string | undefined {
  const names = columns.filter((column) => !isFigure(column) && column.kind !== 'date')
  return (names.find(({ key }) => !/code$/i.test(key)) ?? names[0])?.key
}

/** On a phone: what names the row and its two weightiest figures. */
function minorOnPhone(columns: readonly Column[]): ReadonlySet<string> {
  const name = nameOf(columns)
  const weighty = columns.filter(({ detail }) => !detail)
  const figures = [
    ...new Set([...weighty.filter(({ kind }) => kind === 'money'), ...weighty.filter(isFigure), ...columns.filter(isFigure)]),
  ].slice(0, 2)
  const kept = new Set([name, ...figures.map(({ key }) => key)])
  return new Set(columns.flatMap(({ key }) => (kept.has(key) ? [] : [key])))
}

/** Figures to the right; header, totals and first column in sight while the rows scroll; a row with something behind it opens it. */
export function ReportTable({ answer, former, hidden, sort, admin, language, onSort, onDrill, text }: Props) {
  const { totals, controlTotal } = answer
  const columns = answer.columns.filter(({ key }) => !hidden.has(key))
  const minor = minorOnPhone(columns)
  const formats = new Map(columns.map(({ key, kind }) => [key, new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-US', digits[kind])]))
  const shown = ({ key, kind }: Column, value: string | number | null | undefined): string => {
    if (value === null || value === undefined) return ''
    if (typeof value !== 'number') return value
    return `${formats.get(key)?.format(value) ?? String(value)}${kind === 'percent' ? ' %' : ''}`
  }
  const classOf = (column: Column, value?: unknown): string =>
    [
      isFigure(column) && 'report__figure',
      typeof value === 'number' && value < 0 && 'report__figure--negative',
      minor.has(column.key) && 'report__minor',
      column.detail && 'report__detail',
      column === first && 'report__first',
      typeof value === 'string' && column.kind === 'text' && value.length > LONG && 'report__words',
    ]
      .filter(Boolean)
      .join(' ')
  const before = (column: Column, row: Row | undefined) =>
    former && isFigure(column) ? <span className="report__former">{row ? shown(column, row[column.key]) : '–'}</span> : null
  const [everything, setEverything] = useState(false)
  const shows = useMemo(() => ({ answer, former, hidden }), [answer, former, hidden])
  const { box, step } = useFit({ shows, everything })
  const [whole, less] = [gives.indexOf('whole'), gives.indexOf('less')]
  const details = step >= less ? columns.filter(({ detail }) => detail) : []
  const first = columns.find((column) => !details.includes(column))
  // where the first column is not there on a phone, its part is played by the name
  const standsIn = minor.has(first?.key ?? '') ? nameOf(columns) : undefined
  if (answer.rows.length === 0) return <p className="report__note">{text('empty')}</p>
  const cell = (column: Column, value: Row[string] | undefined) =>
    step >= whole && column.kind === 'money' && typeof value === 'number' ? (
      <>
        <span className="report__whole" title={shown(column, value)}>
          {withoutCents[language].format(Math.abs(value) < 0.5 ? 0 : value)}
        </span>
        <span className="report__exact">{shown(column, value)}</span>
      </>
    ) : (
      shown(column, value)
    )
  return (
    <>
      {step >= whole && columns.some(({ kind }) => kind === 'money') && (
        <p className="report__note report__on-screen">{text('wholeAmounts')}</p>
      )}
      {details.length > 0 && (
        <p className="report__note report__on-screen">
          {text('notInSight')} {details.map(({ title }) => title).join(language === 'zh' ? '、' : ', ')}{' '}
          <button type="button" className="report__drill" onClick={() => setEverything(true)}>
            {text('allColumns')}
          </button>
        </p>
      )}
      <div ref={box} className={['table report__table', ...gives.slice(1, step + 1).map((name) => `report__table--${name}`)].join(' ')}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => {
                const order = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : undefined
                return (
                  <th key={column.key} scope="col" className={classOf(column)} {...(order ? { 'aria-sort': order } : {})}>
                    <button
                      type="button"
                      className="report__sort"
                      onClick={() => onSort(order === 'descending' ? column.key : order ? '' : `-${column.key}`)}
                    >
                      {column.title}
                      {order && <span aria-hidden>{order === 'ascending' ? ' ↑' : ' ↓'}</span>}
                    </button>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {sorted(answer, sort).map(({ row, drill }, at) => (
              <tr key={at} className={drill ? 'report__row--open' : ''} onClick={drill ? () => onDrill(drill) : undefined}>
                {columns.map((column) => {
                  const record = recordBehind(column, row)
                  return (
                    <td key={column.key} className={classOf(column, row[column.key])}>
                      {drill && column === first ? (
                        <button type="button" className="report__drill" title={text('drill')}>
                          {shown(column, row[column.key]) || '…'}
                        </button>
                      ) : record ? (
                        <a
                          href={`${admin}/collections/${record.slug}/${record.id}`}
                          className="report__drill"
                          onClick={(event) => event.stopPropagation()}
                        >
                          {shown(column, row[column.key])}
                        </a>
                      ) : (
                        cell(column, row[column.key])
                      )}
                      {drill && column.key === standsIn && (
                        <button type="button" className="report__drill report__on-phone" aria-label={text('drill')}>
                          ›
                        </button>
                      )}
                      {before(column, former?.rows.get(rowName(answer, row, false)))}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.key} className={classOf(column, totals[column.key])}>
                  {column === first ? text('total') : cell(column, totals[column.key])}
                  {column.key === standsIn && <span className="report__on-phone">{text('total')}</span>}
                  {column.key in totals && before(column, former?.totals)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
        <p className={controlTotal.ok ? 'report__note' : 'report__note report__note--wrong'}>
          {text('control')}: {controlTotal.label} {controlTotal.expected.toLocaleString('en-US', digits.money)} ·{' '}
          {text(controlTotal.ok ? 'agrees' : 'differs')}
        </p>
      </div>
    </>
  )
}
