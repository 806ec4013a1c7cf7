import type { PayloadRequest } from 'payload'

import type { Finding } from '@/src/domain/kernel/decision'
import { decideAllocation, proposeAllocation } from '@/src/domain/receivables/allocate'
import type { Receipt } from '@/src/domain/receivables/receipt'
import { toNumber } from '@/src/domain/kernel/money'
import { openInvoices, type OpenInvoiceRow } from '@/src/ledger/facts/receivables'
import { lockDocumentRows } from '@/src/ledger/locks'

import { payerOf } from '../payer'

/** What settles: a receipt, or a credit note with what is left of it. */
export type Payer = Pick<Receipt, 'no' | 'date' | 'customer' | 'billTo'>
export type Allocation = { invoice: number; amount: number }
export type DatedAllocation = Allocation & { date: string }

/** Open invoices of the receipt's bill-to customer, locked and read after the lock. */
async function lockedOpenInvoices(req: PayloadRequest, receipt: Payer, invoices: readonly number[]): Promise<OpenInvoiceRow[]> {
  const customer = payerOf(receipt)
  await lockDocumentRows({ req, documents: [...new Set(invoices)].map((id) => ({ slug: 'invoices', id })) })
  return openInvoices({ req, customer, invoices })
}

/** Allocations with the day they count from: never before the receipt nor before the invoice. */
export async function dated({
  req,
  receipt,
  allocations,
  on,
}: {
  req: PayloadRequest
  receipt: Payer
  allocations: readonly Allocation[]
  on: string
}): Promise<DatedAllocation[]> {
  const invoices = await lockedOpenInvoices(
    req,
    receipt,
    allocations.map(({ invoice }) => invoice),
  )
  const day = String(receipt.date).slice(0, 10)
  const dates = new Map(invoices.map(({ id, date }) => [id, date]))
  return allocations.map((allocation) => ({
    ...allocation,
    date: [on, day, dates.get(allocation.invoice) ?? day].reduce((latest, date) => (date > latest ? date : latest)),
  }))
}

/** Judges allocations against what is open of the invoices and of the receipt now, under their locks. */
export async function judgeAllocations({
  req,
  receipt,
  open,
  allocations,
}: {
  req: PayloadRequest
  receipt: Payer
  open: string
  allocations: readonly Allocation[]
}): Promise<Finding[]> {
  const invoices = await lockedOpenInvoices(
    req,
    receipt,
    allocations.map(({ invoice }) => invoice),
  )
  return decideAllocation({ receipt: { no: receipt.no, open }, invoices, allocations })
}

/** Whether there is anything to settle. */
export const hasOpenInvoices = async ({ req, payer }: { req: PayloadRequest; payer: Payer }): Promise<boolean> =>
  (await openInvoices({ req, customer: payerOf(payer) })).length > 0

/** What the receipt would settle by itself: the oldest due invoices first. */
export async function proposedAllocations({
  req,
  receipt,
  open,
}: {
  req: PayloadRequest
  receipt: Payer
  open: string
}): Promise<Allocation[]> {
  const customer = payerOf(receipt)
  const candidates = proposeAllocation({ open, invoices: await openInvoices({ req, customer }) })
  const invoices = await lockedOpenInvoices(
    req,
    receipt,
    candidates.map(({ invoice }) => Number(invoice)),
  )
  return proposeAllocation({ open, invoices }).map(({ invoice, amount }) => ({ invoice: Number(invoice), amount: toNumber(amount) }))
}
