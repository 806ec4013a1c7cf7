export type Found = {
  id: number
  code?: string
  name?: string
  no?: string
  specification?: string
  unit?: string
  taxRate?: number | null
}

/** Records met so far, so that a grid of fifty rows asks once and not fifty times. */
const known = new Map<string, Found>()

const keyOf = (collection: string, id: number): string => `${collection}/${id}`

/** What a record is called in a cell. */
export const titleOf = (found: Found | undefined, id: unknown): string =>
  found ? [found.code ?? found.no, found.name].filter(Boolean).join(' ') : id ? `#${String(id)}` : ''

export const knownRecord = (collection: string, id: unknown): Found | undefined => known.get(keyOf(collection, Number(id)))

async function ask(collection: string, query: URLSearchParams): Promise<Found[]> {
  query.set('depth', '0')
  const answer = await fetch(`/api/${collection}?${query.toString()}`, { credentials: 'include' })
  if (!answer.ok) return []
  const { docs } = (await answer.json()) as { docs: Found[] }
  for (const doc of docs) known.set(keyOf(collection, doc.id), doc)
  return docs
}

/** Reads the records of the ids that are not known yet. */
export async function learn(collection: string, ids: readonly number[]): Promise<boolean> {
  const unknown = [...new Set(ids)].filter((id) => !known.has(keyOf(collection, id)))
  if (unknown.length === 0) return false
  await ask(collection, new URLSearchParams({ 'where[id][in]': unknown.join(','), limit: '500' }))
  return true
}

/** Up to twelve records whose code, name or specification contains the words. */
export function searchRecords(collection: string, words: string): Promise<Found[]> {
  const query = new URLSearchParams({ limit: '12', sort: 'code' })
  const fields = collection === 'items' ? ['code', 'name', 'specification'] : ['code', 'name']
  if (words.trim() !== '') fields.forEach((name, index) => query.set(`where[and][0][or][${index}][${name}][like]`, words.trim()))
  if (collection === 'items' || collection === 'warehouses') query.set('where[and][1][active][not_equals]', 'false')
  return ask(collection, query)
}

/** The records of exactly these codes, for rows pasted from a spreadsheet. */
export async function recordsByCode(collection: string, codes: readonly string[]): Promise<Map<string, Found>> {
  const found = new Map<string, Found>()
  for (let at = 0; at < codes.length; at += 100) {
    const part = await ask(collection, new URLSearchParams({ 'where[code][in]': codes.slice(at, at + 100).join(','), limit: '100' }))
    for (const record of part) if (record.code) found.set(record.code, record)
  }
  return found
}
