import type { PayloadRequest } from 'payload'

import { documentKindOf } from '@/src/domain/kinds'
import { type Place, placesNaming } from '@/src/engine/placesNaming'
import { kindsInOrder } from '@/src/ledger/kinds'
import type { CustomerPlace } from '@/src/ledger/mergeCustomers'

/**
 * What does not simply pass to another customer: his own record, his codes and prices, of which the other may have the same, and what he
 * confirmed on his page, which stays as he sent it.
 */
const apart: ReadonlySet<string> = new Set(['customers', 'items', 'price-policies', 'order-lists'])

/** The name of a field in the database: `customerCodes` → `customer_codes`. */
const inTable = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const columnOf = (field: string): string => `${inTable(field)}_id`

const bySlug = (places: readonly Place[]): Map<string, Place[]> => {
  const found = new Map<string, Place[]>()
  for (const place of places) found.set(place.slug, [...(found.get(place.slug) ?? []), place])
  return found
}

/** Every kind of record that names a customer, by its fields, as the books ask for it. */
const namingCustomers = (req: PayloadRequest): CustomerPlace[] => {
  const collections = Object.values(req.payload.collections).map(({ config }) => config)
  return [...bySlug(placesNaming('customers', collections))].map(([slug, places]) => ({
    slug,
    head: places.flatMap(({ path }) => (path.includes('.') ? [] : [columnOf(path)])),
    lists: places.flatMap(({ path }) => {
      const [list, field] = path.split('.')
      return list && field ? [{ list: inTable(list), column: columnOf(field) }] : []
    }),
  }))
}

/**
 * What passes to the customer a record becomes part of: every document and record that names one, downstream first, as every step locks them.
 * What was decided about the former himself stays where it was decided.
 */
export function movedWithCustomer(req: PayloadRequest): CustomerPlace[] {
  const order = kindsInOrder()
  return namingCustomers(req)
    .filter(({ slug, head }) => head.length > 0 && !apart.has(slug) && documentKindOf(slug)?.decides !== 'customer')
    .sort((a, b) => order.indexOf(b.slug) - order.indexOf(a.slug))
}

/** What decides about a customer or a document of his: none of it may be open when two records of him become one. */
export const decidedAboutCustomer = (req: PayloadRequest): CustomerPlace[] =>
  namingCustomers(req).filter(({ slug }) => documentKindOf(slug)?.decides)
