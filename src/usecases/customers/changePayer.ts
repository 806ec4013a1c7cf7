import type { PayloadRequest } from 'payload'

import { decidePayerChange } from '@/src/domain/customers/decidePayerChange'
import { groupBy } from '@/src/domain/kernel/groupBy'
import { d } from '@/src/domain/kernel/decimal'
import { errorsIn, type Finding } from '@/src/domain/kernel/decision'
import { documentKindOf } from '@/src/domain/kinds'
import { append, creditPart } from '@/src/ledger/append'
import { moveReceivables, namePayer, partlySettled } from '@/src/ledger/changePayer'
import { type CustomerFacts, customerFacts } from '@/src/ledger/facts/customers'
import { type OpenDocument, openWithOtherPayer } from '@/src/ledger/facts/openDocuments'
import { kindsInOrder } from '@/src/ledger/kinds'
import { lockDocumentRows } from '@/src/ledger/locks'
import { postedBooks } from '@/src/ledger/posted'
import type { CreditTarget } from '@/src/ledger/postings'

import { writeAudit } from '@/src/engine/audit'
import { now } from '@/src/engine/clock'
import { refusal } from '@/src/engine/refusal'

import { weighPayer } from './weighPayer'

/** Goods are out, or money is all that is left of it: nothing of it leaves under terms any more. */
const hasLeft = ({ slug, status }: OpenDocument): boolean => {
  const kind = documentKindOf(slug)
  return !kind?.carries?.includes('goods') || !kind.carries.includes('terms') || kind.ended.includes(status)
}

/** What can be moved, under its locks: asked for again once they are held. */
async function lockedDocuments(req: PayloadRequest, customer: number, billTo: number): Promise<OpenDocument[]> {
  const found = groupBy(await openWithOtherPayer(req, customer, billTo, null), ({ slug }) => slug)
  // downstream first, as every step takes them
  for (const slug of kindsInOrder().reverse())
    await lockDocumentRows({ req, documents: (found.get(slug) ?? []).map(({ id }) => ({ slug, id })) })
  const locked = new Set([...found.values()].flat().map(({ slug, id }) => `${slug}/${id}`))
  return (await openWithOtherPayer(req, customer, billTo, null)).filter(({ slug, id }) => locked.has(`${slug}/${id}`))
}

export type PayerChange = { moved: OpenDocument[]; warnings: Finding[] }

/**
 * Makes somebody else pay for a customer (更换开票客户) and takes the customer's open documents with it: quotes, orders, deliveries, returns,
 * invoices, receipts, with what of them uses credit or is owed. The credit of who takes over is checked with all of it. Closed documents
 * keep who paid them.
 */
export async function changePayer({
  req,
  customer: id,
  billTo,
  reason,
}: {
  req: PayloadRequest
  customer: number
  /** null: the customer pays himself */
  billTo: number | null
  reason: string
}): Promise<PayerChange> {
  const payer = billTo ?? id
  const documents = await lockedDocuments(req, id, payer)
  const [customer, takesOver] = [await customerFacts(req, id), await customerFacts(req, payer)]
  if (!customer || !takesOver) throw new Error(`Customer ${id} or ${payer} vanished`)
  const settled = new Set((await partlySettled(req, documents)).map((ref) => `${ref.slug}/${ref.id}`))
  const judged = documents.map((document) => ({
    ...document,
    settled: settled.has(`${document.slug}/${document.id}`),
    left: hasLeft(document),
  }))
  const { credit } = await postedBooks(req, { caused: [], documents, lineIds: [] })
  const held = credit.filter(({ object }) => object.kind === 'customers' && object.id !== payer)
  const findings = [
    ...decidePayerChange({ customer, payer: takesOver, documents: judged }),
    ...(await weighPayer({ req, payer, moved: held, makesDebt: judged.some(({ left }) => !left) })),
  ]
  if (errorsIn(findings).length > 0) throw refusal(findings, req)
  await move({ req, documents, held, from: customer.billTo, payer: takesOver, reason })
  await req.payload.update({
    collection: 'customers',
    id,
    data: { billTo: billTo === id ? null : billTo },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return { moved: documents, warnings: findings }
}

async function move({
  req,
  documents,
  held,
  from,
  payer,
  reason,
}: {
  req: PayloadRequest
  documents: readonly OpenDocument[]
  held: readonly CreditTarget[]
  from: number
  payer: CustomerFacts
  reason: string
}): Promise<void> {
  const { date, instant: at } = now(req)
  const bySlug = groupBy(documents, ({ slug }) => slug)
  for (const slug of kindsInOrder().reverse()) {
    const ids = (bySlug.get(slug) ?? []).map((document) => document.id)
    if (ids.length === 0) continue
    const restated = await namePayer({ req, slug, ids, payer: { ...payer, billTo: payer.id } })
    for (const { id, no, version } of restated) {
      const entries = held.filter(({ source }) => source.slug === slug && source.id === id).flatMap((entry) => handedOver(entry, payer.id))
      await append(req, [creditPart(entries, { slug, id, version, date, at })])
      const changes = [{ path: 'billTo', before: from, after: payer.id }]
      await writeAudit(req, { slug, documentId: id, no, verb: 'change-payer', version, changes, reason })
    }
  }
  const owed = documents.filter(({ slug }) => slug === 'invoices' || slug === 'receipts')
  await moveReceivables({ req, documents: owed, payer: payer.id, date })
}

const handedOver = (entry: CreditTarget, payer: number): CreditTarget[] => [
  { ...entry, amount: d(entry.amount).neg().toString() },
  { ...entry, object: { kind: 'customers', id: payer } },
]
