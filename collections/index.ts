import type { CollectionConfig } from 'payload'

import { CreditGrades } from './credit/CreditGrades'
import { Alarms } from './control/Alarms'
import { AuditLog } from './control/AuditLog'
import { DocumentNotes } from './control/DocumentNotes'
import { Departments } from './control/Departments'
import { HouseChanges } from './control/HouseChanges'
import { Notifications } from './control/Notifications'
import { Outbox } from './control/Outbox'
import { PreparedFiles } from './control/PreparedFiles'
import { ReportViews } from './control/ReportViews'
import { Users } from './control/Users'
import { Webhooks } from './control/Webhooks'
import { CreditLimits } from './credit/CreditLimits'
import { CreditReleases } from './credit/CreditReleases'
import { CustomerCategories } from './customers/CustomerCategories'
import { Customers } from './customers/Customers'
import { Drawings } from './items/Drawings'
import { ItemCategories } from './items/ItemCategories'
import { Items } from './items/Items'
import { Pictures } from './items/Pictures'
import { Deliveries } from './fulfilment/Deliveries'
import { Invoices } from './fulfilment/Invoices'
import { Returns } from './fulfilment/Returns'
import { OrderChanges } from './orders/OrderChanges'
import { OrderReviews } from './orders/OrderReviews'
import { OrderRevisions } from './orders/OrderRevisions'
import { ReviewDelegations } from './orders/ReviewDelegations'
import { Orders } from './orders/Orders'
import { OrderTemplates } from './orders/OrderTemplates'
import { SalesTargets } from './orders/SalesTargets'
import { ExchangeRates } from './pricing/ExchangeRates'
import { PriceAdjustments } from './pricing/PriceAdjustments'
import { PricePolicies } from './pricing/PricePolicies'
import { PriceReleases } from './pricing/PriceReleases'
import { TaxCategories } from './pricing/TaxCategories'
import { OrderLists } from './quotes/OrderLists'
import { QuoteLinks } from './quotes/QuoteLinks'
import { Quotes } from './quotes/Quotes'
import { QuoteTemplates } from './quotes/QuoteTemplates'
import { PaymentTerms } from './receivables/PaymentTerms'
import { Receipts } from './receivables/Receipts'
import { FeedbackRounds } from './samples/FeedbackRounds'
import { Samples } from './samples/Samples'
import { SampleWorkOrders } from './samples/SampleWorkOrders'
import { CostCorrections } from './stock/CostCorrections'
import { StockBalances } from './stock/StockBalances'
import { StockCounts } from './stock/StockCounts'
import { StockEntries } from './stock/StockEntries'
import { StockFreezes } from './stock/StockFreezes'
import { StockIssues } from './stock/StockIssues'
import { StockReceipts } from './stock/StockReceipts'
import { StockTransfers } from './stock/StockTransfers'
import { Warehouses } from './stock/Warehouses'

/** The menu, in order: one line per area. */
export const collections: CollectionConfig[] = [
  // customers
  Customers,
  CustomerCategories,
  // items
  Items,
  ItemCategories,
  Drawings,
  Pictures,
  // samples
  Samples,
  FeedbackRounds,
  SampleWorkOrders,
  // quotes
  Quotes,
  QuoteTemplates,
  QuoteLinks,
  OrderLists,
  // orders
  Orders,
  OrderTemplates,
  OrderChanges,
  OrderRevisions,
  OrderReviews,
  ReviewDelegations,
  SalesTargets,
  // pricing
  PricePolicies,
  PriceAdjustments,
  PriceReleases,
  ExchangeRates,
  TaxCategories,
  // stock
  StockReceipts,
  StockIssues,
  StockTransfers,
  StockCounts,
  StockFreezes,
  CostCorrections,
  StockBalances,
  StockEntries,
  Warehouses,
  // fulfilment
  Deliveries,
  Returns,
  Invoices,
  // receivables
  Receipts,
  PaymentTerms,
  // credit
  CreditLimits,
  CreditReleases,
  CreditGrades,
  // control
  Departments,
  Users,
  HouseChanges,
  Alarms,
  PreparedFiles,
  ReportViews,
  Notifications,
  DocumentNotes,
  AuditLog,
  Outbox,
  Webhooks,
]
