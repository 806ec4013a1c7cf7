import type { PayloadRequest } from 'payload'

import type { Report } from '@/reports/kit/defineReport'
import type { ParamValues, RecordNames } from '@/reports/kit/params'
import { findRecords } from '@/src/engine/documents/findRecords'

/** Filters are stated by code and name; a record the person may not see stays its number. */
export async function recordNames(req: PayloadRequest, report: Report, params: ParamValues): Promise<RecordNames> {
  const named: Record<string, Map<number, string>> = {}
  for (const [name, { relation }] of Object.entries(report.params)) {
    const ids = params[name]
    if (!relation || !Array.isArray(ids) || ids.length === 0) continue
    const records = await findRecords({ req, slug: relation, where: { id: { in: ids } }, limit: ids.length, overrideAccess: false })
    named[name] = new Map(records.map((record) => [record.id, [record['code'], record['name']].filter(Boolean).join(' ')]))
  }
  return named
}
