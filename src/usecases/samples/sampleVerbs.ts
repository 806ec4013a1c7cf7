import { z } from 'zod'

import type { Role, Verb } from '@/src/engine/document'
import { notify, peopleById, peopleWithRole, type Person } from '../control/notify'
import { withdrawOpenRound } from './moveSample'
import type { SampleDocument } from './prepareSample'

type SampleVerb<Body = Record<string, unknown>> = Verb<SampleDocument, Body>

const sellers: readonly Role[] = ['sales', 'salesManager', 'generalManager']
const engineers: readonly Role[] = ['engineering', 'rd', 'generalManager']
const reasoned = z.object({ reason: z.string().trim().min(1).max(2000) })
const askReason = [{ name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'longText', required: true }] as const

type Told = { to: 'sales' | 'engineering'; zh: string; en: string }

async function tell(
  ctx: { req: Parameters<typeof peopleById>[0] },
  sample: SampleDocument,
  kind: string,
  { to, zh, en }: Told,
): Promise<void> {
  const people: Person[] =
    to === 'sales'
      ? await peopleById(ctx.req, [sample.salesperson, sample.preparedBy])
      : sample.engineer
        ? await peopleById(ctx.req, [sample.engineer])
        : await peopleWithRole(ctx.req, 'engineering')
  await notify({
    req: ctx.req,
    people,
    kind,
    key: `${kind}-${sample.id}-${sample.version}`,
    related: { slug: 'samples', id: sample.id },
    title: { zh: `样板 ${sample.no} ${zh}`, en: `Sample ${sample.no} ${en}` },
    text: { zh: `样板 ${sample.no}（${sample.name}）${zh}。`, en: `Sample ${sample.no} (${sample.name}) ${en}.` },
  })
}

export const submitSample: SampleVerb = {
  name: 'submit',
  label: { zh: '提交', en: 'Submit' },
  roles: [...sellers, 'engineering'],
  run: async (ctx) => ({
    patch: { status: 'submitted', statusSince: ctx.now.instant },
    after: (sample) => tell(ctx, sample, 'sampleSubmitted', { to: 'engineering', zh: '待受理', en: 'waits to be accepted' }),
  }),
}

/** 受理: engineering takes the sample on, also again after the customer asked for a change. */
export const acceptSample: SampleVerb = {
  name: 'accept',
  label: { zh: '受理', en: 'Accept' },
  roles: engineers,
  run: async (ctx) => ({
    patch: {
      status: 'inPreparation',
      statusSince: ctx.now.instant,
      ...(ctx.doc.engineer ? {} : { engineer: ctx.actor?.id ?? null }),
    },
    after: (sample) => tell(ctx, sample, 'sampleAccepted', { to: 'sales', zh: '已受理，开始打样', en: 'is being prepared' }),
  }),
}

export const refuseSample: SampleVerb<z.infer<typeof reasoned>> = {
  name: 'refuse',
  label: { zh: '拒绝', en: 'Refuse' },
  roles: engineers,
  body: reasoned,
  asks: askReason,
  run: async (ctx) => ({
    patch: { status: 'refused', statusSince: ctx.now.instant },
    after: (sample) =>
      tell(ctx, sample, 'sampleRefused', { to: 'sales', zh: `未被受理：${ctx.body.reason}`, en: `was refused: ${ctx.body.reason}` }),
  }),
}

export const readySample: SampleVerb = {
  name: 'ready',
  label: { zh: '样板完成', en: 'Ready' },
  roles: engineers,
  run: async (ctx) => ({
    patch: { status: 'ready', statusSince: ctx.now.instant },
    after: (sample) => tell(ctx, sample, 'sampleReady', { to: 'sales', zh: '已完成，可以送样', en: 'is ready to be sent' }),
  }),
}

/** 取消: an open round is withdrawn with it. */
export const cancelSample: SampleVerb<z.infer<typeof reasoned>> = {
  name: 'cancel',
  label: { zh: '取消样板', en: 'Cancel' },
  roles: [...sellers, 'engineering'],
  body: reasoned,
  asks: askReason,
  run: async (ctx) => ({
    patch: { status: 'cancelled', statusSince: ctx.now.instant },
    after: async (sample) => {
      await withdrawOpenRound(ctx, sample.id)
    },
  }),
}

/** 特批量产: the general manager lets goods of an unapproved sample be ordered; reason and person stand in the history. */
export const waiveSample: SampleVerb<z.infer<typeof reasoned>> = {
  name: 'waive',
  label: { zh: '特批量产', en: 'Allow goods orders' },
  roles: ['generalManager'],
  body: reasoned,
  asks: askReason,
  offered: (doc) => !doc.waiver && !['approvedByCustomer', 'converted'].includes(doc.status),
  run: async (ctx) => ({ patch: { waiver: ctx.body.reason } }),
}

/** The house's own step: a sample delivery has gone out. Nobody presses it. */
export const markSent: SampleVerb = {
  name: 'mark-sent',
  label: { zh: '已送样', en: 'Sent' },
  roles: [],
  run: async (ctx) => ({ patch: { status: 'sent', statusSince: ctx.now.instant } }),
}

const answer = z.object({
  status: z.enum(['approvedByCustomer', 'changeRequested', 'rejectedByCustomer']),
  pictures: z.array(z.number()).optional(),
})

/** The house's own step: the round was closed, the sample follows and shows the approval pictures. */
export const takeFeedback: SampleVerb<z.infer<typeof answer>> = {
  name: 'feedback',
  label: { zh: '客户反馈', en: 'Feedback' },
  roles: [],
  body: answer,
  run: async ({ doc, body, now }) => ({
    patch: {
      status: body.status,
      statusSince: now.instant,
      ...(body.pictures?.length
        ? { approvalPictures: [...new Set([...((doc.approvalPictures ?? []) as number[]), ...body.pictures])] }
        : {}),
    },
  }),
}
