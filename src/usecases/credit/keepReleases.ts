import type { Releasable } from '@/src/engine/releasable'
import type { PayloadRequest } from 'payload'

import { carriedOver } from '@/src/domain/credit/release'
import { d } from '@/src/domain/kernel/decimal'
import { livingReleases } from '@/src/ledger/facts/creditReleases'

import type { AnyDocument } from '@/src/engine/document'
import type { Operation } from '@/src/engine/operation'
import { takeStep } from '@/src/engine/step'
import { writeDocument } from '@/src/engine/write'
import { settingsOf } from '@/src/engine/settings'
import { requestFields, requestFor } from './prepareRelease'

/**
 * After a document was checked, saved or taken a step with (a change applied, a line reopened): what was released for less is void, an open request tells the new figures, and an alarm nobody was
 * asked about yet becomes a request (信用审批). Same transaction as the document.
 */
export async function keepReleases({
  req,
  slug,
  doc,
  operation,
}: {
  req: PayloadRequest
  slug: Releasable
  doc: AnyDocument
  operation: Operation
}): Promise<void> {
  if (operation.verb === 'cancel') return endRequests({ req, slug, id: doc.id })
  const verdict = operation.credit
  if (!verdict) return
  const { credit } = await settingsOf(req)
  if (credit.action !== 'release') return
  const living = operation.verb === 'create' ? [] : await livingReleases(req, [{ slug, id: doc.id }])
  const { alarms, amount, released } = verdict
  for (const given of living.filter(({ status }) => status === 'released')) {
    if (d(amount).gt(d(given.amount)) || (alarms.length > 0 && !released))
      await write(req, given.id, 'void', { reason: `${given.amount} → ${amount}` })
  }
  const [open] = living.filter(({ status }) => status === 'open')
  if (alarms.length === 0 || released) {
    if (open) await write(req, open.id, 'void', { reason: '–' })
    return
  }
  // a step that passed although alarms are open was a step of shipped goods: there is nothing to ask for
  if (operation.verb !== 'create' && operation.verb !== 'save') return
  // what one approver has released of an open request stays, unless the document now asks for more
  const carried = open && d(amount).lte(d(open.amount)) ? open.alarms : []
  if (open) {
    await write(req, open.id, 'renew', requestFields({ slug, doc, alarms: carriedOver(alarms, carried), amount }))
    return
  }
  const given = requestFor({ slug, doc, alarms, amount, carried: [] })
  await writeDocument({ req, slug: 'credit-releases', id: null, data: {}, given, overrideAccess: true })
}

/** Nobody has to decide any more about a document that is cancelled or deleted. */
export async function endRequests({ req, slug, id }: { req: PayloadRequest; slug: Releasable; id: number }): Promise<void> {
  for (const request of await livingReleases(req, [{ slug, id }]))
    if (request.status === 'open') await write(req, request.id, 'void', { reason: '–' })
}

async function write(req: PayloadRequest, id: number, verb: 'void' | 'renew', body: Record<string, unknown>): Promise<void> {
  await takeStep({ req, slug: 'credit-releases', id, verb, body })
}
