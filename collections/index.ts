import type { CollectionConfig } from 'payload'

import { AuditLog } from './control/AuditLog'
import { Departments } from './control/Departments'
import { Notifications } from './control/Notifications'
import { Outbox } from './control/Outbox'
import { Users } from './control/Users'
import { CustomerCategories } from './customers/CustomerCategories'
import { Customers } from './customers/Customers'
import { Drawings } from './items/Drawings'
import { ItemCategories } from './items/ItemCategories'
import { Items } from './items/Items'
import { Pictures } from './items/Pictures'
import { PricePolicies } from './pricing/PricePolicies'
import { PaymentTerms } from './receivables/PaymentTerms'
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
  // pricing
  PricePolicies,
  // stock
  Warehouses,
  // receivables
  PaymentTerms,
  // control
  Departments,
  Users,
  Notifications,
  AuditLog,
  Outbox,
]
