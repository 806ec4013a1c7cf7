import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

import { postingRight } from './stockLines'

type TransferDocument = Stored<'stock-transfers'>

/** 发出: the goods leave the sender and are on their way. */
export const shipTransfer: Verb<TransferDocument> = {
  name: 'ship',
  label: { zh: '发出', en: 'Ship' },
  roles: ['warehouse', 'generalManager'],
  run: async (ctx) => ({
    patch: { status: 'inTransit', approvedBy: ctx.actor?.id ?? null, approvedAt: ctx.now.instant },
    findings: await postingRight(ctx, 'from', ctx.doc.from),
  }),
}
