import type { PayloadRequest, Where } from 'payload'

import { mayReadCredit } from '@/src/access/mayReadCredit'
import { addMonths, businessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { allKinds, documentKinds } from '@/src/domain/kinds'
import { findRecords } from '@/src/engine/documents/findRecords'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'
import { now } from '@/src/engine/clock'
import { ratingFacts } from '@/src/ledger/facts/rating'
import { customerFacts } from '@/src/ledger/facts/customers'
import { inTransaction } from '@/src/db/transaction'

import { notesOf } from '../control/notes'
import { type CreditPosition, visiblePosition } from '../credit/creditPosition'
import { type CardStep, stepsOf } from './stepsOf'

export type CardDocument = {
  slug: string
  id: number
  no: string
  date: string
  status: string
  amount?: number
  currency?: string
  title?: string
}

export type CustomerOverview = {
  customer: {
    id: number
    code: string
    name: string
    status: string
    salesperson: string | null
    phone: string | null
    contact: string | null
  }
  /** Whom one talks to, the main one first. */
  contacts: Array<{ name: string; position: string | null; phone: string | null; email: string | null; isMain: boolean }>
  /** Who pays, where it is somebody else. */
  payer: { id: number; name: string } | null
  /** Absent for whoever does not work with money. */
  credit: (Pick<CreditPosition, 'buckets' | 'exposure' | 'limit' | 'free' | 'oldestOverdue' | 'hold'> & { receivable: number }) | null
  orders: { count: number; amounts: Array<{ currency: string; amount: number }>; rows: CardDocument[] }
  samples: { count: number; rows: CardDocument[] }
  lastContact: { at: string; by: string; text: string } | null
  /** What is to be done next, for him and his documents, the first due first. */
  steps: CardStep[]
}

const openOrders: Where = { status: { not_in: [...documentKinds.orders.ended] } }
const samplesInWork: Where = { status: { not_in: [...documentKinds.samples.ended] } }
const most = 500
const shown = 8

const asRow =
  (slug: string) =>
  (doc: Record<string, unknown> & { id: number }): CardDocument => ({
    slug,
    id: doc.id,
    no: String(doc['no'] ?? ''),
    date: String(doc['date'] ?? '').slice(0, 10),
    status: String(doc['status'] ?? ''),
    ...(typeof doc['grossTotal'] === 'number'
      ? { amount: doc['grossTotal'] }
      : typeof doc['amount'] === 'number'
        ? { amount: doc['amount'] }
        : {}),
    ...(typeof doc['currency'] === 'string' ? { currency: doc['currency'] } : {}),
    ...(typeof doc['name'] === 'string' ? { title: doc['name'] } : {}),
  })

const fieldsOf = (req: PayloadRequest, slug: string): string[] => {
  const known = new Set(req.payload.collections[collectionNamed(req, slug)].config.flattenedFields.map(({ name }) => name))
  return ['no', 'date', 'status', 'grossTotal', 'amount', 'currency', 'name'].filter((name) => known.has(name))
}

/** Documents of a customer that this person reads, the newest first; none where he reads none of the kind. */
async function documentsOf(
  req: PayloadRequest,
  { slug, customer, where = {}, limit }: { slug: string; customer: number; where?: Where; limit: number },
): Promise<CardDocument[]> {
  const found = await findRecords({
    req,
    slug: collectionNamed(req, slug),
    where: { and: [{ customer: { equals: customer } }, where] },
    fields: fieldsOf(req, slug),
    sort: '-id',
    limit,
    overrideAccess: false,
  })
  return found.map(asRow(slug))
}

/** Amounts by currency, of those a person may read. */
function sums(rows: readonly CardDocument[]): Array<{ currency: string; amount: number }> {
  const byCurrency = new Map<string, ReturnType<typeof d>>()
  for (const { amount, currency = '' } of rows)
    if (amount !== undefined) byCurrency.set(currency, (byCurrency.get(currency) ?? d(0)).plus(d(amount)))
  return [...byCurrency].map(([currency, amount]) => ({ currency, amount: toNumber(amount) }))
}

const cardKinds = allKinds.filter(({ onCard }) => onCard).map(({ slug }) => slug)

/** The latest documents of each kind. */
export async function recentDocuments(req: PayloadRequest, customer: number): Promise<Array<{ slug: string; rows: CardDocument[] }>> {
  const each = await Promise.all(cardKinds.map(async (slug) => ({ slug, rows: await documentsOf(req, { slug, customer, limit: shown }) })))
  return each.filter(({ rows }) => rows.length > 0)
}

/** Days paid after they were due in the twelve months up to today, weighted by amount; null: nothing was sold, or it is not for this person. */
export async function daysLate(req: PayloadRequest, customer: number): Promise<number | null> {
  if (!(await mayReadCredit(req, { kind: 'customers', id: customer }))) return null
  const to = businessDate(now(req).date)
  const [row] = await inTransaction(req, () => ratingFacts({ req, customers: [customer], from: addMonths(to, -12), to }))
  return row?.sold ? toNumber(d(row.daysLate).toDecimalPlaces(1)) : null
}

/** The contacts of a record as this person may read it. */
function contactsOf(customer: Record<string, unknown>): CustomerOverview['contacts'] {
  const rows: Array<Record<string, unknown>> = Array.isArray(customer['contacts']) ? customer['contacts'] : []
  const said = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
  return rows
    .map(({ name, position, phone, email, main }) => ({
      ...{ name: String(name ?? ''), position: said(position), phone: said(phone), email: said(email), isMain: main === true },
    }))
    .sort((a, b) => Number(b.isMain) - Number(a.isMain))
}

/** What one asks of a customer before one calls him. Null: there is none this person may read. */
export async function customerOverview(req: PayloadRequest, id: number): Promise<CustomerOverview | null> {
  const [customer] = await findRecords({ req, slug: 'customers', where: { id: { equals: id } }, limit: 1, overrideAccess: false })
  if (!customer) return null
  const facts = await inTransaction(req, () => customerFacts(req, id))
  const [orders, samples, notes] = await Promise.all([
    documentsOf(req, { slug: 'orders', customer: id, where: openOrders, limit: most }),
    documentsOf(req, { slug: 'samples', customer: id, where: samplesInWork, limit: most }),
    notesOf({ req, slug: 'customers', id }),
  ])
  const payerId = facts?.billTo ?? id
  const [payer] = payerId === id ? [] : await findRecords({ req, slug: 'customers', where: { id: { equals: payerId } }, fields: ['name'], limit: 1, overrideAccess: false }) // prettier-ignore
  const position = await visiblePosition({ req, object: { kind: 'customers', id: payerId } })
  const [person] = facts?.salesperson ? await findRecords({ req, slug: 'users', where: { id: { equals: facts.salesperson } }, fields: ['name'], limit: 1, overrideAccess: true }) : [] // prettier-ignore
  const contacts = contactsOf(customer)
  const [contact] = contacts
  const steps = await stepsOf(req, id)
  const last = notes?.[0]
  return {
    customer: {
      id,
      code: String(customer['code']),
      name: String(customer['name']),
      status: String(customer['status']),
      salesperson: person ? String(person['name']) : null,
      contact: contact?.name ?? null,
      phone: contact?.phone ?? null,
    },
    contacts,
    payer: payer ? { id: payer.id, name: String(payer['name']) } : null,
    credit: position && {
      buckets: position.buckets,
      exposure: position.exposure,
      receivable: position.buckets.receivable,
      oldestOverdue: position.oldestOverdue,
      hold: position.hold,
      ...('limit' in position ? { limit: position.limit ?? null, free: position.free ?? null } : {}),
    },
    orders: { count: orders.length, amounts: sums(orders), rows: orders.slice(0, shown) },
    samples: { count: samples.length, rows: samples.slice(0, shown) },
    lastContact: last ? { at: last.at, by: last.by, text: last.text } : null,
    steps,
  }
}
