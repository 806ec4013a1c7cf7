import { cashForecast } from './cash-forecast/definition'
import { customerRating } from './customer-rating/definition'
import { orderExecution } from './order-execution/definition'
import { receivablesAgeing } from './receivables-ageing/definition'
import { salesAnalysis } from './sales-analysis/definition'
import { unshippedLines } from './unshipped-lines/definition'

/** Every report of the house, in the order the menu shows them. */
export const reports = [salesAnalysis, unshippedLines, orderExecution, receivablesAgeing, cashForecast, customerRating]
