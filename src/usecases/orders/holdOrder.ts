import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { type Reason, withReason } from '@/src/engine/reason'
import { refuse } from '@/src/engine/refusal'

/** 暂挂: no deliveries and no invoices but of shipped goods until resumed. */
export const holdOrder: Verb<Stored<'orders'>, Reason> = {
  name: 'hold',
  label: { zh: '暂挂', en: 'Hold' },
  roles: ['salesManager', 'generalManager'],
  ...withReason,
  offered: (doc) => !doc.hold,
  run: async ({ doc, stored, req, body: asked }) => {
    if (doc.hold) refuse(req, { code: 'ON_HOLD', facts: { order: doc.no, reason: doc['holdReason'] ?? null } })
    return { patch: { hold: true, holdReason: asked.reason, status: stored?.status ?? doc.status } as Partial<Stored<'orders'>> }
  },
}
