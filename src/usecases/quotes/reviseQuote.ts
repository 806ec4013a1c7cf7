import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import { ownerTakenOver } from '@/src/domain/people/ownerTakenOver'
import type { QuoteLine } from '@/src/domain/quotes/quote'
import type { Verb } from '@/src/engine/document'
import { createDocument } from '@/src/engine/documents/createDocument'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import type { Stored } from '@/src/engine/documents/stored'
import { whileNothingLater } from '@/src/engine/later'
import { refuse } from '@/src/engine/refusal'
import { takeStep } from '@/src/engine/step'
import { titleTakenOver } from '@/src/engine/chooseTitle'
import { successorsOf } from '@/src/ledger/facts/successors'

type QuoteDocument = Stored<'quotes'>

/** QT20261123-0004 → QT20261123-0004-1 → QT20261123-0004-2. */
const revisedNo = (no: string, revision: number): string => `${no.replace(/^([A-Z]+\d{8}-\d{4,})-\d+$/, '$1')}-${revision}`

async function openRevision(req: PayloadRequest, id: number): Promise<{ id: number; no: string; status: string } | null> {
  const docs = await findDocuments({
    req,
    slug: 'quotes',
    where: { and: [{ revises: { equals: id } }, { status: { not_in: ['cancelled', 'lost'] } }] },
    sort: '-id',
    limit: 1,
    overrideAccess: true,
  })
  return (docs[0] as { id: number; no: string; status: string } | undefined) ?? null
}

/** The next number of this quote that is free: cancelled revisions keep theirs. */
async function nextRevision(req: PayloadRequest, doc: QuoteDocument): Promise<number> {
  const docs = await findDocuments({
    req,
    slug: 'quotes',
    where: { no: { like: `${revisedNo(doc.no, 0).slice(0, -2)}-` } },
    limit: 0,
    fields: ['revision'],
    overrideAccess: true,
  })
  return docs.reduce((most, { revision }) => Math.max(most, Number(revision ?? 0)), Number(doc['revision'] ?? 0)) + 1
}

const carried = [
  ...['item', 'description', 'qty', 'unit', 'price', 'priceSource', 'discountRate', 'taxRate', 'free', 'warehouse', 'remark'],
] as const

const later = whileNothingLater((req, doc) => successorsOf({ req, slug: 'quotes', id: doc.id }))

/**
 * 修订: a price that was approved is not changed in place. The revision is a draft of its own; this quote stays the current one until the
 * revision is sent or confirmed, and stays it for good when the revision is cancelled. One open revision at a time.
 */
export const reviseQuote: Verb<QuoteDocument> = {
  name: 'revise',
  label: { zh: '修订', en: 'Revise' },
  roles: ['sales', 'salesManager', 'generalManager'],
  createsOnly: true,
  possible: async (asked) => (await later.possible(asked)) && (await openRevision(asked.req, asked.doc.id)) === null,
  run: async ({ req, doc, actor, now }) => {
    await later.refuseLater(req, doc)
    const open = await openRevision(req, doc.id)
    if (open) refuse(req, { code: 'DUPLICATE', facts: { field: 'revises', value: doc.no, document: open.no } })
    const revision = await nextRevision(req, doc)
    const { customer, currency, taxMode, paymentTerms, headerDiscount, freight, freightTaxRate, remark, terms } = doc
    const lineOf = (line: QuoteLine) => ({
      ...Object.fromEntries(carried.map((field) => [field, line[field]])),
      priceSource: d(line.price ?? 0).gt(0) ? 'manual' : line.priceSource, // as it was offered, whatever the policy says today
      breaks: (line.breaks ?? []).map(({ qty, price }) => ({ qty, price })),
    })
    const made = await createDocument({
      req,
      slug: 'quotes',
      data: {
        ...{ customer, currency, taxMode, paymentTerms, headerDiscount, freight, freightTaxRate, remark, terms },
        ...ownerTakenOver(actor, doc),
        no: revisedNo(doc.no, revision),
        date: now.date,
        deliveryAddress: doc['deliveryAddress'],
        chosenTitle: await titleTakenOver(req, doc),
        validUntil: doc.validUntil >= now.date ? String(doc.validUntil).slice(0, 10) : undefined,
        revises: doc.id,
        revision,
        lines: doc.lines.map(lineOf),
      },
      overrideAccess: true,
    })
    return { created: { slug: 'quotes', id: made.id, no: made.no as string } }
  },
}

/**
 * What a quote that goes to the customer does to the one it revises: that one is superseded in the same transaction. Ordered meanwhile, it
 * stands in the way: two offers of the same goods would both be binding.
 */
export function takingOver({ req, doc }: { req: PayloadRequest; doc: QuoteDocument }): {
  patch: { current: true }
  after: () => Promise<void>
} {
  return {
    patch: { current: true },
    after: async () => {
      const revised = doc['revises']
      if (!revised || doc['current'] !== false) return
      const id = Number((revised as { id?: number }).id ?? revised)
      const documents = await successorsOf({ req, slug: 'quotes', id })
      if (documents.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { document: doc.no, documents } })
      await takeStep({ req, slug: 'quotes', id, verb: 'supersede', body: {} })
    },
  }
}
