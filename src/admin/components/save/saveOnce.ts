import { ask } from '../../request/ask'
import type { Told } from '../../request/refusals'

export type Saved = { doc: Record<string, unknown> & { id: number }; warnings: Told[] }
export type Outcome = { saved: Saved } | { refused: Told[] } | { conflict: true } | { unheard: 'offline' | 'loggedOut' }

type Answer = { doc?: Saved['doc']; result?: Saved['doc']; warnings?: Told[] }

let last: { text: string; key: string } | null = null

/** The same content sent again, after an answer that was lost on its way, is the same save: it has the same key until it is another. */
function keyFor(text: string): string {
  if (last?.text !== text) last = { text, key: crypto.randomUUID() }
  return last.key
}

/** Where a record is read and written: `id` undefined for one that is new, and for settings, of which there is one. */
export type Saving = { slug: string; id: number | string | undefined; isSettings: boolean }

export const addressOf = ({ slug, id, isSettings }: Saving): string =>
  isSettings ? `/api/globals/${slug}?depth=0` : `/api/${slug}${id ? `/${id}` : ''}?depth=0`

/** One save and what became of it. Nothing here decides: the server's findings are handed on as they are. */
export async function saveOnce({ data, language, ...saving }: Saving & { data: object; language: string }): Promise<Outcome> {
  const address = addressOf(saving)
  const key = keyFor(`${address} ${JSON.stringify(data)}`)
  const answer = await ask<Answer>(address, { method: saving.id ? 'PATCH' : 'POST', send: data, language, key, waits: true }).catch(
    () => null,
  )
  if (answer === null) return { unheard: 'offline' }
  if (answer.ok) {
    last = null
    const doc = answer.body.doc ?? answer.body.result
    if (!doc) return { unheard: 'offline' }
    return { saved: { doc, warnings: answer.body.warnings ?? [] } }
  }
  if (answer.status >= 500) return { unheard: 'offline' }
  last = null
  if (answer.status === 401) return { unheard: 'loggedOut' }
  const { refusals } = answer
  if (answer.status === 409 && refusals.some(({ code }) => code === 'STALE_VERSION')) return { conflict: true }
  return { refused: refusals }
}
