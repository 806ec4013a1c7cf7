import { PassThrough, Readable } from 'node:stream'

import { type Endpoint, type PayloadRequest } from 'payload'

import { reports } from '@/reports'
import { mayOpen } from '@/reports/kit/defineReport'
import { describeReport } from '@/reports/kit/describeReport'
import { writeWorkbook } from '@/reports/kit/excel/writeWorkbook'
import { inOrder } from '@/reports/kit/inOrder'
import { openReport, runReport } from '@/reports/kit/runReport'
import type { Viewer } from '@/reports/kit/statement'
import { readOnly } from '@/src/db/readOnly'
import { now } from '@/src/engine/clock'
import { env } from '@/src/env/env'
import { languageOf } from '@/src/engine/refusal'

import { viewerOf } from '@/src/questions/control/viewerOf'
import { personOf } from '@/src/access/roles'

import { auditExport } from './auditExport'
import { csvCell } from '@/src/domain/lists/csvCell'
import { recordNames } from '@/src/questions/control/recordNames'
import { notFound } from './notFound'
import { type Question, questionOf } from './reportQuestion'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Rows read and written at a time: the memory of a download does not grow with the report. */
const portion = 1000

const list: Endpoint['handler'] = (req) => {
  const { roles, seeCost } = viewerOf(req)
  return Response.json({
    reports: reports.filter((report) => mayOpen(report, roles)).map((report) => describeReport(report, languageOf(req), seeCost)),
  })
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
