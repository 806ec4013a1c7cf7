import { createLocalReq, type PayloadRequest, type Where } from 'payload'

import type { User } from '@/src/payload-types'
import { appendNotices, type Told } from '@/src/ledger/notices'
import { type NoticeKind, type NoticeWay, noticeWay } from '@/src/domain/control/noticeWay'
import { screenOf } from '@/src/domain/control/screenOf'

import type { Role } from '@/src/engine/document'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import { houseAddress } from '@/src/engine/houseAddress'
import { isVisible } from '@/src/engine/step'

export type Person = { id: number; email: string; language: 'zh' | 'en' }

type UserRow = { id: number; email: string; language?: string | null }

const person = ({ id, email, language }: UserRow): Person => ({ id, email, language: language === 'en' ? 'en' : 'zh' })

/** Everyone who holds a role. */
export async function peopleWithRole(req: PayloadRequest, role: Role): Promise<Person[]> {
  const docs = await findDocuments({ req, slug: 'users', where: { roles: { in: [role] } }, limit: 0, overrideAccess: true })
  return docs.map(person)
}

/** The named people, without those not named. */
export async function peopleById(req: PayloadRequest, ids: readonly (number | null | undefined)[]): Promise<Person[]> {
  const wanted = [...new Set(ids.filter((id): id is number => typeof id === 'number'))]
  if (wanted.length === 0) return []
  const docs = await findDocuments({ req, slug: 'users', where: { id: { in: wanted } }, limit: 0, overrideAccess: true })
  return docs.map(person)
}

export type Notice = {
  req: PayloadRequest
  people: readonly Person[]
  kind: NoticeKind
  /** Names the event: the same event never mails the same person twice, whatever is retried. */
  key: string
  title: { zh: string; en: string }
  text: { zh: string; en: string }
  related: { slug: string; id: number }
}

const linkTo = ({ payload }: PayloadRequest, related: Notice['related']): string =>
  `${houseAddress()}${payload.config.routes.admin}${screenOf(related)}`

type Listener = Person & { way: Exclude<NoticeWay, 'none'> }

/** Those of the people who still work here, want this kind of notice, and may open what it is about; in the transaction of the event. */
async function listeners(
  req: PayloadRequest,
  people: readonly Person[],
  kind: NoticeKind,
  related: Notice['related'],
): Promise<Listener[]> {
  const wanted = [...new Set(people.map(({ id }) => id))]
  if (wanted.length === 0) return []
  const where: Where = { and: [{ id: { in: wanted } }, { disabled: { not_equals: true } }] }
  const accounts = await findDocuments({ req, slug: 'users', where, limit: 0, overrideAccess: true })
  const listening: Listener[] = []
  for (const account of accounts.sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id))) {
    const way = noticeWay(kind, account)
    if (way !== 'none' && (await mayOpenRecord(req, account, related))) listening.push({ ...person(account), way })
  }
  return listening
}

/** Whether a person may open a record: asked in his name, in the same transaction. */
export async function mayOpenRecord(req: PayloadRequest, account: User, { slug, id }: Notice['related']): Promise<boolean> {
  const asking = await createLocalReq({ user: { ...account, collection: 'users' } }, req.payload)
  if (req.transactionID) asking.transactionID = req.transactionID
  return isVisible({ req: asking, slug, id })
}

/**
 * Tells people in the app and by e-mail, each in their language and as each has chosen, of what they may open. Rows and the mail job belong to the transaction of the
 * event: it is told exactly when it happened, and a mail that cannot go out now is tried again.
 */
export async function notify({ req, people, kind, key, title, text, related }: Notice): Promise<void> {
  const told = (await listeners(req, people, kind, related)).map(({ id, email, language, way }): Told => ({
    user: id,
    title: title[language],
    text: text[language],
    held: way === 'daily' || way === 'weekly' ? way : null,
    letter:
      way === 'mail' ? { key: `${key}-${String(id)}`, to: email, language, text: `${text[language]}\n\n${linkTo(req, related)}` } : null,
  }))
  await appendNotices({ req, kind, related, told })
}
