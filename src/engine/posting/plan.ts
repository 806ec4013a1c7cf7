import type { CreditObject, Progress } from '@/src/domain/kernel/contributions'
import type { CreditTarget, ProgressTarget, ReceivableTarget, StockTarget } from '@/src/ledger/postings'

import type { AnyDocument } from '../document'
import type { StockMove } from './stockMoves'

export type UpstreamDocument = { slug: string; doc: AnyDocument }

/** What must be appended to each ledger so that the books agree with the document as it will be stored. */
export type PostingPlan = {
  /** True when the document is only being made: the books hold nothing of it. */
  isNew: boolean
  upstream: UpstreamDocument[]
  progress: ProgressTarget[]
  stock: StockMove[]
  credit: CreditTarget[]
  receivable: ReceivableTarget[]
  /** Stock the documents hold after this, per line: what is "required" in a refusal. */
  stockTargets: StockTarget[]
  progressAfter: Map<string, Progress>
  creditObjects: CreditObject[]
  /** The same plan for the document as if executed, and as if it did not exist: what the checks compare. */
  projectedStock: StockTarget[]
  projectedStockTargets: StockTarget[]
  projectedCredit: CreditTarget[]
  /** What the document itself, once executed, puts on each object: whether it is one that makes debt. */
  ownCredit: CreditTarget[]
  absentCredit: CreditTarget[]
}
