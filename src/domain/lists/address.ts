/** A condition as the platform's filters write it: fields with comparisons, joined by `and` and `or`. */
export type Condition = Readonly<Record<string, unknown>>

/** What is asked of a list; the address of the page says it and nothing else does. */
export type ListQuestion = {
  search: string
  quick: readonly string[]
  status: readonly string[]
  where: Condition | null
  /** A field, with `-` before it for the greatest first; null = as the list stands. */
  sort: string | null
  page: number
}

export const emptyQuestion: ListQuestion = { search: '', quick: [], status: [], where: null, sort: null, page: 1 }

type Nested = { [key: string]: Nested | string }

const parts = (name: string): string[] => name.split(/[[\]]+/).filter((part) => part !== '')
const isIndex = (key: string): boolean => /^\d+$/.test(key)

const settled = (value: Nested | string): unknown => {
  if (typeof value === 'string') return value
  const keys = Object.keys(value)
  const inner = keys.map((key) => settled(value[key] as Nested | string))
  return keys.length > 0 && keys.every(isIndex) ? inner : Object.fromEntries(keys.map((key, index) => [key, inner[index]]))
}

/** `where[and][0][status][equals]=draft` as the condition it means. */
function conditionIn(entries: ReadonlyArray<readonly [string, string]>): Condition | null {
  const root: Nested = Object.create(null) as Nested
  for (const [name, value] of entries) {
    const path = parts(name)
    if (path[0] !== 'where' || path.length < 2 || path.length > 24) continue
    let at = root
    for (const part of path.slice(0, -1)) {
      const next = at[part]
      const inner: Nested = typeof next === 'object' ? next : (Object.create(null) as Nested)
      at[part] = inner
      at = inner
    }
    at[path.at(-1) as string] = value
  }
  const where = root['where']
  return typeof where === 'object' ? (settled(where) as Condition) : null
}

const listed = (text: string | undefined): string[] => (text ? [...new Set(text.split(',').filter(Boolean))].slice(0, 30) : [])

/** Reads what an address asks of a list. What cannot be read asks nothing; values are judged where they are used. */
export function readAddress(entries: Iterable<readonly [string, string]>): ListQuestion {
  const all = [...entries]
  const one = new Map(all)
  const page = Number(one.get('page') ?? 1)
  return {
    search: (one.get('search') ?? '').slice(0, 100).trim(),
    quick: listed(one.get('quick')),
    status: listed(one.get('status')),
    where: conditionIn(all),
    sort: one.get('sort') || null,
    page: Number.isInteger(page) && page > 0 && page <= 1_000_000 ? page : 1,
  }
}

function pairs(value: unknown, path: string): Array<[string, string]> {
  if (Array.isArray(value)) return value.flatMap((entry, index) => pairs(entry, `${path}[${index}]`))
  if (value !== null && typeof value === 'object') return Object.entries(value).flatMap(([key, entry]) => pairs(entry, `${path}[${key}]`))
  return [[path, String(value)]]
}

/** The question as an address below the list, without what is not asked. */
export function writeAddress({ search, quick, status, where, sort, page }: ListQuestion): string {
  const entries: Array<[string, string]> = [
    ...(search ? [['search', search] as [string, string]] : []),
    ...(quick.length > 0 ? [['quick', quick.join(',')] as [string, string]] : []),
    ...(status.length > 0 ? [['status', status.join(',')] as [string, string]] : []),
    ...(where ? pairs(where, 'where') : []),
    ...(sort ? [['sort', sort] as [string, string]] : []),
    ...(page > 1 ? [['page', String(page)] as [string, string]] : []),
  ]
  return entries.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')
}
