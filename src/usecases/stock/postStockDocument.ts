import { cancelDraft } from '@/src/engine/cancelDraft'
import type { Verb } from '@/src/engine/document'

import type { Posted } from './postedDocument'
import { postingRight } from './stockLines'

/** 记账: from now on the goods are moved, frozen or counted in the books. Goods that are not there are refused by the availability check. */
export const postStockDocument: Verb<Posted> = {
  name: 'post',
  label: { zh: '记账', en: 'Post' },
  roles: ['warehouse', 'generalManager'],
  run: async (ctx) => ({
    patch: { status: 'posted', approvedBy: ctx.actor?.id ?? null, approvedAt: ctx.now.instant },
    findings: await postingRight(ctx, 'warehouse', ctx.doc.warehouse),
  }),
}

/** 取消: a draft of the warehouse that will not be posted. */
export const cancelStockDocument = cancelDraft(['warehouse', 'generalManager'], { zh: '取消单据', en: 'Cancel' })
