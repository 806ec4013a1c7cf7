import { z } from 'zod'

import { successorsOf } from '@/src/ledger/facts/successors'

import type { Verb } from '@/src/engine/document'
import { requireFourEyes } from '@/src/engine/fourEyes'
import { refuse } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'
import { returnFindings, returnSources } from './returnSources'

type ReturnEntered = Stored<'returns'>

/** 审核: the house agrees to the return. A refund leaves what may be billed, a replacement opens the order line again. */
export const approveReturn: Verb<ReturnEntered> = {
  name: 'approve',
  label: { zh: '审核', en: 'Approve' },
  roles: ['salesManager', 'generalManager'],
  run: async (ctx) => {
    await requireFourEyes(ctx, 'returns')
    const found = await returnSources({ req: ctx.req, doc: ctx.doc, entered: false })
    const doc = { ...ctx.doc, date: String(ctx.doc.date).slice(0, 10) }
    const findings = await returnFindings(ctx, doc, found, 'approve')
    return { patch: { status: 'approved', approvedBy: ctx.actor?.id ?? null, approvedAt: ctx.now.instant }, findings }
  },
}

/** 弃审: while the goods have not come and nothing is credited. */
export const unapproveReturn: Verb<ReturnEntered> = {
  name: 'unapprove',
  label: { zh: '弃审', en: 'Unapprove' },
  roles: ['salesManager', 'generalManager'],
  run: async ({ req, doc }) => {
    const documents = await successorsOf({ req, slug: 'returns', id: doc.id })
    if (documents.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { document: doc.no, documents } })
    return { patch: { status: 'draft', approvedBy: null, approvedAt: null } }
  },
}

const body = z.object({ reason: z.string().trim().min(1).max(2000) })

/** 取消: the customer keeps the goods after all. */
export const cancelReturn: Verb<ReturnEntered, z.infer<typeof body>> = {
  name: 'cancel',
  label: { zh: '取消退货', en: 'Cancel' },
  roles: ['sales', 'salesManager', 'warehouse', 'generalManager'],
  body,
  asks: [{ name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'text', required: true }],
  run: () => Promise.resolve({ patch: { status: 'cancelled' } }),
}
