import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { byAnother, requireFourEyes } from '@/src/engine/fourEyes'

import { returnFindings, returnSources } from './returnSources'

type ReturnEntered = Stored<'returns'>

/** 审核: the house agrees to the return. A refund leaves what may be billed, a replacement opens the order line again. */
export const approveReturn: Verb<ReturnEntered> = {
  name: 'approve',
  label: { zh: '审核', en: 'Approve' },
  roles: ['salesManager', 'generalManager'],
  possible: byAnother('returns'),
  run: async (ctx) => {
    await requireFourEyes(ctx, 'returns')
    const found = await returnSources({ req: ctx.req, doc: ctx.doc, entered: false })
    const doc = { ...ctx.doc, date: String(ctx.doc.date).slice(0, 10) }
    const findings = await returnFindings(ctx, doc, found, 'approve')
    return { patch: { status: 'approved', approvedBy: ctx.actor?.id ?? null, approvedAt: ctx.now.instant }, findings }
  },
}
