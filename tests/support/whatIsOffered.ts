import { type KindSlug, documentKinds } from '@/src/domain/kinds'
import type { Ask } from '@/src/domain/kernel/ask'

import type { TestApp } from './app'
import { codesOf } from './story'

type Button = { name: string; label: { zh: string }; asks?: readonly Ask[] }

/** What a person might type where he is asked; a table is left as it is proposed, or is not to be had without looking. */
function answerTo(ask: Ask, today: string): unknown {
  if ('initial' in ask && ask.initial !== undefined) return ask.initial
  switch (ask.kind) {
    case 'choice':
      return ask.options[0]?.value
    case 'number':
      return 1
    case 'date':
      return today
    case 'check':
      return true
    case 'text':
    case 'longText':
      return '说明'
    default:
      return undefined
  }
}

export type Pressed = { slug: string; no: string; status: string; who: string; button: string; codes: readonly string[] }

/** Every button this person is offered on one document of each kind in each of its states, pressed without doing it; what it is answered with. */
export async function pressAllOffered({
  app,
  token,
  who,
  today,
}: {
  app: TestApp
  token: string
  who: string
  today: string
}): Promise<Pressed[]> {
  const pressed: Pressed[] = []
  for (const slug of Object.keys(documentKinds) as KindSlug[]) {
    const list = await app.api.get(`/${slug}?depth=0&limit=200&sort=-id&select[no]=true&select[status]=true`, { token })
    if (list.status !== 200) continue
    const docs = list.body.docs as unknown as Array<{ id: number; no: string; status: string }>
    const shown = docs.filter(({ status }, index) => docs.findIndex((other) => other.status === status) === index)
    for (const { id, no, status } of shown) {
      const head = await app.api.get(`/${slug}/${id}/verbs`, { token })
      const { version, verbs, prints } = head.body as unknown as {
        version: number
        verbs: Button[]
        prints: Array<{ name: string; title: { zh: string }; mail: boolean }>
      }
      const press = async (button: string, verb: string, body: object): Promise<void> => {
        const answer = await app.api.post(`/${slug}/${id}/${verb}`, { token, body: { ...body, dryRun: true } })
        pressed.push({ slug, no, status, who, button, codes: answer.status < 300 ? [] : codesOf(answer) })
      }
      for (const { name, asks = [] } of verbs) {
        const asked = asks.filter(({ required }) => required).map((ask) => [ask.name, answerTo(ask, today)] as const)
        await press(name, name, { version, ...Object.fromEntries(asked.filter(([, value]) => value !== undefined)) })
      }
      for (const { name, mail } of prints)
        if (mail) await press(`mail ${name}`, 'mail', { name, to: 'somebody@example.com', confirmed: true })
    }
  }
  return pressed
}
