import type { Decimal, Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import type { Id, PolicyRow } from './policyLevels'
import type { ItemUnits } from './units'

/** One step of how a price came about. JSON-safe: figures are exact text, so that the trace outlives every later change. */
export type TraceStep = { rule: string; price?: string } & Record<string, string | number | boolean | null>

/** How a price may be found (取价方式), asked in the order of the setting; until somebody sets it, in this one. */
export const pricingMethods = ['policy', 'latestPrice', 'latestCostPlus', 'list'] as const
export type PricingMethod = (typeof pricingMethods)[number]

export type PriceFacts = {
  item: ItemUnits & { id: Id; code?: string | null; categories: readonly Id[]; listPrice?: Numeric | null }
  customer: { id: Id; categories: readonly Id[]; grade?: string | null }
  qty: Numeric
  /** unit of the line; empty = stock unit */
  unit?: string | null
  /** business date of the document: rows count by it, never by the time of entry */
  date: string
  currency: string
  /** base currency per 1 of the document's currency; list price and cost are kept in base currency. Default 1 */
  exchangeRate?: Numeric | null
  policies: readonly PolicyRow[]
  /** percent per credit grade, e.g. `{ AA: 2 }` */
  gradeDiscounts?: Readonly<Record<string, Numeric | null | undefined>> | null
  /** default: policy levels, then list price */
  methods?: readonly PricingMethod[]
  /** the latest selling price found by the reader (source, customer filter, cancelled and free lines already respected) */
  latestPrice?: {
    price: Numeric
    unit?: string | null
    source: { slug: string; id: Id; no?: string | null; date?: string | null; line?: string | null; customer?: Id | null }
  } | null
  /** latest cost per stock unit in base currency; null = unknown, never 0 */
  cost?: Numeric | null
  /** the item's markup percent, else its category's */
  markupRate?: Numeric | null
  /** position of the line, for the path of the finding */
  index?: number
}

export type PriceCandidate = {
  rule: string
  policy?: Id
  version?: number | null
  minQty?: number
  validFrom?: string | null
  price: string
  won: boolean
  /** why it lost: of a less specific level, a smaller break, an older date, a lower priority; or its quantity is not reached */
  lost?: LossReason
}

export type LossReason = 'lessSpecific' | 'smallerBreak' | 'earlierDate' | 'lowerPriority' | 'breakNotReached' | 'laterMethod'

export type ResolvedPrice = {
  /** per line unit, 6 decimals, in the document's tax mode; null = no price known, see `reason` */
  price: Decimal | null
  priceSource: 'auto'
  /** the item's list price per line unit in document currency */
  listPrice: Decimal | null
  trace: TraceStep[]
  candidates: PriceCandidate[]
  reason?: Finding
}
