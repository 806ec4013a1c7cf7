import { type ContributionInput, type Contributions, noContributions } from '../kernel/contributions'
import { d } from '../kernel/decimal'

import { keyOfLine, type StockHeader, type StockLine } from './stockDocument'
import type { StockDocumentStatus } from './stockDocumentSteps'

export const stockIssueKinds = ['production', 'scrap', 'sample', 'other'] as const

export type StockIssue = StockHeader & {
  status: StockDocumentStatus
  kind: (typeof stockIssueKinds)[number]
  warehouse: number
  lines: StockLine[]
}

/** What a stock issue takes out once posted; the ledger values it by the moving average. */
export function stockIssueContributions({ doc }: Pick<ContributionInput<StockIssue>, 'doc'>): Contributions {
  const contributions = noContributions()
  if (doc.status !== 'posted') return contributions
  for (const line of doc.lines) {
    const key = keyOfLine({ slug: 'stock-issues', id: doc.id, line, warehouse: doc.warehouse })
    contributions.stock.push({ ...key, account: 'onHand', qty: d(line.stockQty).neg().toString() })
  }
  return contributions
}
