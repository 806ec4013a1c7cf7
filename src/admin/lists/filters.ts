import type { Condition } from '@/src/domain/lists/address'

/** What the filter panel asks of one column: one of some values, or between two. */
export type ColumnFilter = { field: string; oneOf?: readonly string[]; from?: string; to?: string }

const isPlain = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)

/** The filters of the panel in a condition; null when it asks for more than the panel can show (a count of the board, for example). */
export function filtersIn(where: Condition | null): ColumnFilter[] | null {
  if (where === null) return []
  const parts: unknown = where['and']
  if (!Array.isArray(parts) || Object.keys(where).length !== 1) return null
  const found = new Map<string, ColumnFilter>()
  for (const part of parts) {
    const [field, comparison] = isPlain(part) && Object.keys(part).length === 1 ? (Object.entries(part)[0] ?? []) : []
    if (field === undefined || !isPlain(comparison) || field === 'and' || field === 'or') return null
    const filter = found.get(field) ?? { field }
    for (const [operator, value] of Object.entries(comparison)) {
      const text = String(value)
      if (operator === 'in') found.set(field, { ...filter, oneOf: text.split(',') })
      else if (operator === 'greater_than_equal') found.set(field, { ...filter, from: text })
      else if (operator === 'less_than_equal') found.set(field, { ...filter, to: text })
      else return null
    }
  }
  return [...found.values()]
}

/** The condition that the filters of the panel mean. */
export function conditionOf(filters: readonly ColumnFilter[]): Condition | null {
  const and = filters.flatMap(({ field, oneOf, from, to }) => [
    ...(oneOf && oneOf.length > 0 ? [{ [field]: { in: oneOf.join(',') } }] : []),
    ...(from ? [{ [field]: { greater_than_equal: from } }] : []),
    ...(to ? [{ [field]: { less_than_equal: to } }] : []),
  ])
  return and.length > 0 ? { and } : null
}
