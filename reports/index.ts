import { creditBalance } from './credit-balance/definition'
import { cashForecast } from './cash-forecast/definition'
import { customerStatement } from './customer-statement/definition'
import { dunningList } from './dunning-list/definition'
import { taxInvoices } from './tax-invoices/definition'
import { customerRating } from './customer-rating/definition'
import { deliveryPerformance } from './delivery-performance/definition'
import { orderExecution } from './order-execution/definition'
import { priceDeviation } from './price-deviation/definition'
import { receivablesAgeing } from './receivables-ageing/definition'
import { sampleTracking } from './sample-tracking/definition'
import { salesAnalysis } from './sales-analysis/definition'
import { stockAvailability } from './stock-availability/definition'
import { unbilledDeliveries } from './unbilled-deliveries/definition'
import { unshippedLines } from './unshipped-lines/definition'

/** Every report of the house, in the order the menu shows them. */
export const reports = [
  salesAnalysis,
  unshippedLines,
  orderExecution,
  priceDeviation,
  stockAvailability,
  deliveryPerformance,
  sampleTracking,
  unbilledDeliveries,
  creditBalance,
  receivablesAgeing,
  dunningList,
  customerStatement,
  taxInvoices,
  cashForecast,
  customerRating,
]
