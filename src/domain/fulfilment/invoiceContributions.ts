import type { ContributionInput, Contributions, DocumentRef, ReceivableTarget } from '../kernel/contributions'
import { d } from '../kernel/decimal'
import { roundAmount } from '../kernel/money'

import { creditMoved } from '../credit/creditMoved'
import { freightGross, freightLine } from '../pricing/freight'
import type { AutomaticAllocation, Invoice } from './invoice'

/** Gross of an invoice in base currency: its lines plus freight at the document rate. */
export const invoiceBaseGross = (
  doc: Pick<Invoice, 'lines' | 'freight' | 'freightNet' | 'freightTax' | 'exchangeRate' | 'opening' | 'grossTotal'>,
) =>
  // an opening receivable says what is owed, not for what
  doc.opening && doc.lines.length === 0
    ? roundAmount(d(doc.grossTotal).times(d(doc.exchangeRate)))
    : roundAmount(doc.lines.reduce((sum, line) => sum.plus(d(line.baseGross)), freightGross(doc).times(d(doc.exchangeRate))))

/**
 * What an invoice contributes: its lines as being invoiced (draft) or invoiced (approved), its amount in the bucket of
 * unaudited invoices (draft) or as receivable (approved), and the advances that settle it at approval. A credit note takes back,
 * and only once approved; one that corrects prices moves no quantity.
 */
export function invoiceContributions({ doc, creditObjects, creditObjectsOf, billTo }: ContributionInput<Invoice>): Contributions {
  const source = { slug: 'invoices', id: doc.id }
  const contributions: Contributions = { progress: [], stock: [], credit: [], receivable: [] }
  if (doc.status === 'cancelled') return contributions
  const approved = doc.status === 'approved'
  const creditNote = doc.kind === 'creditNote'
  if (creditNote && !approved) return contributions
  const sign = creditNote ? -1 : 1
  const kind = approved ? ('invoiced' as const) : ('invoicing' as const)
  for (const line of doc.lines) {
    const qty = doc.priceOnly ? '0' : d(line.qty).times(sign).toString()
    const figures = { source, line: line.id, kind, qty, amount: d(line.gross).times(sign).toString() }
    if (line.deliveryLine && line.delivery) {
      contributions.progress.push({ ...figures, target: { slug: 'deliveries', documentId: line.delivery, lineId: line.deliveryLine } })
    }
    if (line.orderLine && line.order) {
      contributions.progress.push({ ...figures, target: { slug: 'orders', documentId: line.order, lineId: line.orderLine } })
    }
  }
  for (const { order, gross } of doc.freightOf ?? []) {
    if (!order) continue
    const target = { slug: 'orders' as const, documentId: order, lineId: freightLine('orders', order) }
    contributions.progress.push({ source, line: '', target, kind, qty: d(gross).times(sign).toString(), amount: '0' })
  }
  const amount = invoiceBaseGross(doc).times(sign)
  const settledBefore = d(doc.settledBefore ?? 0).times(sign)
  const owed = amount.minus(settledBefore)
  for (const object of creditObjects) {
    if (owed.isZero()) break
    const bucket = approved ? ('receivable' as const) : ('unauditedInvoices' as const)
    contributions.credit.push({ source, line: '', object, bucket, amount: owed.toString() })
  }
  if (approved) {
    const own = { source, line: '', document: source, customer: billTo, dueDate: doc.dueDate }
    contributions.receivable.push({ ...own, kind: creditNote ? 'creditNote' : 'invoice', amount: amount.toString() })
    // paid before the books were opened, on the day it was due: nobody knows the day any more
    if (!settledBefore.isZero())
      contributions.receivable.push({
        ...own,
        kind: 'allocation',
        date: String(doc.dueDate).slice(0, 10),
        amount: settledBefore.neg().toString(),
      })
    contributions.receivable.push(...(doc.advances ?? []).flatMap((settled) => settlement({ settled, source, billTo, sign })))
    for (const { receipt, invoice, amount: taken } of doc.advances ?? []) {
      const objectsOf = (slug: string, id: number | undefined) => (id ? creditObjectsOf?.({ slug, id }) : null) ?? creditObjects
      const moved = { from: objectsOf('invoices', invoice), to: objectsOf('receipts', receipt) }
      contributions.credit.push(...creditMoved({ source, amount: taken, ...moved }))
    }
  }
  return contributions
}

/** Both sides of what an invoice settles by itself: with an advance, or as a credit note the invoice it credits. */
function settlement({
  settled,
  source,
  billTo,
  sign,
}: {
  settled: AutomaticAllocation
  source: DocumentRef
  billTo: number
  sign: 1 | -1
}): ReceivableTarget[] {
  const other = settled.invoice ? { slug: 'invoices', id: settled.invoice } : { slug: 'receipts', id: settled.receipt ?? 0 }
  const entry = { source, line: '', kind: 'allocation' as const, customer: billTo, ...(settled.date ? { date: settled.date } : {}) }
  const amount = d(settled.amount)
  return [
    { ...entry, document: source, amount: amount.times(-sign).toString() },
    { ...entry, document: other, amount: amount.neg().toString() },
  ]
}
