import type { ContributionInput, Contributions } from '../kernel/contributions'
import { d } from '../kernel/decimal'

import { creditMoved } from '../credit/creditMoved'
import type { Receipt } from './receipt'

/** What a receipt contributes once approved: money received lowers the receivable; allocations settle invoices with it. */
export function receiptContributions({ doc, creditObjects, creditObjectsOf, billTo }: ContributionInput<Receipt>): Contributions {
  const source = { slug: 'receipts', id: doc.id }
  const contributions: Contributions = { progress: [], stock: [], credit: [], receivable: [] }
  if (doc.status !== 'approved') return contributions
  const amount = d(doc.amount)
  for (const object of creditObjects) {
    contributions.credit.push({ source, line: '', object, bucket: 'receivable', amount: amount.neg().toString() })
  }
  for (const allocation of doc.allocations ?? []) {
    const from = creditObjectsOf?.({ slug: 'invoices', id: allocation.invoice }) ?? creditObjects
    contributions.credit.push(...creditMoved({ source, amount: allocation.amount, from, to: creditObjects }))
  }
  contributions.receivable.push({ source, line: '', kind: 'receipt', document: source, customer: billTo, amount: amount.toString() })
  for (const allocation of doc.allocations ?? []) {
    const settled = { source, line: '', kind: 'allocation' as const, customer: billTo, amount: d(allocation.amount).neg().toString() }
    contributions.receivable.push({ ...settled, document: source }, { ...settled, document: { slug: 'invoices', id: allocation.invoice } })
  }
  return contributions
}
