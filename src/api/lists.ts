import { PassThrough, Readable } from 'node:stream'

import type { CellValue } from 'exceljs'
import { type Endpoint, type PayloadRequest } from 'payload'

import { readsKind } from '@/src/access/kinds'
import { mayUseSheet } from '@/src/access/sheets'
import { personOf } from '@/src/access/roles'
import { textCell } from '@/reports/kit/excel/cells'
import { inTransaction } from '@/src/db/transaction'
import { noted } from '@/src/domain/control/noted'
import { isFigure, type ListColumn, type ListRow } from '@/src/domain/lists/column'
import { readAddress } from '@/src/domain/lists/address'
import { documentKindOf } from '@/src/domain/kinds'
import { writeAudit } from '@/src/engine/audit'
import { now } from '@/src/engine/clock'
import { languageOf, refuse } from '@/src/engine/refusal'
import { notInForce } from '@/src/pdf/notInForce'
import { listNamed } from '@/src/questions/control/askable'
import { printsOf } from '@/src/pdf/prints'
import { glance } from '@/src/questions/lists/glance'
import { describeList } from '@/src/questions/lists/describeList'
import { type ExportedList, exportList, mostExported } from '@/src/questions/lists/exportList'
import { csvOf, plainCell } from '@/src/questions/lists/writeCsv'
import { listPage, listTotals, type Shown } from '@/src/questions/lists/list'

import { prepareReport } from './prepareReport'
import { requireUser } from './whoAsks'
import { notFound } from './notFound'

/** Lists the house shows; the platform's own records are none. */
function slugIn(req: PayloadRequest): string {
  const slug = String(req.routeParams?.['slug'])
  if (!Object.hasOwn(req.payload.collections, slug) || slug.startsWith('payload-')) throw notFound()
  return slug
}

async function asked(req: PayloadRequest): Promise<Shown> {
  requireUser(req)
  const slug = slugIn(req)
  const params = new URL(req.url ?? '', 'http://local').searchParams
  const columns = (params.get('columns') ?? '').split(',').filter(Boolean).slice(0, 100)
  return { slug, question: readAddress(params), shown: columns.length > 0 ? columns : (await describeList(req, slug)).usual }
}

const page: Endpoint['handler'] = async (req) => Response.json(await listPage(req, await asked(req)))

const totals: Endpoint['handler'] = async (req) => {
  const exact = new URL(req.url ?? '', 'http://local').searchParams.get('exact') === 'true'
  return Response.json(await listTotals(req, await asked(req), exact))
}

/** What can be printed and mailed of several at once; `unsent`: the states in which nobody is sent it. */
const sheets: Endpoint['handler'] = (req) => {
  requireUser(req)
  const language = languageOf(req)
  const mine = printsOf(slugIn(req)).filter((print) => mayUseSheet(personOf(req.user), print, 'print'))
  return Response.json({
    sheets: mine.map((print) => ({
      name: print.name,
      title: print.title[language],
      mail: print.mailTo !== undefined && mayUseSheet(personOf(req.user), print, 'mail'),
      unsent: Object.keys(documentKindOf(print.slug)?.states ?? {}).filter((state) => notInForce(print.slug, state) !== null),
    })),
  })
}

const oneAtAGlance: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const id = Number(req.routeParams?.['id'])
  const found = Number.isInteger(id) && id > 0 ? await glance(req, slugIn(req), id) : null
  if (!found) throw notFound()
  return Response.json(found)
}

/** A rich text keeps its bold, italics and underlines in its cell; a plain one is text, whatever it begins with. */
function excelValue(column: ListColumn, row: ListRow): CellValue {
  const runs = row.cells[column.name]?.runs
  if (runs) return { richText: runs.map(({ text, bold, italic, underline }) => ({ text, font: { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(underline ? { underline } : {}) } })) } // prettier-ignore
  const value = plainCell(column, row)
  return typeof value === 'string' ? textCell(value) : value
}

const formatOf = ({ kind }: ListColumn): string => (kind === 'amount' ? '#,##0.00' : kind === 'figure' ? '#,##0.######' : '@')

/** As wide as it prints: signs of Chinese are two. */
const wide = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2E7F' ? 2 : 1), 0)

/** Wide enough for what the first rows say, and no wider than a line is read. */
function widthOf(column: ListColumn, rows: readonly ListRow[]): number {
  const figure = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: column.kind === 'amount' ? 2 : 0 })
  const told = rows
    .map((row) => plainCell(column, row) ?? '')
    .flatMap((value) => (typeof value === 'number' ? figure(value) : value.split('\n')))
  return Math.min(44, Math.max(8, wide(column.label), ...told.map(wide)) + 2)
}

async function writeSheet({ columns, batches }: ExportedList, title: string, out: PassThrough): Promise<void> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet(title.slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
  })
  const { value: first = [] } = await batches.next()
  sheet.columns = columns.map((column) => ({
    header: textCell(column.label),
    width: widthOf(column, first),
    style: {
      numFmt: formatOf(column),
      alignment: isFigure(column) ? { horizontal: 'right' } : { horizontal: 'left', vertical: 'top', wrapText: column.kind === 'text' },
    },
  }))
  sheet.getRow(1).font = { bold: true }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  const write = (rows: readonly ListRow[]): void => {
    for (const row of rows) sheet.addRow(columns.map((column) => excelValue(column, row))).commit()
  }
  write(first)
  for await (const rows of batches) write(rows)
  await book.commit()
}

const addressOf = (req: PayloadRequest): string => new URL(req.url ?? '', 'http://local').search

const auditList = (req: PayloadRequest, slug: string, ...more: ReturnType<typeof noted>[]): Promise<void> =>
  writeAudit(req, {
    slug,
    documentId: null,
    verb: 'export',
    changes: [{ path: 'list', before: null, after: decodeURIComponent(addressOf(req)).slice(0, 1000) }, ...more],
  })

/** `POST /api/lists/:slug/prepare?<question>`: all of it as CSV, however long, written in the background → `{ doc }`, 202. */
const preparing: Endpoint['handler'] = async (req) => {
  const { slug } = await asked(req)
  if (!readsKind(personOf(req.user), slug)) throw notFound()
  const { title } = await describeList(req, slug)
  const doc = await inTransaction(req, async () => {
    const file = await prepareReport(req, { name: `${title} ${now(req).date}`, report: listNamed(slug), question: addressOf(req).slice(1) })
    await auditList(req, slug)
    return file
  })
  return Response.json({ doc }, { status: 202 })
}

/** Everything the list shows, as a file. What has left the house is on record before it leaves. */
const download: Endpoint['handler'] = async (req) => {
  const question = await asked(req)
  const format = new URL(req.url ?? '', 'http://local').searchParams.get('format') ?? 'xlsx'
  if (format !== 'xlsx' && format !== 'csv')
    refuse(req, { code: 'INVALID_INPUT', path: 'format', facts: { field: 'format', value: format, accepted: 'csv, xlsx' } })
  const found = await exportList(req, question)
  if (!found)
    return refuse(req, {
      code: 'INVALID_INPUT',
      path: 'where',
      facts: { field: 'where', value: null, accepted: `1–${String(mostExported)}; POST /api/lists/${question.slug}/prepare` },
    })
  const { title } = await describeList(req, question.slug)
  await auditList(req, question.slug, noted('rows', { zh: '行数', en: 'Rows' }, found.count))
  const day = now(req).date.replaceAll('-', '')
  const headers = (type: string): HeadersInit => ({
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${question.slug}_${day}.${format}"`,
    'Cache-Control': 'no-store',
  })
  if (format === 'csv')
    return new Response(Readable.toWeb(Readable.from(csvOf(found))) as ReadableStream, { headers: headers('text/csv; charset=utf-8') })
  const out = new PassThrough()
  writeSheet(found, title, out).catch((err: unknown) => {
    if (!out.destroyed) req.payload.logger.error({ err, msg: `The download of the list of ${question.slug} broke off` })
    out.destroy(err as Error)
  })
  return new Response(Readable.toWeb(out) as ReadableStream, {
    headers: headers('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  })
}

/** The one list behind every collection's screen. Rights of rows and fields are those of the collection. */
export const lists: Endpoint[] = [
  { path: '/lists/:slug', method: 'get', handler: page },
  { path: '/lists/:slug/totals', method: 'get', handler: totals },
  { path: '/lists/:slug/sheets', method: 'get', handler: sheets },
  { path: '/lists/:slug/export', method: 'get', handler: download },
  { path: '/lists/:slug/prepare', method: 'post', handler: preparing },
  { path: '/lists/:slug/:id(\\d+)', method: 'get', handler: oneAtAGlance },
]
