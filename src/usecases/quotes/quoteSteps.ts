import { z } from 'zod'

import type { Verb } from '@/src/engine/document'
import { requireFourEyes } from '@/src/engine/fourEyes'
import type { Stored } from '@/src/engine/documents/stored'
import { takingOver } from './reviseQuote'

type QuoteVerb<Body = Record<string, unknown>> = Verb<Stored<'quotes'>, Body>

const reason = z.object({ reason: z.string().trim().min(1).max(2000) })
const asksReason = [{ name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'text', required: true }] as const

/** 提交. */
export const submitQuote: QuoteVerb = {
  name: 'submit',
  label: { zh: '提交', en: 'Submit' },
  roles: ['sales', 'salesManager', 'generalManager'],
  run: async () => ({ patch: { status: 'submitted' } }),
}

/** 审核: from now on the price is not changed in place. */
export const approveQuote: QuoteVerb = {
  name: 'approve',
  label: { zh: '审核', en: 'Approve' },
  roles: ['salesManager', 'generalManager'],
  run: async (ctx) => {
    await requireFourEyes(ctx, 'quotes')
    return {
      patch: {
        status: 'approved',
        statusBeforeOrder: 'approved',
        approvedBy: ctx.actor?.id ?? null,
        approvedAt: ctx.now.instant,
      } as Partial<Stored<'quotes'>>,
    }
  },
}

/** 退回. */
export const rejectQuote: QuoteVerb<z.infer<typeof reason>> = {
  name: 'reject',
  label: { zh: '退回', en: 'Reject' },
  roles: ['salesManager', 'generalManager'],
  body: reason,
  asks: asksReason,
  run: async () => ({ patch: { status: 'draft' } }),
}

/** 发送给客户. */
export const sendQuote: QuoteVerb = {
  name: 'send',
  label: { zh: '标记已发送', en: 'Mark as sent' },
  roles: ['sales', 'salesManager', 'generalManager'],
  run: async ({ req, doc, now }) => {
    const { patch, after } = takingOver({ req, doc })
    return {
      patch: { ...patch, status: 'sent', statusBeforeOrder: 'sent', sentAt: now.instant } as Partial<Stored<'quotes'>>,
      after,
    }
  },
}

/** 丢单. */
export const loseQuote: QuoteVerb<z.infer<typeof reason>> = {
  name: 'lose',
  label: { zh: '丢单', en: 'Lost' },
  roles: ['sales', 'salesManager', 'generalManager'],
  body: reason,
  asks: asksReason,
  run: async ({ body }) => ({ patch: { status: 'lost', lostReason: body.reason } as Partial<Stored<'quotes'>> }),
}

/** 作废. */
export const cancelQuote: QuoteVerb<z.infer<typeof reason>> = {
  name: 'cancel',
  label: { zh: '作废', en: 'Cancel' },
  roles: ['sales', 'salesManager', 'generalManager'],
  body: reason,
  asks: asksReason,
  run: async () => ({ patch: { status: 'cancelled' } }),
}
