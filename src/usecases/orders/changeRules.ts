import { noContributions } from '@/src/domain/kernel/contributions'
import { changeStatuses, openChangeStatuses } from '@/src/domain/orders/changeSteps'
import { orderChangeKind } from '@/src/domain/orders/orderChangeKind'
import { askPriceRelease, askRelease } from '@/src/engine/askRelease'
import { defineDocument } from '@/src/engine/define'
import type { AnyDocument } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { byDocument, heardAbout } from '@/src/ledger/links'
import { applyAgain } from './applyAgain'
import { approveChange } from './approveChange'
import { cancelChange } from './cancelChange'
import { rejectChange } from './rejectChange'
import { submitChange } from './submitChange'
import { prepareChange } from './prepareChange'
import { reviewChange } from './reviewChange'

const orderOf = (change: AnyDocument): number => change['order'] as number

/** 订单变更单: says what an order is to become. The order's own books move when it is applied, so it contributes nothing itself. */
defineDocument<Stored<'order-changes'>>({
  ...orderChangeKind,
  prepare: prepareChange,
  contributions: noContributions,
  links: [
    byDocument({ from: 'orders', to: 'order-changes', column: 'order_id' }),
    heardAbout({ from: 'order-changes', column: 'change_id' }),
  ],
  standsOn: [
    { on: 'orders', in: 'document', column: 'order_id', gone: changeStatuses.filter((status) => !openChangeStatuses.includes(status)) },
  ],
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => doc,
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: {
    submit: submitChange,
    review: reviewChange,
    approve: approveChange,
    apply: applyAgain,
    reject: rejectChange,
    cancel: cancelChange,
    // what the order would meet as the change makes it is asked for here, where it is refused
    'ask-release': askRelease('orders', orderOf),
    'ask-price-release': askPriceRelease('orders', orderOf),
  },
})
