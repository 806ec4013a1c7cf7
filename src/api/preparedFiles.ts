import { Readable } from 'node:stream'

import { type Endpoint, type PayloadRequest } from 'payload'

import { reports } from '@/reports'
import { mayOpen } from '@/reports/kit/defineReport'
import { businessDateOf } from '@/src/domain/kernel/instant'
import { env } from '@/src/env/env'
import { dropParts, readParts } from '@/src/db/preparedFiles'
import { inTransaction } from '@/src/db/transaction'
import { personOf } from '@/src/access/roles'
import { takersOut } from '@/src/domain/people/crews'
import { now } from '@/src/engine/clock'
import { findDocument } from '@/src/engine/documents/findDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { updateDocument } from '@/src/engine/documents/updateDocument'
import { writeAudit } from '@/src/engine/audit'
import { languageOf, refuse } from '@/src/engine/refusal'
import { wholeCompany } from '@/src/questions/control/askable'
import { preparedKind } from '@/src/questions/control/preparedKind'
import { viewerOf } from '@/src/questions/control/viewerOf'
import { prepareReport } from './prepareReport'

import { auditExport } from './auditExport'
import { questionOf } from './reportQuestion'
import { requireUser } from './whoAsks'
import { notFound } from './notFound'

/** The file of the address, if it is the asker's own. */
async function ownFile(req: PayloadRequest): Promise<Stored<'prepared-files'>> {
  requireUser(req)
  const id = Number(req.routeParams?.['id'])
  const file = Number.isInteger(id) ? await findDocument({ req, slug: 'prepared-files', id, overrideAccess: false }) : null
  if (!file) throw notFound()
  return file
}

/** What the address asks of the report, without what belongs to the answer; its order and the columns left out as a kept question says them. */
const questionIn = (req: PayloadRequest): string => {
  const asked = new URL(req.url ?? '', 'http://localhost').searchParams
  for (const name of ['sort', 'hide']) {
    const said = asked.get(name)
    if (said) asked.set(`_${name}`, said)
  }
  for (const name of ['format', 'limit', 'sort', 'hide', 'locale', 'fallback-locale', 'depth']) asked.delete(name)
  return asked.toString()
}

/** `POST /api/reports/:name/prepare?<question>`: the report as Excel, written in the background → `{ doc }`, 202. */
export const reportPreparing: Endpoint = {
  path: '/reports/:name/prepare',
  method: 'post',
  handler: async (req) => {
    requireUser(req)
    const report = reports.find(({ name }) => name === req.routeParams?.['name'])
    if (!report || !mayOpen(report, viewerOf(req).roles)) throw notFound()
    const asked = await questionOf(req, report, viewerOf(req)) // a bad one is refused now, not when it is written
    const language = languageOf(req)
    const question = questionIn(req)
    const doc = await inTransaction(req, async () => {
      const file = await prepareReport(req, { name: `${report.title[language]} ${now(req).date}`, report: report.name, question })
      await auditExport(req, asked)
      return file
    })
    return Response.json({ doc }, { status: 202 })
  },
}

/**
 * `POST /api/export`: every table and file of the company in one archive, written in the background → `{ doc }`, 202. Only who reads
 * everything; on record before the first byte is written.
 */
export const companyExport: Endpoint = {
  path: '/export',
  method: 'post',
  handler: async (req) => {
    requireUser(req)
    const person = personOf(req.user)
    if (!person || !preparedKind(wholeCompany, person)) refuse(req, { code: 'FORBIDDEN', facts: { verb: 'export', roles: takersOut } })
    const title = { zh: '全部数据', en: 'The whole company' }[languageOf(req)]
    const doc = await inTransaction(req, async () => {
      const file = await prepareReport(req, { name: `${title} ${now(req).date}`, report: wholeCompany, question: '' })
      await writeAudit(req, { slug: 'company', verb: 'export', changes: [] })
      return file
    })
    return Response.json({ doc }, { status: 202 })
  },
}

/**
 * `POST /api/prepared-files/:id/cancel`. `GET /api/prepared-files/:id/file`: the finished file; gone when it has expired, or the report is no longer open to
 * the person.
 */
export const preparedFileDoors: Endpoint[] = [
  {
    path: '/:id(\\d+)/cancel',
    method: 'post',
    handler: async (req) => {
      const file = await ownFile(req)
      if (!['queued', 'running'].includes(file.status)) return Response.json({ doc: file })
      const doc = await inTransaction(req, () =>
        updateDocument({ req, slug: 'prepared-files', id: file.id, data: { status: 'cancelled' }, overrideAccess: true }),
      )
      await dropParts({ payload: req.payload, file: file.id })
      return Response.json({ doc })
    },
  },
  {
    path: '/:id(\\d+)/file',
    method: 'get',
    handler: async (req) => {
      const file = await ownFile(req)
      const person = personOf(req.user)
      const kind = person && preparedKind(file.report, person)
      const expired = file.expiresAt === null || file.expiresAt === undefined || file.expiresAt < now(req).instant
      if (file.status !== 'done' || expired || !kind) throw notFound()
      await writeAudit(req, { slug: 'prepared-files', documentId: file.id, no: file.name, verb: 'download' })
      return new Response(Readable.toWeb(readParts({ payload: req.payload, file: file.id })) as ReadableStream, {
        headers: {
          'Content-Type': kind.type,
          'Content-Length': String(file.bytes),
          'Content-Disposition': `attachment; filename="${file.report.replace('/', '_')}_${businessDateOf({ instant: file.createdAt, timeZone: env.TZ_BUSINESS }).replaceAll('-', '')}.${kind.ending}"`,
          'Cache-Control': 'no-store',
        },
      })
    },
  },
]
