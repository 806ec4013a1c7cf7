import { type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { hasRole } from '@/src/access/roles'
import { callsOf, resendCalls } from '@/src/db/outside/calls'
import { inTransaction } from '@/src/db/transaction'
import { idOf } from '@/src/domain/kernel/idOf'
import { allKinds } from '@/src/domain/kinds'
import { eventsOf } from '@/src/domain/outside/events'
import { isTold } from '@/src/domain/outside/webhookChange'
import type { Role } from '@/src/domain/people/person'
import { writeAudit } from '@/src/engine/audit'
import { now } from '@/src/engine/clock'
import { findDocument } from '@/src/engine/documents/findDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { updateDocument } from '@/src/engine/documents/updateDocument'
import { forTheHouse } from '@/src/engine/operation'
import { readInput } from '@/src/engine/readInput'
import { languageOf, refuse, refuseIfAny } from '@/src/engine/refusal'
import { vocabularyOf } from '@/src/engine/words'
import { linkTo } from '@/src/env/linkTo'
import { sentenceOf } from '@/src/outside/sentenceOf'
import { send } from '@/src/outside/tellOutside'

import { notFound } from './notFound'
import { requireUser } from './whoAsks'

/** So much of an answer is shown, as in the log of calls. */
const mostTold = 2000
const keepers: readonly Role[] = ['admin']
const confirmers: readonly Role[] = ['admin', 'generalManager']

/** The subscriber asked about, with its secret, if whoever asks may read it, and holds one of the roles. */
async function asked(req: PayloadRequest, roles?: readonly Role[]): Promise<Stored<'webhooks'>> {
  requireUser(req)
  const id = Number(req.routeParams?.['id'])
  const seen = await findDocument({ req, slug: 'webhooks', id, overrideAccess: false })
  if (!seen) throw notFound()
  if (roles && !hasRole(req.user, ...roles)) refuse(req, { code: 'FORBIDDEN', about: 'webhooks', facts: { roles } })
  return (await findDocument({ req, slug: 'webhooks', id, overrideAccess: true })) ?? seen
}

/** `GET /webhooks/events`: what may be told, by kind of document, in words. */
const events: Endpoint = {
  path: '/events',
  method: 'get',
  handler: (req) => {
    requireUser(req)
    const language = languageOf(req)
    const kinds = allKinds.map((kind) => {
      const words = vocabularyOf({ payload: req.payload, slug: kind.slug, language })
      const named = eventsOf(kind).map((event) => ({ event, label: words.verb(event.split('.')[1] ?? '') }))
      return { slug: kind.slug, label: kind.title[language], events: named }
    })
    return Response.json({ kinds })
  },
}

/** `GET /webhooks/:id/calls`: what was told lately, and what was answered. */
const log: Endpoint = {
  path: '/:id(\\d+)/calls',
  method: 'get',
  handler: async (req) => {
    const { id } = await asked(req)
    const calls = await inTransaction(req, () => callsOf({ req, webhook: id, most: 100 }))
    const language = languageOf(req)
    const told = calls.map(({ body, ...call }) => ({
      ...call,
      event: body.event,
      what: sentenceOf(req.payload, body, language),
      link: body.link,
    }))
    return Response.json({ calls: told })
  },
}

const offWords = {
  zh: '已停用或待确认，不发送；请先启用或确认',
  en: 'It is switched off or waits for a second person; switch it on or have it confirmed first',
}

/** `POST /webhooks/:id/calls/resend` `{call?}`: one call, or all that were given up, once more. */
const resend: Endpoint = {
  path: '/:id(\\d+)/calls/resend',
  method: 'post',
  handler: async (req) => {
    const webhook = await asked(req, keepers)
    const { call } = readInput({ req, schema: z.object({ call: z.number().int().positive().optional() }), input: req.data ?? {} })
    if (!isTold(webhook)) refuseIfAny(req, [{ code: 'ILLEGAL_STEP', about: 'webhooks', facts: { verb: 'resend' }, text: offWords }])
    const queued = await inTransaction(req, async () => {
      const count = await resendCalls({ req, webhook: webhook.id, ...(call === undefined ? {} : { only: call }) })
      await writeAudit(req, { slug: 'webhooks', documentId: webhook.id, no: webhook.name, verb: 'resend', reason: String(count) })
      return count
    })
    return Response.json({ queued })
  },
}

/** `POST /webhooks/:id/calls/try`: one call that tells nothing, to try the address. */
const attempt: Endpoint = {
  path: '/:id(\\d+)/calls/try',
  method: 'post',
  handler: async (req) => {
    const webhook = await asked(req, keepers)
    const event = {
      id: 0,
      event: 'webhooks.try',
      at: now(req).instant,
      slug: 'webhooks',
      documentId: String(webhook.id),
      no: webhook.name,
      version: null,
      by: req.user?.name ?? null,
      link: linkTo(`/collections/webhooks/${String(webhook.id)}`),
    }
    const answer = await send(req.payload, webhook, event).then(
      (text) => ({ taken: true, answer: text }),
      (reason: unknown) => ({ taken: false, answer: reason instanceof Error ? reason.message : String(reason) }),
    )
    await writeAudit(req, { slug: 'webhooks', documentId: webhook.id, no: webhook.name, verb: 'try' })
    return Response.json({ ...answer, answer: answer.answer.slice(0, mostTold) })
  },
}

/** `POST /webhooks/:id/confirm` `{version}`: what somebody else has set up or changed, as it was read. */
const confirm: Endpoint = {
  path: '/:id(\\d+)/confirm',
  method: 'post',
  handler: async (req) => {
    const webhook = await asked(req, confirmers)
    const { version } = readInput({ req, schema: z.object({ version: z.number().int().positive() }), input: req.data ?? {} })
    if ((webhook.changedBy ?? []).some((person) => idOf(person) === req.user?.id))
      refuse(req, {
        code: 'FOUR_EYES',
        about: 'webhooks',
        facts: { no: webhook.name, verb: 'confirm' },
        remedy: { action: 'askColleague' },
      })
    await inTransaction(req, async () => {
      await forTheHouse(req, () =>
        updateDocument({ req, slug: 'webhooks', id: webhook.id, data: { awaits: false, changedBy: [], version }, overrideAccess: true }),
      )
      await writeAudit(req, { slug: 'webhooks', documentId: webhook.id, no: webhook.name, verb: 'confirm' })
    })
    return Response.json({ doc: await findDocument({ req, slug: 'webhooks', id: webhook.id, overrideAccess: false }) })
  },
}

/** The log of calls, sending again, one call to try the address, and the second person. */
export const webhookDoors: Endpoint[] = [events, log, resend, attempt, confirm]
