import { z } from 'zod'

import type { StockReceipt } from '@/src/domain/stock/stockReceipt'

import type { AnyDocument, Verb } from '../engine/document'
import { warehouseRight } from '../engine/warehouseRight'

/** 记账: the goods are there, at their cost. */
export const postStockReceipt: Verb<StockReceipt & AnyDocument> = {
  name: 'post',
  label: { zh: '记账', en: 'Post' },
  roles: ['warehouse', 'generalManager'],
  run: async (ctx) => ({
    patch: { status: 'posted', approvedBy: ctx.actor?.id ?? null, approvedAt: ctx.now.instant },
    findings: await warehouseRight(ctx, [ctx.doc.warehouse]),
  }),
}

const body = z.object({ reason: z.string().trim().min(1).max(2000) })

/** 冲销: takes the receipt back with the value it came in with; refused when the goods are gone or promised. */
export const reverseStockReceipt: Verb<StockReceipt & AnyDocument, z.infer<typeof body>> = {
  name: 'reverse',
  label: { zh: '冲销', en: 'Reverse' },
  roles: ['warehouse', 'generalManager'],
  body,
  asks: [{ name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'text', required: true }],
  run: async (ctx) => ({ patch: { status: 'reversed' }, findings: await warehouseRight(ctx, [ctx.doc.warehouse]) }),
}
