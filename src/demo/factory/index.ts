import type { Chapter } from '../stage'
import { listRates, meetCustomers, setPrices } from './customers'
import { fillWarehouses, stockShelves } from './goods'
import { tellOrders } from './orders'
import { enterPeople, setPriceRules, setRules } from './people'
import { tellPrices } from './prices'
import { tellQuotes } from './quotes'
import { tellReceivables } from './receivables'
import { tellSamples } from './samples'
import { tellStock } from './stock'

/** A factory of garment trims: rivets, snap buttons, jeans buttons; four months of its sales. */
export const demoChapters: readonly Chapter[] = [
  { says: 'people', tell: enterPeople },
  { says: 'rules', tell: setRules },
  { says: 'items', tell: stockShelves },
  { says: 'warehouses', tell: fillWarehouses },
  { says: 'customers', tell: meetCustomers },
  { says: 'exchange rates', tell: listRates },
  { says: 'prices', tell: setPrices },
  { says: 'orders', tell: tellOrders },
  { says: 'quotes', tell: tellQuotes },
  { says: 'price adjustments', tell: tellPrices },
  { says: 'invoices and receipts', tell: tellReceivables },
  { says: 'stock', tell: tellStock },
  { says: 'samples', tell: tellSamples },
  { says: 'price rules', tell: (stage) => setPriceRules(stage, 'forbid') },
]
