import { z } from 'zod'

import type { AnyDocument, Verb } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { postStockDocument } from './postStockDocument'

type Freeze = AnyDocument & { warehouse: number; reason?: string | null; remark?: string | null }

const body = z.object({ reason: z.string().trim().max(2000).optional() })

/**
 * 记账 of a freeze: goods are taken from, or given back to, everybody who sells, so somebody says why: in the document, in its remark,
 * or when it is posted. A draft may still be without.
 */
export const postStockFreeze: Verb<Freeze, z.infer<typeof body>> = {
  name: postStockDocument.name,
  label: postStockDocument.label,
  roles: postStockDocument.roles,
  body,
  run: async (ctx) => {
    const reason = [ctx.body.reason, ctx.doc.reason, ctx.doc.remark].map((text) => text?.trim()).find(Boolean)
    const { patch, findings = [] } = await postStockDocument.run(ctx)
    return reason
      ? { patch: { ...patch, reason }, findings }
      : { patch, findings: [...findings, invalid('reason', 'reason', null, 'a reason')] }
  },
}
