import type { Role } from '@/src/domain/people/person'
import type { Label } from './label'

export type Figure = {
  value: number
  kind: 'money' | 'count' | 'percent'
  beside?: { label: Label; value: number; late?: boolean }
}

/** What is looked at of an answer. */
export type Answer = {
  rows: readonly Readonly<Record<string, unknown>>[]
  totals: Readonly<Record<string, unknown>>
  rowCount: number
}

/** `only`: the columns that are looked at, where the others cost most. */
type Question = { report: string; asks: (today: string) => string; only?: readonly string[] }

/** The address of a question as the home page asks it: without its proof, which nobody sees there. */
export const questionOf = ({ report, asks, only }: Question, today: string): string =>
  `${report}?${[asks(today), 'limit=60', 'proof=no', ...(only ? [`only=${only.join(',')}`] : [])].filter(Boolean).join('&')}`

/**
 * One figure of the home page: a question to a report, and what of the answer is told. The figure is the report's own, so that a click on it shows the same.
 * `figure` gives null where the person may not see the column. `trend` is a question to a report as well, about the last months.
 */
export type Tile = Question & {
  name: string
  title: Label
  figure: (answer: Answer, today: string) => Figure | null
  trend: Question & { title: Label; values: (answer: Answer, today: string) => number[] }
  /** The figure is the last of its trend, proven equal for everybody: whoever may ask both asks for the trend alone. */
  endsTrend?: true
  /** What waits for the person himself: the menu counts it, and it is answered there. Only for roles that are asked. */
  waits?: { place: string; roles: readonly Role[] }
}
