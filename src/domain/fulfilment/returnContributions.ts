import { type ContributionInput, type Contributions, noContributions, type StockTarget } from '../kernel/contributions'
import { d } from '../kernel/decimal'
import { splitByWeight } from '../kernel/split'
import { inStockUnit } from '../stock/stockDocument'

import type { ReturnDocument, ReturnLine } from './return'

/**
 * What a return contributes. Approved: a refund takes the quantity out of what may be billed, a replacement opens the order line again.
 * Received: the goods lie in the return warehouse, available to nobody, worth their original issue cost. Inspected: what is restocked
 * is goods again, what is reworked stays set aside, what is scrapped leaves with its value; the values of the parts add up exactly.
 */
export function returnContributions({ doc }: Pick<ContributionInput<ReturnDocument>, 'doc'>): Contributions {
  const contributions = noContributions()
  if (doc.status === 'draft' || doc.status === 'cancelled' || doc.kind === 'priceOnly') return contributions
  const source = { slug: 'returns', id: doc.id }
  const kind = doc.kind === 'replace' ? ('replaced' as const) : ('returned' as const)
  for (const line of doc.lines) {
    const figures = { source, line: line.id, kind, qty: d(line.qty).toString(), amount: d(line.gross).toString() }
    contributions.progress.push({ ...figures, target: { slug: 'deliveries', documentId: line.delivery, lineId: line.deliveryLine } })
    if (line.orderLine && line.order) {
      contributions.progress.push({ ...figures, target: { slug: 'orders', documentId: line.order, lineId: line.orderLine } })
    }
    if (doc.status === 'received') contributions.stock.push(...received(source, line, doc.date))
    if (doc.status === 'inspected') contributions.stock.push(...inspected(source, line))
  }
  return contributions
}

type Source = { slug: string; id: number }

const keyAt = (source: Source, line: ReturnLine, warehouse: number | null) => ({
  source,
  line: line.id,
  item: line.item,
  warehouse,
  batchNo: line.batchNo ?? '',
})

function received(source: Source, line: ReturnLine, due: string): StockTarget[] {
  const qty = d(line.stockQty).toString()
  const here = keyAt(source, line, line.warehouse)
  return [
    { ...here, account: 'onHand', qty, value: d(line.issueValue ?? 0).toString() },
    { ...keyAt(source, line, line.restockTo ?? line.warehouse), account: 'expectedInspection', qty, due },
    ...(line.frozen ? [{ ...here, account: 'frozen' as const, qty }] : []),
  ]
}

function inspected(source: Source, line: ReturnLine): StockTarget[] {
  const parts = [line.restockQty ?? 0, line.reworkQty ?? 0, line.scrapQty ?? 0]
  const values = splitByWeight(line.issueValue ?? 0, parts)
  const [restock, rework] = parts.map((qty) => inStockUnit(line, qty))
  const kept = [
    { warehouse: line.restockTo ?? line.warehouse, qty: restock, value: values[0] },
    { warehouse: line.reworkTo ?? line.warehouse, qty: rework, value: values[1] },
  ]
  const targets = kept
    .filter(({ qty }) => d(qty).gt(0))
    .map(({ warehouse, qty, value }) => ({
      ...keyAt(source, line, warehouse),
      account: 'onHand' as const,
      qty: d(qty).toString(),
      value: d(value).toString(),
    }))
  const frozen = line.frozen && d(rework).gt(0) && (line.reworkTo ?? line.warehouse) === line.warehouse
  return frozen ? [...targets, { ...keyAt(source, line, line.warehouse), account: 'frozen', qty: d(rework).toString() }] : targets
}
