import type { FieldAccess } from 'payload'

import { type Figure, maySee, maySet } from '@/src/domain/people/sight'

import { type Asking, personOf } from './roles'

const reads =
  (figure: Figure): FieldAccess =>
  ({ req }) =>
    maySee(personOf(req.user), figure)

const sets =
  (figure: Figure): FieldAccess =>
  ({ req }) =>
    maySet(personOf(req.user), figure)

/** A figure kept in a master: read by those who may know it, entered by those who may set it. */
export const keeps = (figure: Figure): { read: FieldAccess; create: FieldAccess; update: FieldAccess } => ({
  read: reads(figure),
  create: sets(figure),
  update: sets(figure),
})

export const readsCost = reads('cost')
export const readsMinimumPrice = reads('minimumPrice')
export const readsCreditLimit = reads('creditLimit')

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
  const person = personOf(user)
  const forbidden = new Set([
    ...(maySee(person, 'cost') ? [] : costFacts),
    ...(maySee(person, 'minimumPrice') ? [] : minimumFacts),
    ...(maySee(person, 'creditLimit') ? [] : limitFacts),
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
