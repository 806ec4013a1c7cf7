import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { dueCalls, type Happened, happenedSince, queueCalls, settleCall, type Waiting } from '@/src/db/outside/calls'
import { cursorOf, moveCursor } from '@/src/db/outside/cursors'
import { inTransaction } from '@/src/db/transaction'
import { screenOf } from '@/src/domain/control/screenOf'
import { idOf } from '@/src/domain/kernel/idOf'
import { allKinds } from '@/src/domain/kinds'
import { nextTry } from '@/src/domain/outside/nextTry'
import { isTold } from '@/src/domain/outside/webhookChange'
import { type OutsideEvent, robotMessage, robotRefusal } from '@/src/domain/outside/robotMessage'
import type { Stored } from '@/src/engine/documents/stored'
import { linkTo } from '@/src/env/linkTo'

import { call, type Called } from './call'
import { sentenceOf } from './sentenceOf'
import { dingtalkAddress, feishuSign, webhookSignature } from './sign'

type Webhook = Stored<'webhooks'>

/** So many events in one question. */
const most = 200
/** So many messages a minute a robot takes; its vendor refuses what is more. */
const mostOfRobot = 18
/** So long a subscriber that answers slowly is waited for in a round, in milliseconds: the next round begins for everybody. */
const patience = 30_000

const eventOf = (happened: Happened): OutsideEvent => ({
  id: happened.auditId,
  event: `${happened.slug}.${happened.verb}`,
  at: happened.at,
  slug: happened.slug,
  documentId: happened.documentId,
  no: happened.no,
  version: happened.version,
  by: happened.by,
  link: linkTo(screenOf({ slug: happened.slug, id: happened.documentId })),
})

/** Documents of the subscriber's department; all where it has none. */
async function ofDepartment(req: PayloadRequest, { department }: Webhook, events: readonly Happened[]): Promise<Happened[]> {
  const wanted = idOf(department)
  if (wanted === null) return [...events]
  const kept = new Set<string>()
  for (const { slug } of allKinds) {
    const ids = events.filter((event) => event.slug === slug).map(({ documentId }) => Number(documentId))
    if (ids.length === 0) continue
    const where = { id: { in: [...new Set(ids)] } }
    const { docs } = await req.payload.db.find<{ id: number; department?: unknown }>({ collection: slug, where, pagination: false, req })
    for (const doc of docs) if (idOf(doc.department) === wanted) kept.add(`${slug}/${String(doc.id)}`)
  }
  return events.filter((event) => kept.has(`${event.slug}/${event.documentId}`))
}

/** Writes down what a subscriber is to be told, once; true while there is more. */
async function queue(req: PayloadRequest, webhook: Webhook): Promise<boolean> {
  const cursor = await cursorOf({ req, webhook: webhook.id })
  if (!cursor) return false
  const { happened, seq, isMore } = await happenedSince({ req, ...cursor, events: webhook.events, most })
  const calls = (await ofDepartment(req, webhook, happened)).map((one) => {
    const event = eventOf(one)
    return { place: one.seq, auditId: event.id, subject: `${event.slug}/${event.documentId}`, event: event.event, body: event }
  })
  await queueCalls({ req, webhook: webhook.id, calls })
  await moveCursor({ req, webhook: webhook.id, seq })
  return isMore
}

/** Sends one event the way its receiver wants it. Throws what went wrong, in words for the log. */
export async function send(payload: Payload, webhook: Webhook, event: OutsideEvent): Promise<string> {
  const secret = webhook.secret ? payload.decrypt(webhook.secret) : ''
  const now = Date.now()
  const seconds = Math.floor(now / 1000)
  const answered = async ({ status, body }: Called): Promise<string> => {
    if (status < 200 || status > 299) throw new Error(`${String(status)} ${body}`)
    const refusal = webhook.kind === 'webhook' ? null : robotRefusal(body)
    if (refusal !== null) throw new Error(refusal)
    return `${String(status)} ${body}`
  }
  if (webhook.kind === 'webhook') {
    const body = JSON.stringify(event)
    const headers = {
      'X-Gendan-Event': event.event,
      'X-Gendan-Delivery': String(event.id),
      'X-Gendan-Timestamp': String(seconds),
      'X-Gendan-Signature': webhookSignature({ secret, timestamp: seconds, body }),
    }
    return answered(await call(webhook.address, body, headers))
  }
  const text = `${sentenceOf(payload, event, webhook.language === 'en' ? 'en' : 'zh')}\n${event.link}`
  const signed = webhook.kind === 'feishu' && secret ? feishuSign({ secret, timestamp: seconds }) : null
  const url = webhook.kind === 'dingtalk' && secret ? dingtalkAddress({ url: webhook.address, secret, timestamp: now }) : webhook.address
  return answered(await call(url, JSON.stringify(robotMessage(webhook.kind, text, signed)), {}))
}

const committed = async <Result>(payload: Payload, work: (req: PayloadRequest) => Promise<Result>): Promise<Result> => {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, () => work(req))
}

async function deliver(payload: Payload, webhook: Webhook, { id, body, attempts }: Waiting): Promise<boolean> {
  const outcome = await send(payload, webhook, body).then(
    (answer) => ({ isTaken: true, answer, again: null }),
    (reason: unknown) => ({
      isTaken: false,
      answer: reason instanceof Error ? reason.message : String(reason),
      again: nextTry(attempts + 1),
    }),
  )
  await committed(payload, (req) => settleCall({ req, id, ...outcome }))
  return outcome.isTaken
}

/** Everything a subscriber is due: document by document in order, so that a call that is not taken holds up its document and no other. */
async function tellOne(payload: Payload, webhook: Webhook): Promise<void> {
  const end = Date.now() + patience
  while (await committed(payload, (req) => queue(req, webhook))) if (Date.now() > end) return
  let left = webhook.kind === 'webhook' ? Infinity : mostOfRobot
  for (let told = true; told;) {
    const due = await committed(payload, (req) => dueCalls({ req, webhook: webhook.id, most }))
    told = false
    for (const waiting of due) {
      if (left === 0 || Date.now() > end) return
      left -= 1
      if (await deliver(payload, webhook, waiting)) told = true
    }
  }
}

/** One round: what happened is told to everybody who is to hear it; a slow one holds up nobody else, nor does one whose round fails. */
export async function tellOutside(payload: Payload): Promise<void> {
  const { docs } = await payload.db.find<Webhook>({ collection: 'webhooks', where: { active: { equals: true } }, pagination: false })
  const rounds = await Promise.allSettled(docs.filter(isTold).map((webhook) => tellOne(payload, webhook)))
  const failed = rounds.find((round) => round.status === 'rejected')
  if (failed) throw failed.reason
}
