import type { ContributionInput, Contributions } from '../kernel/contributions'
import { d } from '../kernel/decimal'
import { roundAmount } from '../kernel/money'

import { creditMoved } from '../credit/creditMoved'
import type { Invoice } from './invoice'

/** Gross of an invoice in base currency: its lines plus freight at the document rate. */
export const invoiceBaseGross = (doc: Pick<Invoice, 'lines' | 'freight' | 'exchangeRate'>) =>
  roundAmount(doc.lines.reduce((sum, line) => sum.plus(d(line.baseGross)), d(doc.freight ?? 0).times(d(doc.exchangeRate))))

/**
 * What an invoice contributes: its lines as being invoiced (draft) or invoiced (approved), its amount in the bucket of
 * unaudited invoices (draft) or as receivable (approved), and the advances that settle it at approval.
 */
export function invoiceContributions({ doc, creditObjects, creditObjectsOf, billTo }: ContributionInput<Invoice>): Contributions {
  const source = { slug: 'invoices', id: doc.id }
  const contributions: Contributions = { progress: [], stock: [], credit: [], receivable: [] }
  const approved = doc.status === 'approved'
  const sign = doc.kind === 'creditNote' ? -1 : 1
  const kind = approved ? ('invoiced' as const) : ('invoicing' as const)
  for (const line of doc.lines) {
    const figures = { source, line: line.id, kind, qty: d(line.qty).times(sign).toString(), amount: d(line.gross).times(sign).toString() }
    if (line.deliveryLine && line.delivery) {
      contributions.progress.push({ ...figures, target: { slug: 'deliveries', documentId: line.delivery, lineId: line.deliveryLine } })
    }
    if (line.orderLine && line.order) {
      contributions.progress.push({ ...figures, target: { slug: 'orders', documentId: line.order, lineId: line.orderLine } })
    }
  }
  const amount = invoiceBaseGross(doc).times(sign)
  for (const object of creditObjects) {
    contributions.credit.push({
      source,
      line: '',
      object,
      bucket: approved ? 'receivable' : 'unauditedInvoices',
      amount: amount.toString(),
    })
  }
  if (approved) {
    const own = { source, line: '', document: source, customer: billTo, dueDate: doc.dueDate }
    contributions.receivable.push({ ...own, kind: doc.kind === 'creditNote' ? 'creditNote' : 'invoice', amount: amount.toString() })
    for (const advance of doc.advances ?? []) {
      const to = creditObjectsOf?.({ slug: 'receipts', id: advance.receipt }) ?? creditObjects
      contributions.credit.push(...creditMoved({ source, amount: advance.amount, from: creditObjects, to }))
      const settled = { source, line: '', kind: 'allocation' as const, customer: billTo, amount: d(advance.amount).neg().toString() }
      contributions.receivable.push({ ...settled, document: source }, { ...settled, document: { slug: 'receipts', id: advance.receipt } })
    }
  }
  return contributions
}
