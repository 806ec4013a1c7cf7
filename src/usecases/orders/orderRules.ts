import { documentRefs } from '@/src/domain/kernel/documentRefs'
import { orderLineFigures } from '@/src/domain/orders/lineFigures'
import { orderContributions } from '@/src/domain/orders/orderContributions'
import { askPriceRelease, askRelease } from '@/src/engine/askRelease'
import { payerOf } from '@/src/engine/payer'
import { orderKind } from '@/src/domain/orders/orderKind'
import { defineDocument } from '@/src/engine/define'
import type { Stored } from '@/src/engine/documents/stored'
import { aboutSample, byLine, heardAbout } from '@/src/ledger/links'
import { approveOrder } from './approveOrder'
import { acceptConditions } from './acceptConditions'
import { applyChange } from './applyChange'
import { cancelOrder } from './cancelOrder'
import { copyOrder } from './copyOrder'
import { createChange } from './createChange'
import { createDelivery } from './createDelivery'
import { holdOrder } from './holdOrder'
import { resumeOrder } from './resumeOrder'
import { changedOrder, orderToRelease } from './orderToRelease'
import { beginOrder } from './beginOrder'
import { prepareOrder } from './prepareOrder'
import { repriceOrder } from './repriceOrder'
import { recallOrder } from './recallOrder'
import { reserveOrder } from './reserveOrder'
import { reviewOrder } from './reviewOrder'
import { ruleOrder } from './ruleOrder'
import { reopenOrder } from './reopenOrder'
import { shortCloseOrder } from './shortCloseOrder'
import { submitOrder } from './submitOrder'
import { unapproveOrder } from './unapproveOrder'

type OrderDocument = Stored<'orders'>

/** 销售订单: what the engine needs to know of an order. */
defineDocument<OrderDocument>({
  ...orderKind,
  sheet: () => 'confirmation',
  begin: beginOrder,
  prepare: prepareOrder,
  contributions: orderContributions,
  links: [
    aboutSample({ to: 'orders', unless: ['quote_line'] }),
    byLine({ from: 'quotes', to: 'orders', column: 'quote_line' }),
    heardAbout({ from: 'orders', column: 'order_id', unless: ['change_id'] }),
  ],
  standsOn: [{ on: 'quotes', in: 'lines', column: 'quote_line', byLine: true, gone: ['cancelled'] }],
  lineFigures: orderLineFigures,
  upstream: (doc) =>
    documentRefs(
      'quotes',
      doc.lines.map(({ quote }) => quote),
    ),
  payerOf,
  absent: (doc) => ({ ...doc, status: 'cancelled' }),
  toRelease: orderToRelease,
  pricesToRelease: changedOrder,
  guards: { minimumPrice: true, credit: 'checkOrder', availability: 'checkOrder' },
  verbs: {
    submit: submitOrder,
    recall: recallOrder,
    reprice: repriceOrder,
    review: reviewOrder,
    rule: ruleOrder,
    'accept-conditions': acceptConditions,
    approve: approveOrder,
    unapprove: unapproveOrder,
    hold: holdOrder,
    resume: resumeOrder,
    cancel: cancelOrder,
    'short-close': shortCloseOrder,
    reopen: reopenOrder,
    'create-delivery': createDelivery,
    'create-change': createChange,
    'apply-change': applyChange,
    copy: copyOrder,
    reserve: reserveOrder,
    'ask-release': askRelease('orders'),
    'ask-price-release': askPriceRelease('orders'),
  },
})
