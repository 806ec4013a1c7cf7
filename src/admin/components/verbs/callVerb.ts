import { ask } from '../../request/ask'
import type { Told } from '../../request/refusals'

export type Answer = {
  ok: boolean
  /** Every refusal in the person's language, with its facts and what would make it pass. */
  told: readonly Told[]
  warnings: string[]
  created?: { slug: string; id: number; no: string }
}

type Done = { warnings?: Array<{ message: string }>; created?: { slug: string; id: number; no: string } }

const unheard = { zh: '服务器没有应答，请稍后再试', en: 'The server did not answer, try again in a moment' } as const

/** POST /api/<slug>/<id>/<verb>; sent once however often the button is pressed, thanks to its key. */
export async function callVerb({
  slug,
  id,
  verb,
  body: send,
  language,
  key,
}: {
  slug: string
  id: number | string
  verb: string
  body: object
  language: string
  key: string
}): Promise<Answer> {
  const answer = await ask<Done>(`/api/${slug}/${id}/${verb}`, { send, language, key, waits: true }).catch(() => null)
  if (!answer) return { ok: false, told: [{ message: unheard[language === 'en' ? 'en' : 'zh'] }], warnings: [] }
  if (!answer.ok) return { ok: false, told: answer.refusals, warnings: [] }
  const { warnings = [], created } = answer.body
  return { ok: true, told: [], warnings: warnings.map(({ message }) => message), ...(created ? { created } : {}) }
}
