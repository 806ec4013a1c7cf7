import { type ContributionInput, type Contributions, noProgress } from '../kernel/contributions'
import { d, Decimal } from '../kernel/decimal'
import { roundAmount } from '../kernel/money'

import { freightGross, freightLine } from '../pricing/freight'
import { amountBetween } from './earlierPart'
import type { Order, OrderLine } from './order'
import { openQty } from './progress'
import { reservedParts } from './reservation'

// a closed order has nothing open, unless a replacement opens it again: then it counts before its status says so
const counts = ({ status, heldBack }: Pick<Order, 'status' | 'heldBack'>, moment: 'save' | 'approve'): boolean =>
  moment === 'save' && !heldBack ? status !== 'cancelled' : status === 'approved' || status === 'closed'

/**
 * What an order contributes: the quantity it keeps reserved (open and not yet taken over by a delivery), the part of its
 * amount that uses credit (F7: gross × open / qty), its own ordered quantity and what it took from quote lines.
 * Worked: 10 pieces, 4 issued, 3 in a draft delivery → reserved 3 here, 3 at the delivery; orders bucket 6/10 of the gross.
 */
export function orderContributions({ doc, progress, settings, creditObjects, prepaid }: ContributionInput<Order>): Contributions {
  const source = { slug: 'orders', id: doc.id }
  const contributions: Contributions = { progress: [], stock: [], credit: [], receivable: [] }
  if (doc.status === 'cancelled') return contributions
  for (const line of doc.lines) {
    const done = progress.get(line.id) ?? noProgress
    const open = openQty({ ...done, qty: line.qty })
    contributions.progress.push({
      source,
      line: line.id,
      target: { slug: 'orders', documentId: doc.id, lineId: line.id },
      kind: 'ordered',
      qty: d(line.qty).toString(),
      amount: d(line.gross).toString(),
    })
    if (d(line.closedQty ?? 0).gt(0)) {
      contributions.progress.push({
        source,
        line: line.id,
        target: { slug: 'orders', documentId: doc.id, lineId: line.id },
        kind: 'shortClosed',
        qty: d(line.closedQty ?? 0).toString(),
        amount: '0',
      })
    }
    for (const [kind, before] of [
      ['delivered', line.deliveredBefore],
      ['invoiced', line.invoicedBefore],
    ] as const) {
      if (!d(before ?? 0).gt(0)) continue
      contributions.progress.push({
        source,
        line: line.id,
        target: { slug: 'orders', documentId: doc.id, lineId: line.id },
        kind,
        qty: d(before ?? 0).toString(),
        amount: amountBetween({ line, figure: 'gross', from: 0, to: d(before ?? 0) }).toString(),
      })
    }
    if (line.quoteLine && line.quote) {
      contributions.progress.push({
        source,
        line: line.id,
        target: { slug: 'quotes', documentId: line.quote, lineId: line.quoteLine },
        kind: 'ordered',
        qty: d(line.qty).toString(),
        amount: d(line.gross).toString(),
      })
    }
    if (doc.opening) continue
    const unreserved = Decimal.max(0, open.minus(d(done.planned)))
    // what is yet to be made cannot be set aside: the delivery takes it from what the work order has completed
    const toBeMade = doc.kind === 'sample' && line.supply === 'production'
    if (!toBeMade && counts(doc, settings.reserveMoment) && unreserved.gt(0)) {
      const parts = reservedParts({ line, left: unreserved, orderDate: doc.date, shortClosed: done.shortClosed })
      contributions.stock.push(
        ...parts.map(({ stockQty, ...place }) => ({
          source,
          line: line.id,
          account: 'reserved' as const,
          item: line.item,
          ...place,
          qty: stockQty,
        })),
      )
    }
    if (!prepaid && counts(doc, settings.creditMoment)) {
      const amount = amountBetween({ line, figure: 'baseGross', from: done.delivered, to: d(line.qty).minus(d(done.shortClosed)) })
      for (const object of creditObjects) {
        contributions.credit.push({ source, line: line.id, object, bucket: 'orders', amount: amount.toString() })
      }
    }
  }
  if (!doc.opening) withFreight({ doc, progress, settings, creditObjects, prepaid }, contributions)
  return contributions
}

/** Freight of an order uses credit until it is billed, for as long as anything of the order is. */
function withFreight(
  { doc, progress, settings, creditObjects, prepaid }: Omit<ContributionInput<Order>, 'billTo'>,
  contributions: Contributions,
): void {
  const source = { slug: 'orders', id: doc.id }
  const whole = freightGross(doc)
  if (whole.isZero()) return
  const line = freightLine('orders', doc.id)
  const own = { slug: 'orders' as const, documentId: doc.id, lineId: line }
  contributions.progress.push({ source, line: '', target: own, kind: 'ordered', qty: whole.toString(), amount: '0' })
  for (const { quote, gross } of doc.freightOf ?? []) {
    if (!quote) continue
    const target = { slug: 'quotes' as const, documentId: quote, lineId: freightLine('quotes', quote) }
    contributions.progress.push({ source, line: '', target, kind: 'ordered', qty: String(gross), amount: '0' })
  }
  const done = progress.get(line) ?? noProgress
  const left = Decimal.max(0, whole.minus(done.invoiced).minus(done.invoicing))
  if (prepaid || left.isZero() || !counts(doc, settings.creditMoment) || !doc.lines.some((each) => isBilled(each, progress))) return
  const amount = roundAmount(left.times(d(doc.exchangeRate))).toString()
  for (const object of creditObjects) contributions.credit.push({ source, line: '', object, bucket: 'orders', amount })
}

/** Whether anything of a line is still to be billed. */
function isBilled({ id, qty }: Pick<OrderLine, 'id' | 'qty'>, progress: ContributionInput<Order>['progress']): boolean {
  const done = progress.get(id) ?? noProgress
  return d(qty).minus(done.shortClosed).minus(done.returned).minus(done.invoiced).minus(done.invoicing).gt(0)
}
