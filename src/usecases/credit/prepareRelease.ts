import type { Releasable } from '@/src/engine/releasable'
import type { PayloadRequest } from 'payload'

import { carriedOver, type CreditAlarm, type ReleasedAlarm } from '@/src/domain/credit/release'
import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { livingReleases, markCredit } from '@/src/ledger/facts/creditReleases'
import { lockDocumentRow } from '@/src/ledger/locks'

import type { AnyDocument, VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { refuse } from '@/src/engine/refusal'
import { rulesOf } from '@/src/engine/define'
import { settingsOf } from '@/src/engine/settings'
import { findDocument } from '@/src/engine/documents/findDocument'
import { readDocument } from '@/src/engine/documents/readDocument'
import { type CreditRelease, documentToRelease } from './creditRelease'
import { weighDocument } from './weighDocument'

export type Requested = {
  slug: Releasable
  doc: AnyDocument
  alarms: readonly CreditAlarm[]
  amount: string
  carried: readonly ReleasedAlarm[]
}

/** The request a save of an alarmed document makes by itself: its alarms are weighed already, and come as the body of the write. */
export const requestFor = (requested: Requested): { requested: Requested } => ({ requested })
const requestNamed = ({ body }: VerbContext<CreditRelease>): Requested | undefined =>
  (body as Partial<ReturnType<typeof requestFor>>).requested

/** The document as the person asking may see it; what is not theirs does not exist. */
async function visible(req: PayloadRequest, slug: Releasable, id: number): Promise<AnyDocument | null> {
  return await findDocument({ req, slug, id, overrideAccess: !req.user })
}

/** An open request for this document answers instead of a second one. */
export async function openRequest(req: PayloadRequest, entered: Record<string, unknown>): Promise<number | null> {
  const named = documentToRelease(entered)
  if (!named || !(await visible(req, named.slug, named.id))) return null
  await lockDocumentRow({ req, slug: named.slug, id: named.id })
  return (await livingReleases(req, [named])).find(({ status }) => status === 'open')?.id ?? null
}

/** Weighs the document under its lock and writes down every alarm with its buckets; without an alarm there is nothing to release. */
export async function prepareRelease(ctx: VerbContext<CreditRelease>): Promise<{ doc: CreditRelease; findings: Finding[] }> {
  const { req } = ctx
  const requested = requestNamed(ctx) ?? (await weighed(ctx))
  if (!requested) {
    const findings = [invalid('document', 'document', ctx.doc.document, 'an order, delivery or invoice')]
    return { doc: ctx.doc, findings }
  }
  const { slug, doc, alarms, amount, carried } = requested
  if (alarms.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { document: doc.no } })
  return { doc: { ...ctx.doc, ...requestFields({ slug, doc, alarms: carriedOver(alarms, carried), amount }) }, findings: [] }
}

export const requestFields = ({
  slug,
  doc,
  alarms,
  amount,
}: {
  slug: Releasable
  doc: AnyDocument
  alarms: ReleasedAlarm[]
  amount: string
}) => ({
  document: { relationTo: slug, value: doc.id },
  documentSlug: slug,
  documentId: doc.id,
  documentNo: doc.no,
  documentVersion: doc.version,
  documentPreparedBy: idOf(doc.preparedBy),
  customer: idOf(doc['customer']),
  salesperson: idOf(doc['salesperson']),
  department: idOf(doc['department']),
  amount: Number(amount),
  alarms,
  expiresAt: null,
})

async function weighed(ctx: VerbContext<CreditRelease>): Promise<Requested | null> {
  const { req, doc, now } = ctx
  const named = documentToRelease(doc)
  if (!named || !(await visible(req, named.slug, named.id))) return null
  await lockDocumentRow({ req, slug: named.slug, id: named.id })
  const stored = await readDocument({ req, slug: named.slug, id: named.id, overrideAccess: true })
  const { credit } = await settingsOf(req)
  if (credit.action !== 'release') return { slug: named.slug, doc: stored, alarms: [], amount: '0', carried: [] }
  const forms = (await rulesOf(named.slug).toRelease?.({ ...ctx, doc: stored, stored })) ?? [stored]
  for (const form of forms) {
    const { alarms, amount } = await weighDocument({ req, slug: named.slug, doc: form, date: now.date })
    if (alarms.length === 0) continue
    if (form === stored) await markCredit({ req, document: named, status: 'alarmed' })
    return { slug: named.slug, doc: { ...stored, preparedBy: form.preparedBy }, alarms, amount, carried: [] }
  }
  return { slug: named.slug, doc: stored, alarms: [], amount: '0', carried: [] }
}
