import type { Verb } from '@/src/engine/document'
import { type Reason, withReason } from '@/src/engine/reason'
import { refuse } from '@/src/engine/refusal'
import { correctionsOn } from '@/src/ledger/facts/corrections'

import type { Posted } from './postedDocument'
import { postingRight } from './stockLines'

/** 冲销: takes the posting back with the value it was posted with; refused when the goods are gone or promised. */
export const reverseStockDocument: Verb<Posted, Reason> = {
  name: 'reverse',
  label: { zh: '冲销', en: 'Reverse' },
  roles: ['warehouse', 'generalManager'],
  ...withReason,
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
