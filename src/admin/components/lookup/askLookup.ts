import { type Found, isLookupKind } from '@/src/domain/lookup/kinds'

import { ask } from '../../request/ask'

const names = new Map<string, Found>()
const answers = new Map<string, { at: number; rows: Found[] }>()
/** The same text asked again within this time (a repeated code, a scanner) is answered from here, in milliseconds. */
const freshFor = 20_000

const listeners = new Set<() => void>()

/** Called whenever further names have become known. */
export const onNames = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function remember(kind: string, rows: readonly Found[]): void {
  if (rows.length === 0) return
  for (const row of rows) names.set(`${kind}/${row.id}`, row)
  for (const listener of listeners) listener()
}

export const nameOf = (kind: string, id: number): Found | undefined => names.get(`${kind}/${id}`)

type Numbered = { id: number; no?: string }
/** `all`: also what is no longer chosen, for questions about the past. */
/** `waits`: who has been logged out is asked to log in, over the page. */
type Asked = { kind: string; q: string; customer?: number | null; all?: boolean; signal?: AbortSignal; waits?: boolean }

const document = (no: string, id: number, name = ''): Found => ({ id, code: no, name, detail: '', exact: false })

/** Documents are looked up by their number, records by everything they are called. */
async function askDocuments({ kind, q, signal, waits }: Asked): Promise<Found[]> {
  const where = q ? `&where[no][like]=${encodeURIComponent(q)}` : ''
  const answer = await ask<{ docs: Numbered[] }>(`/api/${kind}?limit=12&depth=0&sort=-id&select[no]=true${where}`, { signal, waits })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.body.docs.map(({ id, no }) => ({ ...document(no ?? '', id), exact: (no ?? '').toLowerCase() === q.trim().toLowerCase() }))
}

/** The records that answer to what was typed, the exact one first. */
export async function askLookup(asked: Asked): Promise<Found[]> {
  const { kind, q, customer, all = false, signal, waits } = asked
  const key = `${kind}/${customer ?? ''}/${all}/${q}`
  const known = answers.get(key)
  if (known && Date.now() - known.at < freshFor) return known.rows
  const rows = isLookupKind(kind) ? await askRecords() : await askDocuments(asked)
  answers.set(key, { at: Date.now(), rows })
  remember(kind, rows)
  return rows

  async function askRecords(): Promise<Found[]> {
    const of = `${customer ? `&customer=${customer}` : ''}${all ? '&all=true' : ''}`
    const answer = await ask<{ rows: Found[] }>(`/api/lookup/${kind}?q=${encodeURIComponent(q)}${of}`, { signal, waits })
    if (!answer.ok) throw new Error(String(answer.status))
    return answer.body.rows
  }
}

/** The names of records that are chosen already and not known here yet. */
export async function askNames(kind: string, ids: readonly number[]): Promise<void> {
  const wanted = [...new Set(ids)].filter((id) => !names.has(`${kind}/${id}`))
  if (wanted.length === 0) return
  if (!isLookupKind(kind)) {
    const address = `/api/${kind}?limit=${wanted.length}&depth=0&select[no]=true&where[id][in]=${wanted.join(',')}`
    const answer = await ask<{ docs: Numbered[] }>(address)
    if (answer.ok)
      remember(
        kind,
        answer.body.docs.map(({ id, no }) => document(no ?? '', id)),
      )
    return
  }
  const { rows } = await post<{ rows: Found[] }>(kind, { ids: wanted })
  remember(kind, rows)
}

const wanted = new Map<string, Set<number>>()

/** Asks for a name together with all others that are wanted in the same moment: a page of a list is one question per kind. */
export function wantName(kind: string, id: number): void {
  if (names.has(`${kind}/${id}`)) return
  const ids = wanted.get(kind)
  if (ids) return void ids.add(id)
  wanted.set(kind, new Set([id]))
  queueMicrotask(() => {
    const all = wanted.get(kind) ?? []
    wanted.delete(kind)
    void askNames(kind, [...all]).catch(() => undefined) // a name that did not come is asked again by the next page
  })
}

/** What texts of a spreadsheet mean, each one record or nothing. */
export async function askMatches(
  kind: string,
  texts: readonly string[],
  customer: number | null,
  waits = false,
): Promise<Record<string, Found>> {
  const { matches } = await post<{ matches: Record<string, Found> }>(kind, { texts, customer }, waits)
  remember(kind, Object.values(matches))
  return matches
}

async function post<Answer>(kind: string, body: object, waits = false): Promise<Answer> {
  const answer = await ask<Answer>(`/api/lookup/${kind}`, { send: body, waits })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.body
}
