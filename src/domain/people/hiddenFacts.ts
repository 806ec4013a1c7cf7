import type { Person } from './person'
import { maySee } from './sight'

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
const priceFacts = [
  'sealedTexts',
  'price',
  'policyPrice',
  'listPrice',
  'oldPrice',
  'newPrice',
  'netPrice',
  'grossPrice',
  'netUnitPrice',
  'net',
  'tax',
  'gross',
  'amount',
  'netTotal',
  'taxTotal',
  'grossTotal',
  'headerDiscount',
  'discountRate',
  'exposureAfter',
  'exposure',
  'buckets',
  'openAmount',
  'freight',
  'freightNet',
  'freightTax',
  'freightOf',
]

/**
 * The same value without the facts this person may not know: stored findings and price traces were written for whoever saved
 * the document and are read by others later. A text that was composed with a removed figure goes with it.
 */
export function withoutForbiddenFacts(person: Person | null, value: unknown): unknown {
  const forbidden = forbiddenTo(person)
  return forbidden.size === 0 ? value : strip(value, forbidden)
}

const forbiddenTo = (person: Person | null): ReadonlySet<string> =>
  new Set([
    ...(maySee(person, 'cost') ? [] : costFacts),
    ...(maySee(person, 'minimumPrice') ? [] : minimumFacts),
    ...(maySee(person, 'creditLimit') ? [] : limitFacts),
    ...(maySee(person, 'price') ? [] : priceFacts),
  ])

function strip(value: unknown, forbidden: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.filter((entry) => !changes(entry, forbidden)).map((entry: unknown) => strip(entry, forbidden))
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

/** A recorded change by field that tells such a figure before and after. */
const changes = (entry: unknown, forbidden: ReadonlySet<string>): boolean =>
  entry !== null &&
  typeof entry === 'object' &&
  'path' in entry &&
  'before' in entry &&
  'after' in entry &&
  forbidden.has(String(entry.path).split('.').at(-1) ?? '')
