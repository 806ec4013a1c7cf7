'use client'
import { type ColumnKind, isFigure } from '@/reports/kit/columns'
import type { Language } from '@/reports/kit/label'
import type { ReportAnswer } from '@/reports/kit/runReport'

import type { TextKey } from './texts'

type Props = {
  answer: ReportAnswer
  language: Language
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

/** Figures to the right, header and totals in sight while the rows scroll; a row with something behind it opens it. */
export function ReportTable({ answer, language, onDrill, text }: Props) {
  const { columns, rows, totals, drills, controlTotal } = answer
  const formats = new Map(columns.map(({ key, kind }) => [key, new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-US', digits[kind])]))
  const shown = ({ key, kind }: (typeof columns)[number], value: string | number | null | undefined): string => {
    if (value === null || value === undefined) return ''
    if (typeof value !== 'number') return value
    return `${formats.get(key)?.format(value) ?? String(value)}${kind === 'percent' ? ' %' : ''}`
  }
  const classOf = (column: (typeof columns)[number], value?: unknown): string =>
    `${isFigure(column) ? 'report__figure' : ''}${typeof value === 'number' && value < 0 ? ' report__figure--negative' : ''}`
  if (rows.length === 0) return <p className="report__note">{text('empty')}</p>
  return (
    <div className="table report__table">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const drill = drills[at]
            return (
              <tr key={at} className={drill ? 'report__row--open' : ''} onClick={drill ? () => onDrill(drill) : undefined}>
                {columns.map((column, place) => (
                  <td key={column.key} className={classOf(column, row[column.key])}>
                    {drill && place === 0 ? (
                      <button type="button" className="report__drill" title={text('drill')}>
                        {shown(column, row[column.key])}
                      </button>
                    ) : (
                      shown(column, row[column.key])
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            {columns.map((column, place) => (
              <td key={column.key} className={classOf(column, totals[column.key])}>
                {place === 0 ? text('total') : shown(column, totals[column.key])}
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
  )
}
