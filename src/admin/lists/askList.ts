import { ask } from '@/src/admin/request/ask'
import { type ListQuestion, writeAddress } from '@/src/domain/lists/address'
import type { ListAnswer, ListTotals } from '@/src/domain/lists/column'

type Asked = { slug: string; question: ListQuestion; columns: readonly string[] }

export const queryOf = ({ question, columns }: Pick<Asked, 'question' | 'columns'>): string =>
  [writeAddress(question), `columns=${columns.join(',')}`].filter(Boolean).join('&')

/** What lists have answered in this window: coming back to one shows it at once, and asks anew behind it. */
const answers = new Map<string, ListAnswer>()
const mostKept = 40

const keyOf = (asked: Asked): string => `${asked.slug}?${queryOf(asked)}`

export const keptAnswer = (asked: Asked): ListAnswer | undefined => answers.get(keyOf(asked))

export function keepAnswer(asked: Asked, answer: ListAnswer): void {
  answers.delete(keyOf(asked))
  answers.set(keyOf(asked), answer)
  const [oldest] = answers.keys()
  if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest)
}

async function read<Answer>(address: string, language: string, signal: AbortSignal): Promise<Answer> {
  const reply = await ask<Answer>(address, { language, signal, waits: true })
  if (!reply.ok) throw new Error(String(reply.status))
  return reply.body
}

export async function askPage(asked: Asked, language: string, signal: AbortSignal): Promise<ListAnswer> {
  const answer = await read<ListAnswer>(`/api/lists/${asked.slug}?${queryOf(asked)}`, language, signal)
  keepAnswer(asked, answer)
  return answer
}

export const askTotals = (asked: Asked, language: string, signal: AbortSignal, exact = false): Promise<ListTotals> =>
  read<ListTotals>(
    `/api/lists/${asked.slug}/totals?${queryOf({ ...asked, question: { ...asked.question, page: 1, sort: null } })}${exact ? '&exact=true' : ''}`,
    language,
    signal,
  )

/** What a person keeps of a list, on the server, so that it is there on every machine. */
export async function keepPreference(slug: string, value: object): Promise<void> {
  await ask(`/api/payload-preferences/list-${slug}`, { send: { value }, waits: true })
}

/** Shares a view with colleagues who have one of these roles; null where it was refused. */
export async function shareView(
  slug: string,
  view: { name: string; address: string; columns: readonly string[] },
  roles: readonly string[],
): Promise<number | null> {
  const question = [view.address, `columns=${view.columns.join(',')}`].filter(Boolean).join('&')
  const answer = await ask<{ doc: { id: number } }>('/api/report-views?depth=0', {
    send: { name: view.name, report: `list:${slug}`, question, roles },
    waits: true,
  })
  return answer.ok ? answer.body.doc.id : null
}

export async function unshareView(id: number): Promise<boolean> {
  return (await ask(`/api/report-views/${id}`, { method: 'DELETE', waits: true })).ok
}
