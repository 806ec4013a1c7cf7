import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { enqueue } from '@/src/db/enqueue'
import { inTransaction } from '@/src/db/transaction'
import { digestDue, noticeDigest as digestOf } from '@/src/domain/control/noticeDigest'
import { screenOf } from '@/src/domain/control/screenOf'
import { businessDateOf } from '@/src/domain/kernel/instant'
import { findDocument } from '@/src/engine/documents/findDocument'
import { env } from '@/src/env/env'
import { linkTo } from '@/src/env/linkTo'
import { digestReaders, type HeldNotice, takeHeldNotices } from '@/src/ledger/notices'
import { mayOpenRecord } from '@/src/usecases/control/notify'

import type { JobTask } from '../task'

/**
 * Every morning: the notices that wait for somebody's mail of the day, on Mondays those of the week too. Who is disabled by now, or wants no
 * mail any more, gets none; nor does a notice go out about what he may not open any more.
 */
export const noticeDigest: JobTask = async ({ payload }) => {
  const today = businessDateOf({ instant: new Date().toISOString(), timeZone: env.TZ_BUSINESS })
  for (const rhythm of digestDue(today)) {
    const req = await createLocalReq({}, payload)
    for (const user of await inTransaction(req, () => digestReaders(req, rhythm))) await mailOne(payload, { user, rhythm, today })
  }
}

type One = { user: number; rhythm: 'daily' | 'weekly'; today: string }

/** What waits is taken and the mail queued in one transaction: a job that runs twice sends once. */
async function mailOne(payload: Payload, { user, rhythm, today }: One): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const held = await takeHeldNotices(req, user, rhythm)
    const person = await findDocument({ req, slug: 'users', id: user, overrideAccess: true })
    if (!person || person.disabled || person.emailNotifications === false) return
    const told: HeldNotice[] = []
    for (const notice of held) if (await mayOpenRecord(req, person, notice)) told.push(notice)
    if (told.length === 0) return
    const language = person.language === 'en' ? 'en' : 'zh'
    const lines = told.map((notice) => ({ ...notice, link: linkTo(screenOf({ slug: notice.slug, id: String(notice.id) })) }))
    await queueMail(req, {
      key: `notices-${rhythm}-${today}-${String(user)}`,
      to: person.email,
      language,
      user,
      ...digestOf(rhythm, lines, language),
    })
  })
}

type Mail = { key: string; to: string; language: string; user: number; subject: string; text: string }

async function queueMail(req: PayloadRequest, { key, to, language, user, subject, text }: Mail): Promise<void> {
  const mail = await req.payload.create({
    collection: 'outbox',
    data: {
      key: `${key}-${crypto.randomUUID()}`,
      to,
      subject,
      text,
      language,
      status: 'queued',
      attempts: 0,
      relatedSlug: 'users',
      relatedId: String(user),
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  await enqueue({ req, task: 'sendMail', payload: { outbox: mail.id }, key: `${key}-${String(mail.id)}` })
}
