import { z } from 'zod'

import { roundAnswers, sampleAfter } from '@/src/domain/samples/feedbackRound'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { refuse } from '@/src/engine/refusal'

import { moveSample } from './moveSample'
import { tellOfRound } from './tellOfRound'

type RoundDocument = Stored<'feedback-rounds'>

const body = z.object({ status: z.enum(roundAnswers), remark: z.string().trim().max(20_000).nullish() })

const answers = [
  { value: 'approved', label: { zh: '客户认可', en: 'Approved' } },
  { value: 'changeRequested', label: { zh: '要求修改', en: 'Change requested' } },
  { value: 'rejected', label: { zh: '拒绝', en: 'Rejected' } },
] as const

/** 结束本轮: the customer's answer. "Approved" needs an approval picture where the setting says so; the sample follows. */
export const closeRound: Verb<RoundDocument, z.infer<typeof body>> = {
  name: 'close',
  label: { zh: '结束本轮', en: 'Close round' },
  roles: ['sales', 'salesManager', 'generalManager'],
  refusedAs: { code: 'NOT_YOUR_FIELD', path: 'status', facts: { field: 'status', owner: 'sales' } },
  body,
  asks: [
    { name: 'status', label: { zh: '客户答复', en: 'Answer' }, kind: 'choice', options: answers, required: true },
    { name: 'remark', label: { zh: '说明', en: 'Remark' }, kind: 'longText', required: false },
  ],
  run: async (ctx) => {
    const { req, doc, settings, actor, now } = ctx
    const pictures = ((doc.pictures ?? []) as Array<number | { id: number }>).map((picture) =>
      typeof picture === 'number' ? picture : picture.id,
    )
    if (ctx.body.status === 'approved' && settings.samples.approvalPictureRequired && pictures.length === 0)
      refuse(req, {
        code: 'APPROVAL_PICTURE_REQUIRED',
        path: 'pictures',
        facts: { round: doc.round, document: doc.no },
        remedy: { action: 'addPicture' },
      })
    return {
      patch: {
        status: ctx.body.status,
        closedAt: now.instant,
        approvedBy: actor?.id ?? null,
        approvedAt: now.instant,
        ...(ctx.body.remark ? { remark: ctx.body.remark } : {}),
      },
      after: async (round) => {
        await moveSample(req, round.sample, 'feedback', {
          status: sampleAfter[ctx.body.status],
          pictures: ctx.body.status === 'approved' ? pictures : [],
        })
        await tellOfRound(req, round, 'engineering')
      },
    }
  },
}
