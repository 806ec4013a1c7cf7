import type { Verb } from '@/src/engine/document'
import { type Reason, withReason } from '@/src/engine/reason'
import { refuse } from '@/src/engine/refusal'
import { removePolicies } from '@/src/ledger/pricePolicies'

import { adjusters, approvers, authorOf } from './adjusters'
import type { PriceAdjustment } from './prepareAdjustment'

type Step<Body = Record<string, unknown>> = Verb<PriceAdjustment, Body>

/** 取消: before its day the prices are taken out again; from its day on documents may have used them. */
export const cancelAdjustment: Step<Reason> = {
  name: 'cancel',
  label: { zh: '取消', en: 'Cancel' },
  roles: adjusters,
  ...withReason,
  possible: ({ doc, actor, today }) =>
    doc.status !== 'approved' || (approvers.some((role) => actor?.roles.includes(role)) && doc.effectiveFrom.slice(0, 10) > today),
  run: async ({ req, doc, actor, now, body }) => {
    if (doc.status === 'approved') {
      if (actor && !approvers.some((role) => actor.roles.includes(role)))
        refuse(req, { code: 'FORBIDDEN', facts: { verb: 'cancel', roles: approvers } })
      if (doc.effectiveFrom.slice(0, 10) <= now.date)
        refuse(req, { code: 'ILLEGAL_STEP', facts: { status: 'effective', verb: 'cancel', allowed: [] } })
      await removePolicies(req, { adjustment: doc.id, author: authorOf(actor, doc) })
    }
    return { patch: { status: 'cancelled', decision: body.reason } as Partial<PriceAdjustment> }
  },
}
