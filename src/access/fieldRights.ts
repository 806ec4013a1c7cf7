import type { FieldAccess } from 'payload'

import { businessUser, hasRole } from './roles'
import type { Asking } from './roles'

/** Cost and what it can be worked out from: margin, profit, markup. Granted person by person; finance needs it for its work. */
export const maySeeCost = (user: Asking): boolean =>
  businessUser(user)?.seeCost === true || hasRole(user, 'finance', 'generalManager', 'auditor', 'admin')

/** The minimum selling price and the minimum margin behind it. */
export const maySeeMinimumPrice = (user: Asking): boolean =>
  businessUser(user)?.seeMinimumPrice === true || hasRole(user, 'generalManager', 'auditor', 'admin')

/** Credit limits of customers, departments and salespeople. */
export const maySeeCreditLimit = (user: Asking): boolean =>
  businessUser(user)?.seeCreditLimit === true || hasRole(user, 'finance', 'generalManager', 'auditor', 'admin')

export const readsCost: FieldAccess = ({ req }) => maySeeCost(req.user)
export const readsMinimumPrice: FieldAccess = ({ req }) => maySeeMinimumPrice(req.user)
export const readsCreditLimit: FieldAccess = ({ req }) => maySeeCreditLimit(req.user)

const costFacts = [
  'cost',
  'unitCost',
  'averageCost',
  'latestCost',
  'costValue',
  'markupRate',
  'margin',
  'marginRate',
  'profit',
  'profitRate',
  'issueValue',
  'receivedValue',
  'oldCost',
  'costDelta',
  'leftValue',
  'soldValue',
  'costShares',
]
const minimumFacts = ['minimum', 'minPrice', 'minimumPrice', 'minMarginRate']
// exposure less excess is the limit, so the excess goes with it
const limitFacts = ['limit', 'creditLimit', 'free', 'excess', 'quota']

/**
 * The same value without the facts this person may not know: stored findings and price traces were written for whoever saved
 * the document and are read by others later. A text that was composed with a removed figure goes with it.
 */
export function withoutForbiddenFacts(user: Asking, value: unknown): unknown {
  const forbidden = new Set([
    ...(maySeeCost(user) ? [] : costFacts),
    ...(maySeeMinimumPrice(user) ? [] : minimumFacts),
    ...(maySeeCreditLimit(user) ? [] : limitFacts),
  ])
  return forbidden.size === 0 ? value : strip(value, forbidden)
}

function strip(value: unknown, forbidden: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((entry) => strip(entry, forbidden))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
  const tainted = mentions(value, forbidden)
  return Object.fromEntries(
    entries
      .filter(([key, inner]) => !forbidden.has(key) && !(tainted && composed(key, inner)))
      .map(([key, inner]) => [key, strip(inner, forbidden)]),
  )
}

/** The sentences of a finding: both quote its figures. */
const composed = (key: string, inner: unknown): boolean => key === 'message' || (key === 'remedy' && typeof inner === 'string')

const mentions = (value: unknown, forbidden: ReadonlySet<string>): boolean =>
  value !== null &&
  typeof value === 'object' &&
  Object.entries(value).some(([key, inner]) => (!Array.isArray(value) && forbidden.has(key)) || mentions(inner, forbidden))
