import { deliveryContributions } from '@/src/domain/fulfilment/deliveryContributions'

import { documentRefs } from '@/src/domain/kernel/documentRefs'
import { deliveryLineFigures } from '@/src/domain/orders/lineFigures'
import { askPriceRelease, askRelease } from '@/src/engine/askRelease'
import { payerOf } from '@/src/engine/payer'
import { deliveryKind } from '@/src/domain/fulfilment/deliveryKind'
import { defineDocument } from '@/src/engine/define'
import type { Stored } from '@/src/engine/documents/stored'
import { byLine } from '@/src/ledger/links'
import { approveDelivery } from './approveDelivery'
import { issueDelivery } from './issueDelivery'
import { createInvoice } from './createInvoice'
import { createReturn } from './createReturn'
import { prepareDelivery } from './prepareDelivery'
import { outdateDelivery } from './outdateDelivery'
import { refreshDelivery } from './refreshDelivery'
import { repriceDelivery } from './repriceDelivery'
import { cancelDelivery } from './cancelDelivery'
import { unapproveDelivery } from './unapproveDelivery'

/** 发货单: what the engine needs to know of a delivery. It is checked as if issued: exposure after it, not before. */
defineDocument<Stored<'deliveries'>>({
  ...deliveryKind,
  sheet: () => 'delivery',
  prepare: prepareDelivery,
  contributions: deliveryContributions,
  links: [byLine({ from: 'orders', to: 'deliveries', column: 'order_line' })],
  standsOn: [{ on: 'orders', in: 'lines', column: 'order_id', gone: ['cancelled'] }],
  lineFigures: deliveryLineFigures,
  upstream: (doc) =>
    documentRefs(
      'orders',
      doc.lines.map(({ order }) => order),
    ),
  payerOf,
  projected: (doc) => (doc.status === 'cancelled' ? doc : { ...doc, status: 'issued' }),
  absent: (doc) => ({ ...doc, status: 'cancelled' }),
  guards: { minimumPrice: (doc) => doc.lines.every(({ orderLine }) => !orderLine), credit: 'checkDelivery', availability: 'checkDelivery' },
  verbs: {
    approve: approveDelivery,
    issue: issueDelivery,
    unapprove: unapproveDelivery,
    cancel: cancelDelivery,
    refresh: refreshDelivery,
    outdate: outdateDelivery,
    reprice: repriceDelivery,
    'create-invoice': createInvoice,
    'create-return': createReturn,
    'ask-release': askRelease('deliveries'),
    'ask-price-release': askPriceRelease('deliveries'),
  },
})
