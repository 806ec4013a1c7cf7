import type { ImportDefinition } from './engine/definition'
import { itemCategories, items, warehouses } from './masters/goods'
import { invoiceTitles } from './masters/invoiceTitles'
import { customerCategories, customers } from './masters/parties'
import { departments, users } from './masters/people'
import { exchangeRates, paymentTerms } from './masters/terms'
import { pricePolicies } from './masters/pricePolicies'
import { units } from './masters/units'
import { openingReceivables } from './openings/openingReceivables'
import { openingStock } from './openings/openingStock'
import { openingOrders, openingQuotes } from './openings/openSales'
import { salesHistory } from './openings/salesHistory'
import { orders } from './orders/orders'

/** Every kind of file that comes in, in the order a company that moves in needs them. */
export const definitions: readonly ImportDefinition[] = [
  departments,
  users,
  customerCategories,
  paymentTerms,
  customers,
  invoiceTitles,
  itemCategories,
  items,
  units,
  warehouses,
  exchangeRates,
  openingStock,
  openingReceivables,
  openingOrders,
  openingQuotes,
  salesHistory,
  pricePolicies,
  orders,
]

export const definitionOf = (kind: unknown): ImportDefinition | undefined => definitions.find((definition) => definition.kind === kind)
