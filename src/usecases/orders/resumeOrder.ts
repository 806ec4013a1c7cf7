import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { refuse } from '@/src/engine/refusal'

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
