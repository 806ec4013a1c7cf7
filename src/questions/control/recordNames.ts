import type { PayloadRequest } from 'payload'

import type { Report } from '@/reports/kit/defineReport'
import { NO_RECORD } from '@/reports/kit/nameless'
import type { ParamValues, RecordNames } from '@/reports/kit/params'
import { findRecords } from '@/src/engine/documents/findRecords'

/** Filters are stated by code and name; a record the person may not see stays its number. */
export async function recordNames(req: PayloadRequest, report: Report, params: ParamValues): Promise<RecordNames> {
  const named: Record<string, Map<number, string>> = {}
  for (const [name, { relation }] of Object.entries(report.params)) {
    const asked = params[name]
    const ids = Array.isArray(asked) ? asked.filter((id) => id !== NO_RECORD) : []
    if (!relation || ids.length === 0) continue
    const records = await findRecords({ req, slug: relation, where: { id: { in: ids } }, limit: ids.length, overrideAccess: false })
    named[name] = new Map(records.map((record) => [record.id, [record['code'], record['name']].filter(Boolean).join(' ')]))
  }
  return named
}
