import type { ImportDefinition } from './engine/definition'
import { itemCategories, items, warehouses } from './masters/goods'
import { customerCategories, customers } from './masters/parties'
import { departments, users } from './masters/people'
import { exchangeRates, paymentTerms } from './masters/terms'
import { units } from './masters/units'

/** Every kind of file that comes in, in the order a company that moves in needs them. */
export const definitions: readonly ImportDefinition[] = [
  departments,
  users,
  customerCategories,
  paymentTerms,
  customers,
  itemCategories,
  items,
  units,
  warehouses,
  exchangeRates,
]

export const definitionOf = (kind: unknown): ImportDefinition | undefined => definitions.find((definition) => definition.kind === kind)
