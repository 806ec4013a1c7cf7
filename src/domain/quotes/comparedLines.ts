import { d } from '../kernel/decimal'

/** A line of a quote as far as its revisions are compared. */
export type ComparableLine = {
  item: number
  description?: string | null
  qty: number
  unit: string
  price?: number | null
  discountRate?: number | null
  taxRate?: number | null
  free?: boolean | null
  gross: number
  breaks?: ReadonlyArray<{ qty: number; price: number }> | null
}

export const comparedFields = ['description', 'qty', 'unit', 'price', 'discountRate', 'taxRate', 'free', 'breaks', 'gross'] as const
export type ComparedField = (typeof comparedFields)[number]
export type ComparedLine = {
  /** Its place in the newer revision, in the older one for a line that went. */
  line: number
  item: number
  kind: 'same' | 'changed' | 'added' | 'removed'
  changes: Array<{ field: ComparedField; before: string | null; after: string | null }>
}

const spoken = (line: ComparableLine, field: ComparedField): string | null => {
  if (field === 'breaks')
    return (line.breaks ?? []).map(({ qty, price }) => `${d(qty).toString()} @ ${d(price).toString()}`).join(', ') || null
  if (field === 'free') return line.free ? '✓' : null
  const value = line[field]
  if (value === null || value === undefined || value === '') return field === 'discountRate' ? '0' : null
  return typeof value === 'number' ? d(value).toString() : value
}

/**
 * Two revisions of a quote, line by line. Lines have no name in common, so those of one item meet in the order they stand; what is left over
 * on either side was added or went.
 */
export function comparedLines(before: readonly ComparableLine[], after: readonly ComparableLine[]): ComparedLine[] {
  const waiting = before.map((line, index) => ({ line, index, met: false }))
  const told = after.map((line, index): ComparedLine => {
    const former = waiting.find((one) => !one.met && one.line.item === line.item)
    if (former) former.met = true
    const changes = comparedFields.flatMap((field) => {
      const [old, now] = [former ? spoken(former.line, field) : null, spoken(line, field)]
      return old === now ? [] : [{ field, before: old, after: now }]
    })
    const kind = !former ? 'added' : changes.length > 0 ? 'changed' : 'same'
    return { line: index + 1, item: line.item, kind, changes }
  })
  const gone = waiting
    .filter(({ met }) => !met)
    .map(({ line, index }): ComparedLine => {
      const changes = comparedFields.flatMap((field) => {
        const old = spoken(line, field)
        return old === null ? [] : [{ field, before: old, after: null }]
      })
      return { line: index + 1, item: line.item, kind: 'removed', changes }
    })
  return [...told, ...gone]
}
