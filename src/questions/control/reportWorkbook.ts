import type { Writable } from 'node:stream'

import type { PayloadRequest } from 'payload'

import type { Report } from '@/reports/kit/defineReport'
import { writeWorkbook } from '@/reports/kit/excel/writeWorkbook'
import type { Language } from '@/reports/kit/label'
import { readParams } from '@/reports/kit/params'
import { openReport, type OpenReport } from '@/reports/kit/runReport'
import { readOnly } from '@/src/db/readOnly'
import type { Finding } from '@/src/domain/kernel/decision'
import { minuteOf } from '@/src/domain/kernel/businessDate'
import { now } from '@/src/engine/clock'
import { env } from '@/src/env/env'

import { settledParams } from './settledParams'
import { viewerOf } from './viewerOf'

/** Rows read and written at a time: the memory does not grow with the report. */
const PORTION = 1000

type Asked = {
  /** In whose name: rights are those of this moment. */
  req: PayloadRequest
  report: Report
  /** A question as it was kept: the parameters of an address. What belongs to the screen (`_sort`) is passed over. */
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
  const asked = [...new URLSearchParams(question)].filter(([name]) => !name.startsWith('_'))
  const named = new Set(asked.map(([name]) => name))
  const given = [...asked, ...(await settledParams(req, report)).filter(([name]) => !named.has(name))]
  const { params, findings } = readParams({ shape: report.params, given, language, today, seeCost: viewer.seeCost })
  const all = findings.length > 0 ? findings : (report.check?.(params) ?? [])
  if (all.length > 0) return all
  await readOnly({
    payload: req.payload,
    replicaUrls: env.DATABASE_REPLICA_URLS,
    timeZone: env.TZ_BUSINESS,
    work: async (reader) => {
      const open = await openReport({ report, params, viewer, reader, language, today, portion: PORTION, ...(limit ? { limit } : {}) })
      await writeWorkbook({
        report: progress ? watched(open, progress) : open,
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
