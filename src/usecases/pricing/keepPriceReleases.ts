import type { PayloadRequest } from 'payload'

import { isPriceReleasable } from '@/src/engine/releasable'
import type { AnyDocument } from '@/src/engine/document'
import { recordNote } from '@/src/engine/audit'
import { isOnlyChecked, type Operation } from '@/src/engine/operation'
import { createDocument } from '@/src/engine/documents/createDocument'

import { standingRequest } from './standingRequest'

/**
 * After a document was checked: a price below the minimum that passed by right is written to the audit log; in release mode the
 * lines nobody has released become a request to those who can, and an open request that no longer fits is void.
 */
export async function keepPriceReleases({
  req,
  slug,
  doc,
  operation,
}: {
  req: PayloadRequest
  slug: string
  doc: AnyDocument
  operation: Operation
}): Promise<void> {
  const audited = operation.findings.filter(({ code, facts }) => code === 'BELOW_MINIMUM_PRICE' && facts['audited'])
  if (audited.length > 0) {
    const changes = audited.map(({ path, facts }) => ({ path, before: null, after: facts['netPrice'] }))
    await recordNote({ req, operation, doc, verb: 'sellBelowMinimum', changes, reason: String(doc['remark'] ?? '') || null })
  }
  const breaches = operation.priceBreaches
  if (!breaches || isOnlyChecked(req) || ['approve', 'issue'].includes(operation.verb)) return
  const isNew = operation.verb === 'create'
  const standing = isNew ? null : await standingRequest({ req, document: { slug, id: doc.id }, breaches })
  if (breaches.length === 0 || standing !== null) return
  if (!isPriceReleasable(slug)) throw new Error(`${slug} has no prices to release`)
  const reason = typeof doc['remark'] === 'string' ? doc['remark'] : null
  await createDocument({
    req,
    slug: 'price-releases',
    data: { document: { relationTo: slug, value: doc.id }, reason },
    overrideAccess: true,
  })
}
