import { z } from 'zod'

import { idOf } from '@/src/domain/kernel/idOf'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { refuse } from '@/src/engine/refusal'

import { confirmers } from './confirmers'

const body = z.object({ remark: z.string().trim().min(1).max(2000) })

/** 已处理: somebody whom it is not about says what became of it. */
export const acknowledgeAlarm: Verb<Stored<'alarms'>, z.infer<typeof body>> = {
  name: 'acknowledge',
  label: { zh: '已处理', en: 'Acknowledge' },
  roles: confirmers,
  body,
  asks: [{ name: 'remark', label: { zh: '查明情况与处理', en: 'What was found, what was done' }, kind: 'longText', required: true }],
  run: async ({ req, doc, actor, now, body: { remark } }) => {
    if (actor && actor.id === idOf(doc.person))
      refuse(req, { code: 'FOUR_EYES', facts: { no: doc.no, verb: 'acknowledge' }, remedy: { action: 'askColleague' } })
    return { patch: { status: 'acknowledged', approvedBy: actor?.id ?? null, approvedAt: now.instant, remark } }
  },
}
