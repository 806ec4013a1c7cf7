import { createLocalReq } from 'payload'

import { enqueue } from '@/src/db/enqueue'
import { inTransaction } from '@/src/db/transaction'
import { businessDateOf } from '@/src/domain/kernel/instant'
import { viewerOf } from '@/src/questions/control/viewerOf'
import { env } from '@/src/env/env'
import { linkTo } from '@/src/env/linkTo'
import { followUpBoard } from '@/src/questions/orders/followUpBoard'
import { digestOf } from '@/src/questions/orders/followUpDigest'

import type { JobTask } from '../task'

/**
 * Every morning: the follow-up board by e-mail to everyone who asked for it, each with his own rights and in his language. A mail
 * is keyed by person and day, so a job that runs twice sends once.
 */
export const dailyDigest: JobTask = async ({ payload }) => {
  const today = businessDateOf({ instant: new Date().toISOString(), timeZone: env.TZ_BUSINESS })
  const { docs: people } = await payload.find({
    collection: 'users',
    where: { and: [{ dailyDigest: { equals: true } }, { emailNotifications: { not_equals: false } }, { disabled: { not_equals: true } }] },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  for (const person of people) {
    const language = person.language === 'en' ? 'en' : 'zh'
    const user = { ...person, collection: 'users' as const }
    const reading = await createLocalReq({ user }, payload)
    reading.i18n = { ...reading.i18n, language } // the original is shared by everybody
    const board = await followUpBoard({ req: reading, viewer: viewerOf(reading) })
    const { subject, text } = digestOf({
      board,
      language,
      today,
      url: linkTo('/follow-up'),
    })
    const req = await createLocalReq({}, payload)
    await inTransaction(req, async () => {
      const key = `digest-${today}-${person.id}`
      const { totalDocs: sent } = await payload.count({ collection: 'outbox', where: { key: { equals: key } }, overrideAccess: true, req })
      if (sent > 0) return
      const mail = await payload.create({
        collection: 'outbox',
        data: {
          key,
          to: person.email,
          subject,
          text,
          language,
          status: 'queued',
          attempts: 0,
          relatedSlug: 'users',
          relatedId: String(person.id),
        },
        depth: 0,
        overrideAccess: true,
        req,
      })
      await enqueue({ req, task: 'sendMail', payload: { outbox: mail.id }, key })
    })
  }
}
