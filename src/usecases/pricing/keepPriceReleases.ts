import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import { roundPrice } from '@/src/domain/kernel/money'
import { isPriceReleasable } from '@/src/engine/releasable'
import { openPriceReleases, priceReleasers } from '@/src/ledger/facts/priceReleases'

import { notify } from '../control/notify'
import type { AnyDocument } from '@/src/engine/document'
import { recordNote } from '@/src/engine/audit'
import { isOnlyChecked, type Operation } from '@/src/engine/operation'
import { takeStep } from '@/src/engine/step'
import { createDocument } from '@/src/engine/documents/createDocument'

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
  const open = operation.verb === 'create' ? [] : await openPriceReleases(req, { slug, id: doc.id })
  const asks = JSON.stringify(breaches.map(({ line, netUnitPrice }) => [line.id, line.item, roundPrice(netUnitPrice).toString()]))
  const stands = (request: (typeof open)[number]): boolean =>
    breaches.length > 0 &&
    JSON.stringify(request.asked.map(({ sourceLine, item, netUnitPrice }) => [sourceLine, item, d(netUnitPrice).toString()])) === asks
  for (const request of open.filter((entry) => !stands(entry))) {
    await takeStep({ req, slug: 'price-releases', id: request.id, verb: 'void', body: {} })
  }
  if (breaches.length === 0 || open.some(stands)) return
  if (!isPriceReleasable(slug)) throw new Error(`${slug} has no prices to release`)
  const created = await createDocument({
    req,
    slug: 'price-releases',
    data: { document: { relationTo: slug, value: doc.id }, reason: typeof doc['remark'] === 'string' ? doc['remark'] : null },
    overrideAccess: true,
  })
  const items = breaches.map(({ code }) => code).join(', ')
  await notify({
    req,
    people: await priceReleasers(req, doc.preparedBy),
    kind: 'releaseAsked',
    key: `price-release-asked-${created.id}`,
    related: { slug: 'price-releases', id: created.id },
    title: { zh: `请放行 ${doc.no} 的低价`, en: `Please release the low prices of ${doc.no}` },
    text: { zh: `低于最低售价的物料：${items}`, en: `Items below the minimum price: ${items}` },
  })
}
