import { idOf } from '@/src/domain/kernel/idOf'

type Values = Record<string, unknown>

const isPlain = (value: unknown): value is Values => value !== null && typeof value === 'object' && !Array.isArray(value)

/** The names of the groups a field stands in, and its own: credit, limit. */
export type Way = readonly string[]

/** `credit.limit` → { credit: { limit } }. */
export function putAt(data: Values, way: Way, value: unknown): void {
  let at = data
  for (let depth = 0; depth < way.length - 1; depth += 1) {
    const part = way[depth] ?? ''
    const inner = isPlain(at[part]) ? at[part] : {}
    at[part] = inner
    at = inner
  }
  at[way[way.length - 1] ?? ''] = value
}

const isNothing = (value: unknown): boolean => value === undefined || value === null

const comparable = (value: unknown): unknown => {
  if (value === undefined || value === null || value === '') return null
  if (Array.isArray(value)) return value.map(comparable)
  if (isPlain(value)) {
    if ('id' in value && ('createdAt' in value || 'updatedAt' in value)) return idOf(value)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, inner]) => key !== 'id' && comparable(inner) !== null)
        .map(([key, inner]): [string, unknown] => [key, comparable(inner)])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  }
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, 10) : value
}

const same = (given: unknown, known: unknown): boolean => {
  if (isPlain(given) && (isPlain(known) || known === null || known === undefined) && !('id' in given))
    return Object.entries(given).every(([key, value]) => same(value, (known as Values | null)?.[key]))
  return JSON.stringify(comparable(given)) === JSON.stringify(comparable(known))
}

/** What of the data differs from the record as it stands, groups completed from it; null when nothing does. */
export function differing(data: Values, former: Values): Values | null {
  const changed = Object.entries(data).flatMap(([name, value]): Array<[string, unknown]> => {
    if (same(value, former[name])) return []
    return [[name, isPlain(value) && isPlain(former[name]) ? { ...(former[name] as Values), ...value } : value]]
  })
  return changed.length === 0 ? null : Object.fromEntries(changed)
}

/** Whether a value stored anew would be what is stored: figures may come as texts. */
export function sameStored(given: unknown, stored: unknown): boolean {
  if (given === stored || (isNothing(given) && isNothing(stored))) return true
  if (typeof given === 'string' && typeof stored === 'number') return given !== '' && Number(given) === stored
  if (Array.isArray(given) && Array.isArray(stored))
    return given.length === stored.length && given.every((one, at) => sameStored(one, stored[at]))
  if (!isPlain(given) || !isPlain(stored)) return false
  return [...new Set([...Object.keys(given), ...Object.keys(stored)])].every((name) => sameStored(given[name], stored[name]))
}

const copiedValue = (value: unknown): unknown => (Array.isArray(value) ? value.map(copiedValue) : isPlain(value) ? copied(value) : value)

/** A copy of a record as it is stored, down to the rows of its lists. */
export function copied(record: Values): Values {
  const copy = { ...record } // every name is a place of its own, whatever it is called
  for (const name of Object.keys(copy)) if (typeof copy[name] === 'object') copy[name] = copiedValue(copy[name])
  return copy
}
