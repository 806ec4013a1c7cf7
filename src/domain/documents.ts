import type { HouseChange } from './control/houseChange'
import type { CreditGrade } from './credit/creditGrade'
import type { CreditLimit } from './credit/creditLimit'
import type { CreditRelease } from './credit/creditRelease'
import type { Delivery } from './fulfilment/delivery'
import type { Invoice } from './fulfilment/invoice'
import type { ReturnDocument } from './fulfilment/return'
import type { Order } from './orders/order'
import type { OrderChange } from './orders/orderChange'
import type { PriceAdjustment } from './pricing/priceAdjustment'
import type { PriceRelease } from './pricing/priceRelease'
import type { Quote } from './quotes/quote'
import type { Receipt } from './receivables/receipt'
import type { FeedbackRound } from './samples/feedbackRound'
import type { Sample } from './samples/sample'
import type { SampleWorkOrder } from './samples/workOrder'
import type { CostCorrection } from './stock/costCorrection'
import type { StockCount } from './stock/stockCount'
import type { StockFreeze } from './stock/stockFreeze'
import type { StockIssue } from './stock/stockIssue'
import type { StockReceipt } from './stock/stockReceipt'
import type { StockTransfer } from './stock/stockTransfer'

/** The documents as the rules know them, by the collection that keeps them. */
export type KnownDocuments = {
  orders: Order
  'order-changes': OrderChange
  quotes: Quote
  'price-adjustments': PriceAdjustment
  'price-releases': PriceRelease
  deliveries: Delivery
  returns: ReturnDocument
  invoices: Invoice
  receipts: Receipt
  'credit-limits': CreditLimit
  'credit-releases': CreditRelease
  'credit-grades': CreditGrade
  samples: Sample
  'feedback-rounds': FeedbackRound
  'sample-work-orders': SampleWorkOrder
  'stock-receipts': StockReceipt
  'stock-issues': StockIssue
  'stock-transfers': StockTransfer
  'stock-counts': StockCount
  'stock-freezes': StockFreeze
  'cost-corrections': CostCorrection
  'house-changes': HouseChange
}
