import type { ReturnLine } from '@/src/domain/fulfilment/return'
import { type Reason, withReason } from '@/src/engine/reason'
import { correctionsOf } from '@/src/ledger/facts/corrections'
import { successorsOf } from '@/src/ledger/facts/successors'

import type { Verb } from '@/src/engine/document'
import { whileNothingLater } from '@/src/engine/later'
import { warehouseRight } from '@/src/engine/warehouseRight'
import type { Stored } from '@/src/engine/documents/stored'

const uninspected = { restockQty: 0, reworkQty: 0, scrapQty: 0 }

const later = whileNothingLater(async (req, doc) => [
  ...(await successorsOf({ req, slug: 'returns', id: doc.id })),
  ...(await correctionsOf(req, { slug: 'returns', id: doc.id })),
])

/**
 * 冲销: takes back the inspection, or the receipt when it is not inspected yet, with the values they were posted with. Refused when the
 * return is credited, when its cost was corrected, and by the stock rules when the pieces have left or are promised.
 */
export const reverseReturn: Verb<Stored<'returns'>, Reason> = {
  name: 'reverse',
  label: { zh: '冲销', en: 'Reverse' },
  roles: ['warehouse', 'generalManager'],
  ...withReason,
  possible: later.possible,
  run: async (ctx) => {
    const { req, doc } = ctx
    await later.refuseLater(req, doc)
    const inspected = doc.status === 'inspected'
    const used = doc.lines.flatMap(({ warehouse, restockTo, reworkTo }) => [warehouse, restockTo, reworkTo]).filter(Boolean)
    const lines = doc.lines.map((line): ReturnLine => ({
      ...line,
      ...uninspected,
      ...(inspected ? {} : { issueValue: null, frozen: false }),
    }))
    return { patch: { status: inspected ? 'received' : 'approved', lines }, findings: await warehouseRight(ctx, used as number[]) }
  },
}
