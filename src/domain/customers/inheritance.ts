import { idOf } from '../kernel/idOf'
import { d } from '../kernel/decimal'

/** What a customer may take from its category, each by its own name and by the name of the category's default. */
export const inheritable = {
  paymentTerms: 'paymentTerms',
  currency: 'currency',
  taxMode: 'taxMode',
  taxCategory: 'taxCategory',
  priceLevel: 'priceLevel',
  creditLimit: 'creditLimit',
  creditDays: 'creditDays',
} as const

export type Inheritable = keyof typeof inheritable
export const inheritableFields = Object.keys(inheritable) as Inheritable[]

export const isInheritable = (name: unknown): name is Inheritable => typeof name === 'string' && Object.hasOwn(inheritable, name)

/** What each field says; what is absent or empty says nothing. */
export type Terms = Readonly<Partial<Record<Inheritable, unknown>>>

/** A category with the defaults it states itself. */
export type CategoryTerms = { id: number; code: string; name: string; defaults: Terms }

export const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

/** How a figure or a relation is compared: 7 and "7.00" are one value, an id and its record as well. */
const plain = (value: unknown): string => {
  if (isEmpty(value)) return ''
  if (typeof value === 'object') return String(idOf(value) ?? '')
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) ? d(value).toString() : String(value)
}

export const sameTerm = (a: unknown, b: unknown): boolean => plain(a) === plain(b)

export type Effective = { value: unknown; from: Omit<CategoryTerms, 'defaults'> }

/**
 * What a customer of a category gets where it says nothing itself: of the categories from its own upwards the nearest that says anything.
 * 出口 says 30 days, 出口/欧洲 says nothing: a customer of 欧洲 gets 30 days, from 出口.
 */
export function effectiveTerms(path: readonly CategoryTerms[]): Map<Inheritable, Effective> {
  const found = new Map<Inheritable, Effective>()
  for (const { defaults, ...from } of path)
    for (const field of inheritableFields)
      if (!found.has(field) && !isEmpty(defaults[field])) found.set(field, { value: defaults[field], from })
  return found
}

export type Settled = { terms: Partial<Record<Inheritable, unknown>>; inherits: Inheritable[] }

/**
 * Which of a customer's terms are its own and which follow its category, and what they are. A term somebody enters is its own from then on; one he
 * empties follows again; the rest stays as it was, or as `asked` says. A new customer follows wherever it is given nothing. What follows
 * has the category's value, else the `house` value, else none.
 */
export function settleTerms({
  stored,
  given,
  asked,
  path,
  house,
}: {
  /** null: the customer is new */
  stored: { terms: Terms; inherits: readonly Inheritable[] } | null
  /** as it is to be saved */
  given: Terms
  /** what follows, as somebody says it; absent: he does not say */
  asked: readonly Inheritable[] | undefined
  path: readonly CategoryTerms[]
  house: Terms
}): Settled {
  const effective = effectiveTerms(path)
  const follows = (field: Inheritable): boolean => {
    if (!stored || !sameTerm(stored.terms[field], given[field])) return isEmpty(given[field])
    return (asked ?? stored.inherits).includes(field)
  }
  const inherits = inheritableFields.filter(follows)
  const terms: Settled['terms'] = {}
  for (const field of inheritableFields)
    terms[field] = inherits.includes(field) ? (effective.get(field)?.value ?? house[field] ?? null) : (given[field] ?? null)
  return { terms, inherits }
}
