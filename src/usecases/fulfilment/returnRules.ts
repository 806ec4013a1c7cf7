import { returnContributions } from '@/src/domain/fulfilment/returnContributions'

import { documentRefs } from '@/src/domain/kernel/documentRefs'
import { payerOf } from '@/src/engine/payer'
import { returnKind } from '@/src/domain/fulfilment/returnKind'
import { defineDocument } from '@/src/engine/define'
import type { Stored } from '@/src/engine/documents/stored'
import { byLine } from '@/src/ledger/links'
import { approveReturn } from './approveReturn'
import { cancelReturn } from './cancelReturn'
import { unapproveReturn } from './unapproveReturn'
import { creditReturn } from './creditReturn'
import { prepareReturn } from './prepareReturn'
import { inspectReturn } from './inspectReturn'
import { receiveReturn } from './receiveReturn'
import { reverseReturn } from './reverseReturn'

type ReturnEntered = Stored<'returns'>

/** 退货单: what the engine needs to know of a return. It frees stock and credit; only a replacement promises goods again, if there are any. */
defineDocument<ReturnEntered>({
  ...returnKind,
  sheet: () => 'returned',
  prepare: prepareReturn,
  contributions: returnContributions,
  links: [byLine({ from: 'deliveries', to: 'returns', column: 'delivery_line' })],
  standsOn: [{ on: 'deliveries', in: 'lines', column: 'delivery_id', gone: ['cancelled'] }],
  upstream: (doc) => [
    ...documentRefs(
      'orders',
      doc.lines.map(({ order }) => order),
    ),
    ...documentRefs(
      'deliveries',
      doc.lines.map(({ delivery }) => delivery),
    ),
  ],
  payerOf,
  absent: (doc) => ({ ...doc, status: 'cancelled' }),
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: {
    approve: approveReturn,
    unapprove: unapproveReturn,
    receive: receiveReturn,
    inspect: inspectReturn,
    reverse: reverseReturn,
    cancel: cancelReturn,
    'create-credit-note': creditReturn,
  },
})
