import type { Numeric } from '../kernel/decimal'

export type Id = number | string

/** One row of the price policies, as the facts reader hands it over. Scope fields left empty mean "any". */
export type PolicyRow = {
  id: Id
  version?: number | null
  customer?: Id | null
  customerCategory?: Id | null
  item?: Id | null
  itemCategory?: Id | null
  /** empty or the stock unit: the price is per stock unit; another unit: a price per that unit, for lines sold in it */
  unit?: string | null
  /** in stock units; empty = from the first piece */
  minQty?: Numeric | null
  price?: Numeric | null
  /** percent off the item's list price */
  discountRate?: Numeric | null
  /** no credit-grade discount on top */
  net?: boolean | null
  priority?: number | null
  validFrom?: string | null
  validTo?: string | null
  currency?: string | null
}

/** Whom and what the line is for; categories are the own one first, then its ancestors, nearest first. */
export type PolicyScope = {
  customer: { id: Id; categories: readonly Id[] }
  item: { id: Id; categories: readonly Id[] }
}

/**
 * One level of the price policy: its name (as stored in traces) and how far a row is from the line at this level, nearest
 * category first. null = the row does not belong to this level.
 */
export type PolicyLevel = { name: string; distance: (row: PolicyRow, scope: PolicyScope) => readonly [number, number] | null }

const isSet = (id: Id | null | undefined): id is Id => id !== null && id !== undefined && id !== ''
const same = (a: Id | null | undefined, b: Id): boolean => a === b || (isSet(a) && typeof a !== typeof b && String(a) === String(b))
const steps = (category: Id | null | undefined, chain: readonly Id[]): number | null => {
  const at = isSet(category) ? chain.findIndex((id) => same(category, id)) : -1
  return at < 0 ? null : at
}

type Side = (row: PolicyRow, scope: PolicyScope) => number | null
const thisCustomer: Side = (row, { customer }) => (same(row.customer, customer.id) ? 0 : null)
const customerCategory: Side = (row, { customer }) => (isSet(row.customer) ? null : steps(row.customerCategory, customer.categories))
const anyCustomer: Side = (row) => (isSet(row.customer) || isSet(row.customerCategory) ? null : 0)
const thisItem: Side = (row, { item }) => (same(row.item, item.id) ? 0 : null)
const itemCategory: Side = (row, { item }) => (isSet(row.item) ? null : steps(row.itemCategory, item.categories))

const level = (name: string, who: Side, what: Side): PolicyLevel => ({
  name,
  distance: (row, scope) => {
    const customerSteps = who(row, scope)
    const itemSteps = what(row, scope)
    return customerSteps === null || itemSteps === null ? null : [customerSteps, itemSteps]
  },
})

export const customerItem = level('customerItem', thisCustomer, thisItem)
export const categoryItem = level('categoryItem', customerCategory, thisItem)
export const customerItemCategory = level('customerItemCategory', thisCustomer, itemCategory)
export const categoryItemCategory = level('categoryItemCategory', customerCategory, itemCategory)
export const anyItem = level('anyItem', anyCustomer, thisItem)
export const anyItemCategory = level('anyItemCategory', anyCustomer, itemCategory)
/** The item's own list price: no row of the policies, always the last word. */
export const listPrice: PolicyLevel = { name: 'listPrice', distance: () => null }

/** The order is the policy: most specific first, one winner. */
export const policyLevels: readonly PolicyLevel[] = [
  customerItem,
  categoryItem,
  customerItemCategory,
  categoryItemCategory,
  anyItem,
  anyItemCategory,
  listPrice,
]
