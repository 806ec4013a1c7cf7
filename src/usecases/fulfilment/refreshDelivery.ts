import type { Verb, VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { refuse } from '@/src/engine/refusal'

import { prepareDelivery } from './prepareDelivery'

type DeliveryDocument = Stored<'deliveries'>

/** 刷新: takes prices, amounts and what is open from the order as it is now. */
export const refreshDelivery: Verb<DeliveryDocument> = {
  name: 'refresh',
  label: { zh: '按订单刷新', en: 'Refresh from order' },
  roles: ['sales', 'salesManager', 'warehouse', 'generalManager'],
  offered: (doc) => Boolean(doc['stale']),
  run: async (ctx) => {
    const { doc, findings } = await prepareDelivery(ctx)
    const { lines, netTotal, taxTotal, grossTotal } = doc
    return { patch: { status: 'draft', stale: false, lines, netTotal, taxTotal, grossTotal } as Partial<DeliveryDocument>, findings }
  },
}

/** Refuses to approve a draft that the order has overtaken. */
export function refuseStale({ req, doc }: VerbContext<DeliveryDocument, unknown>): void {
  if (!doc['stale']) return
  refuse(req, {
    code: 'STALE_VERSION',
    facts: { document: doc.no, given: doc.version - 1, current: doc.version - 1, order: doc.lines.map(({ order }) => order) },
    remedy: { action: 'refresh' },
  })
}
