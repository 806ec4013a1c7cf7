import { d } from '../kernel/decimal'

/** What a quote says of all its lines, as far as its revisions are compared; records by their names, texts as they read. */
export type ComparableHead = {
  validUntil: string
  currency: string
  taxMode: string
  paymentTerms: string | null
  deliveryAddress?: string | null
  headerDiscount?: number | null
  freight?: number | null
  remark?: string | null
  terms: string
  grossTotal: number
}

export const comparedHeadFields = [
  'validUntil',
  'currency',
  'taxMode',
  'paymentTerms',
  'deliveryAddress',
  'headerDiscount',
  'freight',
  'remark',
  'terms',
  'grossTotal',
] as const
export type ComparedHeadField = (typeof comparedHeadFields)[number]
export type ComparedHead = { field: ComparedHeadField; before: string | null; after: string | null }

/** No discount and a discount of nothing are the same. */
function spoken(value: string | number | null | undefined): string | null {
  if (typeof value === 'number') return d(value).isZero() ? null : d(value).toString()
  return value?.trim() || null
}

/** What two revisions of a quote say differently of the whole. */
export const comparedHeads = (before: ComparableHead, after: ComparableHead): ComparedHead[] =>
  comparedHeadFields.flatMap((field) => {
    const [old, now] = [spoken(before[field]), spoken(after[field])]
    return old === now ? [] : [{ field, before: old, after: now }]
  })
