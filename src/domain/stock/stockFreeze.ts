import { type ContributionInput, type Contributions, noContributions } from '../kernel/contributions'
import { d } from '../kernel/decimal'

import { keyOfLine, type StockHeader, type StockLine } from './stockDocument'
import type { StockDocumentStatus } from './stockDocumentSteps'

export type StockFreeze = StockHeader & {
  status: StockDocumentStatus
  kind: 'freeze' | 'unfreeze'
  warehouse: number
  lines: StockLine[]
}

/** Frozen goods stay where they are and are promised to nobody; a second document, or the reversal, frees them. */
export function stockFreezeContributions({ doc }: Pick<ContributionInput<StockFreeze>, 'doc'>): Contributions {
  const contributions = noContributions()
  if (doc.status !== 'posted') return contributions
  const sign = doc.kind === 'unfreeze' ? -1 : 1
  for (const line of doc.lines) {
    const key = keyOfLine({ slug: 'stock-freezes', id: doc.id, line, warehouse: doc.warehouse })
    contributions.stock.push({ ...key, account: 'frozen', qty: d(line.stockQty).times(sign).toString() })
  }
  return contributions
}
