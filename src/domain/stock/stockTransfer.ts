import { type ContributionInput, type Contributions, noContributions } from '../kernel/contributions'
import { d, Decimal } from '../kernel/decimal'
import { toNumber } from '../kernel/money'

import { inStockUnit, keyOfLine, type StockHeader, type StockLine } from './stockDocument'
import type { StockTransferStatus } from './stockTransferSteps'

export type StockTransferLine = StockLine & { receivedQty?: number | null; receivedValue?: number | null }

export type StockTransfer = StockHeader & {
  status: StockTransferStatus
  from: number
  to: number
  /** when the goods are expected to arrive; empty = the day of the transfer */
  expectedDate?: string | null
  lines: StockTransferLine[]
}

/** What of a line is still on its way. */
export const transferLineFigures = ({ qty = 0, receivedQty }: { qty?: number; receivedQty?: unknown }): { openQty: number } => ({
  openQty: toNumber(Decimal.max(0, d(qty).minus(d(typeof receivedQty === 'number' ? receivedQty : 0)))),
})

/**
 * What a transfer does: a draft holds the goods at the sender (where drafts reserve) and announces them at the receiver; shipped, they
 * are out of the one and expected in the other; received, they enter with exactly the value they left with. Worked: 10 of W1 worth
 * 100.00 shipped, 4 received → W1 −10, W2 +4 worth 40.00, 6 expected in W2.
 */
export function stockTransferContributions({ doc, settings }: Pick<ContributionInput<StockTransfer>, 'doc' | 'settings'>): Contributions {
  const contributions = noContributions()
  const reserves = doc.status === 'draft' && settings.reserveMoment === 'save'
  const shipped = doc.status === 'inTransit' || doc.status === 'received'
  if (!reserves && !shipped) return contributions
  for (const line of doc.lines) {
    const at = (warehouse: number) => keyOfLine({ slug: 'stock-transfers', id: doc.id, line, warehouse })
    const received = line.receivedQty ?? 0
    const pending = d(line.stockQty).minus(d(inStockUnit(line, received)))
    const due = doc.expectedDate || doc.date
    if (reserves) contributions.stock.push({ ...at(doc.from), account: 'reserved', qty: d(line.stockQty).toString(), due: doc.date })
    if (shipped) contributions.stock.push({ ...at(doc.from), account: 'onHand', qty: d(line.stockQty).neg().toString() })
    if (pending.gt(0)) contributions.stock.push({ ...at(doc.to), account: 'expectedTransfers', qty: pending.toString(), due })
    if (shipped && received > 0) {
      const entered = { qty: inStockUnit(line, received), value: d(line.receivedValue ?? 0).toString() }
      contributions.stock.push({ ...at(doc.to), account: 'onHand', ...entered })
    }
  }
  return contributions
}
