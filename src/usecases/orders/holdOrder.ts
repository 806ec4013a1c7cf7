import { z } from 'zod'

import type { Verb } from '@/src/engine/document'
import { refuse } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'

const body = z.object({ reason: z.string().trim().min(1).max(2000) })

/** 暂挂: no deliveries and no invoices but of shipped goods until resumed. */
export const holdOrder: Verb<Stored<'orders'>, z.infer<typeof body>> = {
  name: 'hold',
  label: { zh: '暂挂', en: 'Hold' },
  roles: ['salesManager', 'generalManager'],
  body,
  asks: [{ name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'text', required: true }],
  offered: (doc) => !doc.hold,
  run: async ({ doc, stored, req, body: asked }) => {
    if (doc.hold) refuse(req, { code: 'ON_HOLD', facts: { order: doc.no, reason: doc['holdReason'] ?? null } })
    return { patch: { hold: true, holdReason: asked.reason, status: stored?.status ?? doc.status } as Partial<Stored<'orders'>> }
  },
}

/** 解除暂挂: credit is weighed again, since the limit may have changed meanwhile. An order that is not on hold has nothing to resume. */
export const resumeOrder: Verb<Stored<'orders'>> = {
  name: 'resume',
  label: { zh: '解除暂挂', en: 'Resume' },
  roles: ['salesManager', 'generalManager'],
  offered: (doc) => Boolean(doc.hold),
  run: async ({ req, doc, stored }) => {
    if (!doc.hold) refuse(req, { code: 'NOTHING_OPEN', facts: { order: doc.no } })
    return { patch: { hold: false, holdReason: null, status: stored?.status ?? doc.status } as Partial<Stored<'orders'>> }
  },
}
