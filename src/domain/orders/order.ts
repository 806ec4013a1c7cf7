import type { OrderFreight } from '../pricing/freight'

import type { EarlierPart } from './earlierPart'
import type { OrderStatus } from './orderSteps'

export type { OrderStatus }

/** 评审状态: how far the review of an order or a change has come. */
export type ReviewStatus = 'none' | 'notRequired' | 'inReview' | 'awaitingRuling' | 'passed' | 'failed'

/** What the credit check found when the document was last decided. */
export type CreditFacet = 'notChecked' | 'passed' | 'alarmed' | 'released'

/** Where the pieces of a line of a sample order come from. */
export const supplies = ['engineeringStock', 'finishedStock', 'production'] as const
export type Supply = (typeof supplies)[number]

/** One line of a sales document as the rules see it. Money in document currency unless `base…`; ids are numbers. */
export type SalesLine = {
  id: string
  item: number
  description?: string | null
  qty: number
  unit: string
  stockQty: number
  price: number | null
  priceSource?: 'auto' | 'manual' | null
  listPrice?: number | null
  discountRate?: number | null
  /** absent until it is known: the item's; null is exempt */
  taxRate?: number | null
  free?: boolean | null
  net: number
  tax: number
  gross: number
  baseNet: number
  baseTax: number
  baseGross: number
  netPrice: number
  grossPrice: number
  minPrice?: number | null
  trace?: unknown[] | null
  warehouse: number | null
  batchNo?: string | null
  remark?: string | null
}

export type SalesHeader = {
  id: number
  no: string
  date: string
  version: number
  preparedBy: number | null
  approvedBy?: number | null
  approvedAt?: string | null
  remark?: string | null
  customer: number
  /** who pays: fixed when the document is made; its credit and its receivable */
  billTo: number | null
  salesperson: number | null
  department: number | null
  currency: string
  exchangeRate: number
  /** the rate was typed instead of the listed one */
  rateTyped?: boolean | null
  /** what a tax invoice says of the payer, fixed with him */
  invoiceTitle?: string | null
  taxNo?: string | null
  bank?: string | null
  bankAccount?: string | null
  invoiceAddress?: string | null
  invoicePhone?: string | null
  taxMode: 'inclusive' | 'exclusive'
  /** where it is sold to and by which way, as far as anybody said */
  region?: string | null
  channel?: string | null
  paymentTerms?: number | null
  deliveryAddress?: string | null
  headerDiscount?: number | null
  netTotal: number
  taxTotal: number
  grossTotal: number
  opening?: boolean | null
}

/** The title of the payer a document is made out to, where somebody chose one: its row in the payer's record. */
export type Titled = { chosenTitle?: string | null }

export type OrderLine = SalesLine & {
  quoteLine?: string | null
  quote?: number | null
  /** quantity of the break of the quote it was ordered at; absent: as the line was offered */
  quoteBreak?: number | null
  /** its amounts are a share of what was quoted, not price × quantity */
  asQuoted?: boolean | null
  promised?: string | null
  schedule?: Array<{ date: string; qty: number; promised?: string | null }> | null
  supply?: Supply | null
  changes?: string[] | null
  /** given up by short-close; the ledgers tell it as `shortClosed` */
  closedQty?: number | null
  /** delivered and invoiced before the books were opened: what came in with an opening order */
  deliveredBefore?: number | null
  invoicedBefore?: number | null
  /** what had left when the order changed, at its amounts: the rest of the line follows it */
  earlier?: EarlierPart | null
  /** what is set aside for the line, by warehouse and batch, in the order it will be delivered */
  reservations?: Array<{ warehouse: number | null; batchNo?: string | null; qty: number }> | null
}

export type Order = SalesHeader &
  Titled &
  OrderFreight & {
    status: OrderStatus
    kind: 'standard' | 'sample' | 'trial'
    reviewStatus?: ReviewStatus | null
    reviewVersion: number
    creditStatus?: CreditFacet | null
    hold?: boolean | null
    /** written down for a customer: it takes nothing of stock and credit until the house saves or approves it */
    heldBack?: boolean | null
    /** closed by short-close before everything was invoiced */
    closedEarly?: boolean | null
    /** 1 as approved first, one more with every change applied */
    revision?: number | null
    /** who has approved so far, where several must */
    approvals?: Array<{ by: number; name?: string; at: string }> | null
    lines: OrderLine[]
  }
