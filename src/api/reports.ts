import { PassThrough, Readable } from 'node:stream'

import { type Endpoint, type PayloadRequest } from 'payload'

import { reports } from '@/reports'
import { mayOpen, type Report } from '@/reports/kit/defineReport'
import { describeReport } from '@/reports/kit/describeReport'
import { writeWorkbook } from '@/reports/kit/excel/writeWorkbook'
import { notAccepted, readParams, type ParamValues } from '@/reports/kit/params'
import { inOrder } from '@/reports/kit/inOrder'
import { type RowOrder, rowOrderOf } from '@/reports/kit/rowOrder'
import { columnsOf, openReport, runReport } from '@/reports/kit/runReport'
import type { Viewer } from '@/reports/kit/statement'
import { readOnly } from '@/src/db/readOnly'
import { now } from '@/src/engine/clock'
import { env } from '@/src/env/env'
import { languageOf, refusal } from '@/src/engine/refusal'

import { viewerOf } from '@/src/questions/control/viewerOf'
import { personOf } from '@/src/access/roles'

import { auditExport } from './auditExport'
import { csvCell } from '@/src/domain/lists/csvCell'
import { recordNames } from '@/src/questions/control/recordNames'
import { settledParams } from '@/src/questions/control/settledParams'
import { notFound } from './notFound'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Parameters of the answer itself, beside those of the report. */
const ofTheAnswer = new Set(['format', 'limit', 'sort', 'hide', 'proof', 'only', 'locale', 'fallback-locale', 'depth'])
const formats = ['json', 'xlsx', 'csv'] as const
/** Rows read and written at a time: the memory of a download does not grow with the report. */
const portion = 1000

const list: Endpoint['handler'] = (req) => {
  const { roles, seeCost } = viewerOf(req)
  return Response.json({
    reports: reports.filter((report) => mayOpen(report, roles)).map((report) => describeReport(report, languageOf(req), seeCost)),
  })
}

type Question = {
  report: Report
  params: ParamValues
  format: (typeof formats)[number]
  limit: number | undefined
  sort: RowOrder | undefined
  /** Columns a file leaves out. */
  hidden: ReadonlySet<string>
  /** Whether the total is compared with the books. */
  proven: boolean
  /** The columns that are looked at. */
  only: ReadonlySet<string> | undefined
}

/** Reads and checks everything that was asked; a bad parameter is refused with its name and what is accepted, all at once. */
export async function questionOf(req: PayloadRequest, report: Report, viewer: Viewer): Promise<Question> {
  const asked = [...new URL(req.url ?? '', 'http://localhost').searchParams]
  const named = new Set(asked.map(([name]) => name))
  const given = [...asked, ...(await settledParams(req, report)).filter(([name]) => !named.has(name))]
  const answer = new Map(given.filter(([name]) => ofTheAnswer.has(name)))
  const { params, findings } = readParams({
    shape: report.params,
    given: given.filter(([name]) => !ofTheAnswer.has(name)),
    language: languageOf(req),
    today: now(req).date,
    seeCost: viewer.seeCost,
  })
  const format = formats.find((known) => known === (answer.get('format') || 'json'))
  if (!format) findings.push(notAccepted('format', answer.get('format'), formats.join(', ')))
  const limit = answer.get('limit') ? Number(answer.get('limit')) : undefined
  if (limit !== undefined && !(Number.isInteger(limit) && limit > 0)) findings.push(notAccepted('limit', answer.get('limit'), '1, 2, 3 …'))
  if (findings.length === 0) findings.push(...(report.check?.(params) ?? []))
  const proof = answer.get('proof') || 'yes'
  if (proof !== 'yes' && (proof !== 'no' || format !== 'json'))
    findings.push(notAccepted('proof', proof, format === 'json' ? 'yes, no' : 'yes'))
  const wanted = answer.get('sort')
  const hidden = new Set((answer.get('hide') ?? '').split(',').filter(Boolean))
  const only = answer.get('only') ? new Set((answer.get('only') ?? '').split(',').filter(Boolean)) : undefined
  if (only && format !== 'json') findings.push(notAccepted('only', answer.get('only'), 'format = json'))
  const columns =
    (wanted || hidden.size > 0 || only) && findings.length === 0 ? columnsOf({ report, params, viewer, today: now(req).date }) : []
  const sort = wanted ? (rowOrderOf(wanted, columns) ?? undefined) : undefined
  if (wanted && !sort && findings.length === 0)
    findings.push(notAccepted('sort', wanted, columns.flatMap(({ key }) => [key, `-${key}`]).join(', ')))
  for (const [name, named] of Object.entries({ hide: hidden, only: only ?? new Set<string>() })) {
    const unknown = [...named].filter((one) => columns.every(({ key }) => key !== one))
    if (unknown.length > 0 && findings.length === 0)
      findings.push(notAccepted(name, unknown.join(','), columns.map(({ key }) => key).join(', ')))
  }
  if (!format || findings.length > 0) {
    throw refusal(
      findings.map((finding) => ({ ...finding, severity: 'error' as const })),
      req,
    )
  }
  return { report, params, format, limit, sort, hidden, proven: proof === 'yes', only }
}

/** Whether a click that leads to another report leads anywhere for this person. */
const mayAskAs =
  ({ roles }: Viewer) =>
  (name: string): boolean =>
    reports.some((report) => report.name === name && mayOpen(report, roles))

const one: Endpoint['handler'] = async (req) => {
  const viewer = viewerOf(req)
  const report = reports.find(({ name }) => name === req.routeParams?.['name'])
  if (!report || !mayOpen(report, viewer.roles)) throw notFound()
  const question = await questionOf(req, report, viewer)
  if (question.format === 'csv') return answerCsv(req, question, viewer)
  return question.format === 'json' ? answerJson(req, question, viewer) : answerWorkbook(req, question, viewer)
}

async function answerJson(req: PayloadRequest, question: Question, viewer: Viewer): Promise<Response> {
  const { report, params, limit, sort, proven, only } = question
  const names = await recordNames(req, report, params)
  const answer = await readOnly({
    payload: req.payload,
    replicaUrls: env.DATABASE_REPLICA_URLS,
    timeZone: env.TZ_BUSINESS,
    work: (reader) =>
      runReport({
        report,
        params,
        viewer,
        reader,
        limit,
        sort,
        names,
        proven,
        only,
        mayAsk: mayAskAs(viewer),
        language: languageOf(req),
        today: now(req).date,
      }),
  })
  const { controlTotal, ...told } = answer
  return Response.json(proven ? { ...told, controlTotal } : told)
}

/** The rows as comma-separated text for other systems: headings, rows, no totals. Audited like every export. */
async function answerCsv(req: PayloadRequest, question: Question, viewer: Viewer): Promise<Response> {
  const { report, params, limit, sort, hidden } = question
  await auditExport(req, question)
  const { columns: all, rows } = await readOnly({
    payload: req.payload,
    replicaUrls: env.DATABASE_REPLICA_URLS,
    timeZone: env.TZ_BUSINESS,
    work: (reader) => runReport({ report, params, viewer, reader, limit, sort, language: languageOf(req), today: now(req).date }),
  })
  const columns = all.filter(({ key }) => !hidden.has(key))
  const lines = [columns.map(({ title }) => csvCell(title)), ...rows.map((row) => columns.map(({ key }) => csvCell(row[key])))]
  const file = `${report.name}_${now(req).date.replaceAll('-', '')}.csv`
  return new Response(`\uFEFF${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file}"`,
      'Cache-Control': 'no-store',
    },
  })
}

/** Audited first: what has left the house is on record even when the download breaks off. */
async function answerWorkbook(req: PayloadRequest, question: Question, viewer: Viewer): Promise<Response> {
  const { report, params, limit, sort, hidden } = question
  const names = await recordNames(req, report, params)
  await auditExport(req, question)
  const out = new PassThrough()
  const language = languageOf(req)
  const writing = readOnly({
    payload: req.payload,
    replicaUrls: env.DATABASE_REPLICA_URLS,
    timeZone: env.TZ_BUSINESS,
    work: async (reader) => {
      const asked = { report, params, viewer, reader, names, language, today: now(req).date, portion }
      await writeWorkbook({
        report: sort ? await inOrder(await openReport(asked), sort, limit) : await openReport({ ...asked, limit }),
        hidden,
        out,
        language,
        preparedFor: personOf(req.user)?.name ?? '',
        generatedAt: `${new Date(now(req).instant).toLocaleString('sv-SE', { timeZone: env.TZ_BUSINESS })} (${env.TZ_BUSINESS})`,
      })
    },
  })
  await firstBytes(out, writing)
  writing.catch((err: unknown) => {
    if (!out.destroyed) req.payload.logger.error({ err, msg: `The download of ${report.name} broke off` })
    out.destroy(err as Error)
  })
  const file = `${report.name}_${now(req).date.replaceAll('-', '')}.xlsx`
  return new Response(Readable.toWeb(out) as ReadableStream, {
    headers: { 'Content-Type': xlsx, 'Content-Disposition': `attachment; filename="${file}"`, 'Cache-Control': 'no-store' },
  })
}

/** A query that fails at once is an error answer, not a broken file: the head of the answer waits for the first bytes. */
const firstBytes = (out: PassThrough, writing: Promise<void>): Promise<void> =>
  Promise.race([new Promise<void>((resolve) => out.once('readable', () => resolve())), writing])

/** The reports as JSON and as Excel. Rights of functions, rows and fields are those of the lists. */
export const reportEndpoints: Endpoint[] = [
  { path: '/reports', method: 'get', handler: list },
  { path: '/reports/:name', method: 'get', handler: one },
]
