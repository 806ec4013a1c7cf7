import { type ContributionInput, type Contributions, noProgress } from '../kernel/contributions'
import { d, Decimal } from '../kernel/decimal'
import { toNumber } from '../kernel/money'
import { amountBetween } from '../orders/earlierPart'
import { inStockUnit } from '../stock/stockDocument'

import type { Delivery } from './delivery'

/**
 * What a delivery contributes. Before issue it holds the reservation it took over from its order lines (`planned`);
 * issued, it takes the goods out, counts as delivered on the order line, and its unbilled part uses credit
 * (F7: gross × max(0, delivered − refunded − invoiced) / delivered, drafts of invoices counted as billed: their amount
 * sits in the unaudited bucket, less what of it came back since). Worked: 10 for 1,000, all in a draft invoice, 4 returned → deliveries 0,
 * unaudited 1,000 − 400.
 */
export function deliveryContributions({ doc, progress, settings, creditObjects }: ContributionInput<Delivery>): Contributions {
  const source = { slug: 'deliveries', id: doc.id }
  const contributions: Contributions = { progress: [], stock: [], credit: [], receivable: [] }
  if (doc.status === 'cancelled') return contributions
  const issued = doc.status === 'issued'
  const reserves = !issued && !doc.stale && (settings.reserveMoment === 'save' || doc.status === 'approved')
  for (const line of doc.lines) {
    const qty = d(line.qty).toString()
    const billable = Decimal.max(0, d(line.qty).minus(d(line.replacementQty ?? 0)))
    const amount = d(line.gross).toString()
    const orderTarget = line.orderLine && line.order ? { slug: 'orders' as const, documentId: line.order, lineId: line.orderLine } : null
    if (orderTarget && reserves)
      contributions.progress.push({ source, line: line.id, target: orderTarget, kind: 'planned', qty, amount: '0' })
    if (orderTarget && issued) contributions.progress.push({ source, line: line.id, target: orderTarget, kind: 'delivered', qty, amount })
    if (issued) {
      contributions.progress.push({
        source,
        line: line.id,
        target: { slug: 'deliveries', documentId: doc.id, lineId: line.id },
        kind: 'delivered',
        qty: billable.toString(),
        amount,
      })
    }
    if (doc.opening) continue
    const key = { source, line: line.id, item: line.item, warehouse: line.warehouse, batchNo: line.batchNo ?? '' }
    const stockQty = d(line.stockQty)
    const promised = toNumber(Decimal.max(0, d(line.qty).minus(d(line.overQty ?? 0))))
    if (reserves) contributions.stock.push({ ...key, account: 'reserved', qty: inStockUnit(line, promised).toString(), due: doc.date })
    if (issued) contributions.stock.push({ ...key, account: 'onHand', qty: stockQty.neg().toString() })
    if (issued) {
      const done = progress.get(line.id) ?? noProgress
      const billed = d(done.invoiced).plus(d(done.invoicing))
      const whole = { ...line, qty: billable }
      const kept = billable.minus(d(done.returned))
      const credit = amountBetween({ line: whole, figure: 'baseGross', from: billed, to: kept })
      // goods came back while an invoice was drafted for them: of the draft counts only what can still be billed
      const undone = amountBetween({ line: whole, figure: 'baseGross', from: Decimal.max(kept, d(done.invoiced)), to: billed })
      for (const object of creditObjects) {
        contributions.credit.push({ source, line: line.id, object, bucket: 'deliveries', amount: credit.toString() })
        if (undone.gt(0))
          contributions.credit.push({ source, line: line.id, object, bucket: 'unauditedInvoices', amount: undone.neg().toString() })
      }
    }
  }
  return contributions
}
