import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { lockStock } from '@/src/ledger/locks'

import { postStockDocument } from './postStockDocument'
import { againstBook } from './againstBook'
import { postingRight } from './stockLines'

type CountDocument = Stored<'stock-counts'>

/** 记账: the difference between count and book as it is now, not as it was when the count was written down. */
export const postCount: Verb<CountDocument> = {
  name: postStockDocument.name,
  label: postStockDocument.label,
  roles: postStockDocument.roles,
  run: async (ctx) => {
    const { req, doc, actor, now } = ctx
    await lockStock({ req, keys: doc.lines.map(({ item, batchNo }) => ({ item, warehouse: doc.warehouse, batchNo: batchNo ?? '' })) })
    const lines = await againstBook(ctx, doc.warehouse, doc.lines)
    const findings = await postingRight(ctx, 'warehouse', doc.warehouse)
    return { patch: { status: 'posted', approvedBy: actor?.id ?? null, approvedAt: now.instant, lines }, findings }
  },
}
