import type { PayloadRequest } from 'payload'

import { nextInSeries } from '@/src/ledger/locks'

import type { AnyDocument, DocumentRules } from './document'
import type { Operation } from './operation'
import { refuse } from './refusal'

/**
 * The number of a new document: the next of its series on that day, taken last so that the row is locked as short as possible. A number
 * of its own, as opening documents bring one, must not look like one of the series and must be free.
 */
export async function numberFor({
  req,
  rules,
  doc,
  now,
}: {
  req: PayloadRequest
  rules: DocumentRules
  doc: AnyDocument
  now: Operation['now']
}): Promise<string> {
  if (!doc.no) {
    const next = await nextInSeries({ req, series: rules.series, day: now.date })
    return `${rules.series}${now.date.replaceAll('-', '')}-${String(next).padStart(4, '0')}`
  }
  const { totalDocs } = await req.payload.count({
    collection: rules.slug,
    where: { no: { equals: doc.no } },
    overrideAccess: true,
    req,
  })
  const facts = { field: 'no', value: doc.no }
  if (totalDocs > 0) refuse(req, { code: 'DUPLICATE', path: 'no', facts })
  if (new RegExp(`^${rules.series}\\d{8}-\\d{4,}$`).test(doc.no))
    refuse(req, { code: 'INVALID_INPUT', path: 'no', facts: { ...facts, accepted: 'assigned by the system' } })
  return doc.no
}
