import { addDays, addMonths, businessDate, isBusinessDate } from '@/src/domain/kernel/businessDate'
import { isFigure } from '@/reports/kit/columns'
import type { ReportAnswer } from '@/reports/kit/runReport'
import type { Row } from '@/reports/kit/row'

type Days = { from: string; to: string }

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The days a period is compared with: the same days of the year before, or as many days right before it. */
export function formerDays({ from, to }: Days, against: string): Days | null {
  if (!isBusinessDate(from) || !isBusinessDate(to)) return null
  if (against === 'year') return { from: addMonths(businessDate(from), -12), to: addMonths(businessDate(to), -12) }
  if (against !== 'period') return null
  const days = daysBetween(from, to) + 1
  return { from: addDays(businessDate(from), -days), to: addDays(businessDate(from), -1) }
}

/** The day a day is compared with: the same of the year before, or of the month before. */
export function formerDay(day: string, against: string): string | null {
  const months = { year: -12, period: -1 }[against]
  return months !== undefined && isBusinessDate(day) ? addMonths(businessDate(day), months) : null
}

/** What names a row: its texts; months and years one year on when the year before is laid beside them. */
export const rowName = (answer: Pick<ReportAnswer, 'columns'>, row: Row, yearOn: boolean): string =>
  answer.columns
    .filter((column) => !isFigure(column) && column.kind !== 'date')
    .map(({ key }) => {
      const text = String(row[key] ?? '')
      return yearOn && /^\d{4}(-(Q\d|\d{2}))?$/.test(text) ? `${Number(text.slice(0, 4)) + 1}${text.slice(4)}` : text
    })
    .join('\u0000')

/** The rows of the former period by name. */
export const formerRows = (former: ReportAnswer, against: string): ReadonlyMap<string, Row> =>
  new Map(former.rows.map((row) => [rowName(former, row, against === 'year'), row]))
