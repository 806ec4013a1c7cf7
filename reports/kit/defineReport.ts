import type { Config } from '@/src/payload-types'
import type { Finding } from '@/src/domain/kernel/decision'

import type { ChartPlan } from './chart'
import type { Column } from './columns'
import type { Drill } from './drill'
import type { Label, Language } from './label'
import type { ParamsOf, ParamsShape } from './params'
import type { Row } from './row'
import type { AskedAt, SourceRow, Statement } from './statement'

export type { Row }

/**
 * A report = parameters + one SELECT + pure shaping + a control total that ties it to the books. Screen, Excel and chart are made
 * from this alone.
 *
 * The SELECT returns its rows and, repeated on each (or alone on a row with `_rows` = 0 when there are none):
 * `_rows` number of rows before any limit, `_expected` the control figure from the books, `_tolerance` what rounding may explain,
 * and `total_<column>` for every source column that `shape` needs to make the totals row.
 */
export type ReportDefinition<Shape extends ParamsShape> = {
  name: string
  title: Label
  params: Shape
  /** Parameters that are fine alone and not together. */
  check?: (params: ParamsOf<Shape>) => Omit<Finding, 'severity'>[]
  /** Fills in what was left open and depends on the day, so that the heading states it too. */
  settle?: (params: ParamsOf<Shape>, ask: { today: string }) => ParamsOf<Shape>
  columns: (params: ParamsOf<Shape>) => readonly Column[]
  query: (ask: AskedAt<ParamsOf<Shape>>) => Statement
  /** Source row → shown row; also makes the totals row, from the totals of the same source columns. */
  shape: (row: SourceRow, ask: { params: ParamsOf<Shape>; language: Language }) => Row
  /** The column whose total must equal the books. */
  controlTotal: { column: string; equals: Label }
  chart: (params: ParamsOf<Shape>) => ChartPlan
  /** The column whose equal values stand together and fold in Excel, with a subtotal each. */
  foldBy?: (params: ParamsOf<Shape>) => string | undefined
  /** What a click on a row asks next; null when there is nothing below. */
  drill?: (row: SourceRow, params: ParamsOf<Shape>) => Drill | null
  /** Its figures are those of its one day (`asOf`; today where none is said), whichever that is: two days of it can be laid side by side. */
  onAnyDay?: true
  /** Parameters that the house decides in its settings; what a URL names goes first. */
  fromSettings?: { global: keyof Config['globals']; params: (settings: Record<string, unknown>) => Record<string, string> }
  /** The roles that may open it. */
  rights: readonly string[]
}

/** A report whose parameters have been forgotten by the compiler: what catalogue, endpoint and Excel work with. */
export type Report = ReportDefinition<ParamsShape>

export const defineReport = <Shape extends ParamsShape>(definition: ReportDefinition<Shape>): Report => definition as unknown as Report

export const mayOpen = (report: Report, roles: readonly string[]): boolean => report.rights.some((role) => roles.includes(role))
