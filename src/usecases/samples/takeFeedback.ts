import { z } from 'zod'

import type { Verb } from '@/src/engine/document'

import type { SampleDocument } from './prepareSample'

type SampleVerb<Body = Record<string, unknown>> = Verb<SampleDocument, Body>

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
