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

type Question = { report: string; asks: (today: string) => string }

/**
 * One figure of the home page: a question to a report, and what of the answer is told. The figure is the report's own, so that a click on it shows the same.
 * `figure` gives null where the person may not see the column. `trend` is a question to a report as well, about the last months.
 */
export type Tile = Question & {
  name: string
  title: Label
  figure: (answer: Answer, today: string) => Figure | null
  trend: Question & { title: Label; values: (answer: Answer, today: string) => number[] }
  /** What waits for the person himself: the menu counts it, and it is answered there. Only for roles that are asked. */
  waits?: { place: string; roles: readonly Role[] }
}
