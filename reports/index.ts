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
import { customerChanges } from './customer-changes/definition'
import { customerDuplicates } from './customer-duplicates/definition'
import { discountsGiven } from './discounts-given/definition'
import { orderIntake } from './order-intake/definition'
import { returnsRate } from './returns-rate/definition'
import { slowStock } from './slow-stock/definition'
import { stockValue } from './stock-value/definition'
import { orderBook } from './order-book/definition'
import { priceVolumeMix } from './price-volume-mix/definition'
import { quoteConversion } from './quote-conversion/definition'
import { salespersonPerformance } from './salesperson-performance/definition'
import { unbilledDeliveries } from './unbilled-deliveries/definition'
import { creditExposure } from './credit-exposure/definition'
import { receivablesMoves } from './receivables-moves/definition'
import { reviewTimes } from './review-times/definition'
import { unshippedLines } from './unshipped-lines/definition'

/** Every report of the house, in the order the menu shows them. */
export const reports = [
  salesAnalysis,
  priceVolumeMix,
  salespersonPerformance,
  quoteConversion,
  orderIntake,
  orderBook,
  discountsGiven,
  customerChanges,
  customerDuplicates,
  unshippedLines,
  orderExecution,
  reviewTimes,
  priceDeviation,
  stockAvailability,
  stockValue,
  slowStock,
  deliveryPerformance,
  returnsRate,
  sampleTracking,
  unbilledDeliveries,
  creditBalance,
  creditExposure,
  receivablesAgeing,
  receivablesMoves,
  dunningList,
  customerStatement,
  taxInvoices,
  cashForecast,
  customerRating,
]
