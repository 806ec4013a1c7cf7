import { askServer } from '../session/session'

export type Told = { code?: string; path?: string; message: string; severity?: string }
export type Saved = { doc: Record<string, unknown> & { id: number }; warnings: Told[] }
export type Outcome = { saved: Saved } | { refused: Told[] } | { conflict: true } | { unheard: 'offline' | 'loggedOut' }

type Answer = {
  doc?: Saved['doc']
  warnings?: Told[]
  message?: string
  errors?: Array<{ message?: string; data?: { code?: string; errors?: Told[] } }>
}

let last: { text: string; key: string } | null = null

/** The same content sent again, after an answer that was lost on its way, is the same save: it has the same key until it is another. */
function keyFor(text: string): string {
  if (last?.text !== text) last = { text, key: crypto.randomUUID() }
  return last.key
}

/** One save and what became of it. Nothing here decides: the server's findings are handed on as they are. */
export async function saveOnce({
  slug,
  id,
  data,
  language,
}: {
  slug: string
  id: number | string | undefined
  data: object
  language: string
}): Promise<Outcome> {
  const body = JSON.stringify(data)
  const address = id ? `/api/${slug}/${id}?depth=0` : `/api/${slug}?depth=0`
  const answer = await askServer(address, {
    method: id ? 'PATCH' : 'POST',
    body,
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language, 'Idempotency-Key': keyFor(`${address} ${body}`) },
  }).catch(() => null)
  if (answer === null) return { unheard: 'offline' }
  const told = (await answer.json().catch(() => ({}))) as Answer
  if (answer.ok && told.doc) {
    last = null
    return { saved: { doc: told.doc, warnings: told.warnings ?? [] } }
  }
  if (answer.status >= 500) return { unheard: 'offline' }
  last = null
  if (answer.status === 401) return { unheard: 'loggedOut' }
  const refused = (told.errors ?? []).flatMap((error): Told[] => error.data?.errors ?? [{ message: error.message ?? answer.statusText }])
  if (answer.status === 409 && refused.some(({ code }) => code === 'STALE_VERSION')) return { conflict: true }
  return { refused: refused.length > 0 ? refused : [{ message: told.message ?? answer.statusText }] }
}
