import { d } from '@/src/domain/kernel/decimal'
import { roundAmount, toNumber } from '@/src/domain/kernel/money'

import { chartOption, type ChartOption } from './chart'
import { chartWords } from './chartWords'
import type { Column } from './columns'
import type { Report, Row } from './defineReport'
import { shownFigure, shownRow } from './figures'
import type { Language } from './label'
import { shownColumns } from './reportColumns'
import { firstInOrder, type RowOrder } from './rowOrder'
import { stateParams, type ParamValues, type RecordNames } from './params'
import type { Reader, SourceRow, Viewer } from './statement'

export type Ask = {
  report: Report
  params: ParamValues
  viewer: Viewer
  reader: Reader
  language: Language
  today: string
  names?: RecordNames
  /** Whether the person may ask another report, which a click on a row may lead to. */
  mayAsk?: (report: string) => boolean
  /** Without: the control figure is not looked up, which may cost more than all the others, and says nothing. Figures of the home page are asked so. */
  proven?: boolean
  /** The columns that are looked at: no other is in the answer. */
  only?: ReadonlySet<string> | undefined
}

export type ControlTotal = { column: string; label: string; expected: number; actual: number; ok: boolean }

/** A report that has been asked: its heading and totals are known, its rows are still to be read (once). */
export type OpenReport = {
  title: string
  name: string
  stated: { name: string; label: string; value: string }[]
  columns: readonly Column[]
  /** What was asked, with what was left open filled in. */
  asked: ParamValues
  rowCount: number
  totals: Row
  controlTotal: ControlTotal
  batches: AsyncIterable<{ source: SourceRow; row: Row }[]>
  chart: (rows: readonly Row[]) => ChartOption | null
  /** The column whose equal values stand together. */
  foldBy?: string
}

const totalsOf = (envelope: SourceRow): SourceRow =>
  Object.fromEntries(
    Object.entries(envelope).flatMap(([key, value]) => (key.startsWith('total_') ? [[key.slice('total_'.length), value]] : [])),
  )

function controlOf({
  report,
  envelope,
  totals,
  language,
}: {
  report: Report
  envelope: SourceRow
  totals: Row
  language: Language
}): ControlTotal {
  const { column, equals } = report.controlTotal
  const [expected, actual] = [d(envelope['_expected'] as string | null), d(totals[column])]
  const ok = expected
    .minus(actual)
    .abs()
    .lte(d(envelope['_tolerance'] as string | null))
  return { column, label: equals[language], expected: toNumber(roundAmount(expected)), actual: toNumber(roundAmount(actual)), ok }
}

/**
 * Asks the one SELECT and reads its first portion. Columns that tell the cost are left out for whoever may not see it, and with
 * them their figures. `portion` > 0 reads through a cursor; 0 reads everything at once, which Postgres may do in parallel.
 */
export async function openReport({
  report,
  params,
  viewer,
  reader,
  language,
  today,
  names,
  limit,
  portion = 0,
  proven = true,
  only,
}: Ask & { limit?: number; portion?: number }): Promise<OpenReport> {
  const { query, shape } = report
  const asked = report.settle?.(params, { today }) ?? params
  const statement = query({
    params: asked,
    scope: viewer.scope,
    warehouses: viewer.warehouses,
    roles: viewer.roles,
    today,
    limit,
    proven,
    only,
  })
  const source = portion > 0 ? reader.batches(statement, portion) : once(reader.rows(statement))
  const portions = source[Symbol.asyncIterator]()
  const first = await portions.next()
  const envelope: SourceRow = (first.done ? undefined : first.value[0]) ?? { _rows: 0 }
  const rowCount = Number(envelope['_rows'] ?? 0)
  const columns = shownColumns({ report, params: asked, viewer }).filter(({ key }) => only?.has(key) ?? true)
  const shaped = (rows: SourceRow[]) => rows.map((row) => ({ source: row, row: shape(row, { params: asked, language }) }))
  const all = shape(totalsOf(envelope), { params: asked, language })
  const summed = columns.filter((column) => column.total !== undefined)

  async function* batches() {
    if (rowCount === 0 || first.done) return
    yield shaped(first.value)
    for (let next = await portions.next(); !next.done; next = await portions.next()) yield shaped(next.value)
  }
  const foldBy = report.foldBy?.(asked)
  return {
    ...(foldBy ? { foldBy } : {}),
    title: report.title[language],
    name: report.name,
    stated: stateParams({ shape: report.params, params: asked, language, names }),
    columns,
    asked,
    rowCount,
    totals: Object.fromEntries(summed.map(({ key }) => [key, all[key] ?? null])),
    controlTotal: controlOf({ report, envelope, totals: all, language }),
    batches: batches(),
    chart: (rows) => chartOption({ plan: report.chart(asked), rows, columns, language, title: report.title[language] }),
  }
}

async function* once(rows: Promise<SourceRow[]>): AsyncGenerator<SourceRow[]> {
  yield await rows
}

export type ReportAnswer = {
  name: string
  title: string
  params: { name: string; label: string; value: string }[]
  columns: (Pick<Column, 'key' | 'kind' | 'opens' | 'detail'> & { title: string })[]
  rows: Row[]
  totals: Row
  rowCount: number
  controlTotal: ControlTotal
  chart: ChartOption | null
  /** What the chart cannot show: differences too small for an axis from zero. */
  chartSays: string[]
  /** Beside each row: the parameters a click on it changes, or null. */
  drills: (Record<string, string | null> | null)[]
}

/** Rows read at a time where an order is asked for: every row is looked at, few are kept. */
const SORTED_PORTION = 1000

/**
 * The whole report as JSON: figures are numbers rounded as shown, totals are rounded from the exact sums of all rows. `sort` names a shown column, `-`
 * before it means downwards; with a `limit` the answer has the first of all rows in that order.
 */
export async function runReport(ask: Ask & { limit?: number; sort?: RowOrder | undefined }): Promise<ReportAnswer> {
  const { report, params, language, limit, sort, mayAsk, ...rest } = ask
  const asked = { report, params, language, ...rest }
  const open = await openReport(sort ? { ...asked, portion: SORTED_PORTION } : { ...asked, ...(limit === undefined ? {} : { limit }) })
  const rows: Row[] = []
  const drills: ReportAnswer['drills'] = []
  const exact: Row[] = []
  for await (const { source, row } of sort ? await firstInOrder(open.batches, sort, limit) : each(open.batches)) {
    exact.push(row)
    rows.push({ ...idsOf(row), ...shownRow(open.columns, row) })
    const found = report.drill?.(source, open.asked) ?? null
    const drill = found?.['_report'] && !mayAsk?.(found['_report']) ? null : found
    drills.push(drill && Object.fromEntries(Object.entries(drill).map(([key, value]) => [key, value ?? null])))
  }
  const summed = open.columns.filter(({ key }) => key in open.totals)
  const chart = open.chart(exact)
  return {
    name: open.name,
    title: open.title,
    params: open.stated,
    columns: open.columns.map(({ key, title, kind, opens, detail }) => ({
      ...{ key, title: title[language], kind, ...(opens && { opens }), ...(detail && { detail }) },
    })),
    rows,
    totals: Object.fromEntries(summed.map((column) => [column.key, shownFigure(column, open.totals[column.key])])),
    rowCount: open.rowCount,
    controlTotal: open.controlTotal,
    chart,
    chartSays: chart ? chartWords({ option: chart, columns: open.columns, language }) : [],
    drills,
  }
}

async function* each<One>(batches: AsyncIterable<readonly One[]>): AsyncGenerator<One> {
  for await (const batch of batches) yield* batch
}

/** Record ids stay in the answer, with what kind of record they are of, so that a client can follow a row to its customer, item or document. */
const idsOf = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([key]) => /(Id|Slug)$/.test(key)))
