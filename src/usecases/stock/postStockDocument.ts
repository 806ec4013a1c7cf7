import { z } from 'zod'

import { correctionsOn } from '@/src/ledger/facts/corrections'

import { cancelDraft } from '@/src/engine/cancelDraft'
import type { AnyDocument, Verb } from '@/src/engine/document'
import { refuse } from '@/src/engine/refusal'
import { postingRight } from './stockLines'

type Posted = AnyDocument & { warehouse: number }

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

export const reasonBody = z.object({ reason: z.string().trim().min(1).max(2000) })
export const askReason = [{ name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'text', required: true }] as const

/** 取消: a draft of the warehouse that will not be posted. */
export const cancelStockDocument = cancelDraft(['warehouse', 'generalManager'], { zh: '取消单据', en: 'Cancel' })

/** 冲销: takes the posting back with the value it was posted with; refused when the goods are gone or promised. */
export const reverseStockDocument: Verb<Posted, z.infer<typeof reasonBody>> = {
  name: 'reverse',
  label: { zh: '冲销', en: 'Reverse' },
  roles: ['warehouse', 'generalManager'],
  body: reasonBody,
  asks: askReason,
  run: async (ctx) => {
    const { req, doc } = ctx
    const documents = await correctionsOn(
      req,
      ((doc.lines ?? []) as Array<{ id: string }>).map(({ id }) => id),
    )
    if (documents.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { document: doc.no, documents } })
    return { patch: { status: 'reversed' }, findings: await postingRight(ctx, 'warehouse', doc.warehouse) }
  },
}
