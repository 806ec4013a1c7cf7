import type { ContributionInput, Contributions, ReceivableTarget } from '../kernel/contributions'
import { d } from '../kernel/decimal'

import { creditMoved } from '../credit/creditMoved'
import type { Receipt } from './receipt'

/**
 * What a receipt contributes once approved: money received lowers the receivable; allocations settle invoices with it, each on its
 * day. Bounced, everything is taken back on the day the money went back, so that the books of the days between stay what they were.
 */
export function receiptContributions({ doc, creditObjects, creditObjectsOf, billTo }: ContributionInput<Receipt>): Contributions {
  const source = { slug: 'receipts', id: doc.id }
  const contributions: Contributions = { progress: [], stock: [], credit: [], receivable: [] }
  if (doc.status === 'draft' || doc.status === 'cancelled') return contributions
  const amount = d(doc.amount)
  const received = receivedEntries({ doc, billTo })
  if (doc.status === 'reversed') {
    contributions.receivable.push(...received, ...received.map((entry) => reversedOn(entry, doc.bouncedOn ?? doc.date)))
    return contributions
  }
  for (const object of creditObjects) {
    contributions.credit.push({ source, line: '', object, bucket: 'receivable', amount: amount.neg().toString() })
  }
  for (const allocation of doc.allocations ?? []) {
    const from = creditObjectsOf?.({ slug: 'invoices', id: allocation.invoice }) ?? creditObjects
    contributions.credit.push(...creditMoved({ source, amount: allocation.amount, from, to: creditObjects }))
  }
  contributions.receivable.push(...received)
  return contributions
}

function receivedEntries({ doc, billTo }: { doc: Receipt; billTo: number }): ReceivableTarget[] {
  const source = { slug: 'receipts', id: doc.id }
  const own = { source, line: '', customer: billTo }
  return [
    { ...own, kind: 'receipt', document: source, amount: d(doc.amount).toString() },
    ...(doc.allocations ?? []).flatMap((allocation): ReceivableTarget[] => {
      const settled = { ...own, kind: 'allocation' as const, ...(allocation.date ? { date: String(allocation.date).slice(0, 10) } : {}) }
      const amount = d(allocation.amount).neg().toString()
      return [
        { ...settled, document: source, amount },
        { ...settled, document: { slug: 'invoices', id: allocation.invoice }, amount },
      ]
    }),
  ]
}

const reversedOn = (entry: ReceivableTarget, date: string): ReceivableTarget => ({
  ...entry,
  date: String(date).slice(0, 10),
  amount: d(entry.amount).neg().toString(),
})
