import { d } from '../kernel/decimal'
import { groupBy } from '../kernel/groupBy'

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
  remark?: string | null
}

export const comparedFields = [
  'description',
  'qty',
  'unit',
  'price',
  'discountRate',
  'taxRate',
  'free',
  'breaks',
  'gross',
  'remark',
] as const
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

const allOf = (line: ComparableLine): string => JSON.stringify([line.item, ...comparedFields.map((field) => spoken(line, field))])

/**
 * Which line of the former revision each line was, by index. Lines have no name in common: those that say the same meet first, then those
 * that are left of one item in the order they stand. So a line that went is not taken for another one of its item.
 */
function formers(before: readonly ComparableLine[], after: readonly ComparableLine[]): Map<number, number> {
  const found = new Map<number, number>()
  for (const keyOf of [allOf, ({ item }: ComparableLine) => String(item)]) {
    const taken = new Set(found.values())
    const waiting = before.flatMap((line, index) => (taken.has(index) ? [] : [{ key: keyOf(line), index }]))
    const left = groupBy(waiting, ({ key }) => key)
    for (const [index, line] of after.entries()) {
      const former = found.has(index) ? undefined : left.get(keyOf(line))?.shift()
      if (former) found.set(index, former.index)
    }
  }
  return found
}

/** Two revisions of a quote, line by line; what is left over on either side was added or went. */
export function comparedLines(before: readonly ComparableLine[], after: readonly ComparableLine[]): ComparedLine[] {
  const met = formers(before, after)
  const told = after.map((line, index): ComparedLine => {
    const was = met.get(index)
    const former = was === undefined ? undefined : before[was]
    const changes = comparedFields.flatMap((field) => {
      const [old, now] = [former ? spoken(former, field) : null, spoken(line, field)]
      return old === now ? [] : [{ field, before: old, after: now }]
    })
    const kind = !former ? 'added' : changes.length > 0 ? 'changed' : 'same'
    return { line: index + 1, item: line.item, kind, changes }
  })
  const kept = new Set(met.values())
  const gone = before
    .map((line, index) => ({ line, index }))
    .filter(({ index }) => !kept.has(index))
    .map(({ line, index }): ComparedLine => {
      const changes = comparedFields.flatMap((field) => {
        const old = spoken(line, field)
        return old === null ? [] : [{ field, before: old, after: null }]
      })
      return { line: index + 1, item: line.item, kind: 'removed', changes }
    })
  return [...told, ...gone]
}
