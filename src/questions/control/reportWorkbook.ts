import type { Writable } from 'node:stream'

import type { PayloadRequest } from 'payload'

import type { Report } from '@/reports/kit/defineReport'
import { writeWorkbook } from '@/reports/kit/excel/writeWorkbook'
import type { Language } from '@/reports/kit/label'
import { asForm, readParams } from '@/reports/kit/params'
import { inOrder } from '@/reports/kit/inOrder'
import { rowOrderOf } from '@/reports/kit/rowOrder'
import { columnsOf } from '@/reports/kit/reportColumns'
import { openReport, type OpenReport } from '@/reports/kit/runReport'
import { readOnly } from '@/src/db/readOnly'
import type { Finding } from '@/src/domain/kernel/decision'
import { minuteOf } from '@/src/domain/kernel/instant'
import { now } from '@/src/engine/clock'
import { env } from '@/src/env/env'

import { recordNames } from './recordNames'
import { settledParams } from './settledParams'
import { viewerOf } from './viewerOf'

/** Rows read and written at a time: the memory does not grow with the report. */
const PORTION = 1000

type Asked = {
  /** In whose name: rights are those of this moment. */
  req: PayloadRequest
  report: Report
  /** A question as it was kept: the parameters of an address. Of what belongs to the screen, order and hidden columns hold for the file as well. */
  question: string
  language: Language
  preparedFor: string
  out: Writable
  limit?: number
  /** Told before the first row and after each portion; what it throws ends the writing. */
  progress?: (rows: { written: number; all: number }) => Promise<void>
}

/**
 * Writes a kept question as a workbook, as its reader would download it now. The findings when the question no longer is one its report understands: then
 * nothing was written.
 */
export async function writeReportWorkbook({
  req,
  report,
  question,
  language,
  preparedFor,
  out,
  limit,
  progress,
}: Asked): Promise<Omit<Finding, 'severity'>[]> {
  const viewer = viewerOf(req)
  const { instant, date: today } = now(req)
  const kept = new URLSearchParams(question)
  const asked = [...kept].filter(([name]) => !name.startsWith('_'))
  const named = new Set(asked.map(([name]) => name))
  const given = [...asked, ...(await settledParams(req, report)).filter(([name]) => !named.has(name))]
  const { params, findings } = readParams({ shape: report.params, given, language, today, seeCost: viewer.seeCost })
  const all = findings.length > 0 ? findings : (report.check?.(params) ?? [])
  if (all.length > 0) return asForm(all, report.params, language)
  const names = await recordNames(req, report, params)
  await readOnly({
    payload: req.payload,
    replicaUrls: env.DATABASE_REPLICA_URLS,
    timeZone: env.TZ_BUSINESS,
    work: async (reader) => {
      const whole = { report, params, viewer, reader, language, today, names, portion: PORTION }
      const order = rowOrderOf(kept.get('_sort') ?? '', columnsOf({ report, params, viewer, today }))
      const open = order
        ? await inOrder(await openReport(whole), order, limit)
        : await openReport({ ...whole, ...(limit ? { limit } : {}) })
      await writeWorkbook({
        report: progress ? watched(open, progress) : open,
        hidden: new Set((kept.get('_hide') ?? '').split(',')),
        out,
        language,
        preparedFor,
        generatedAt: `${minuteOf({ instant, timeZone: env.TZ_BUSINESS })} (${env.TZ_BUSINESS})`,
      })
    },
  })
  return []
}

/** The same report, which tells how far it has been read. */
function watched(open: OpenReport, progress: NonNullable<Asked['progress']>): OpenReport {
  async function* batches() {
    let written = 0
    await progress({ written, all: open.rowCount })
    for await (const batch of open.batches) {
      yield batch
      written += batch.length
      await progress({ written, all: open.rowCount })
    }
  }
  return { ...open, batches: batches() }
}
