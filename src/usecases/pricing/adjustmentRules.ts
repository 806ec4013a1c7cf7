import { noContributions } from '@/src/domain/kernel/contributions'

import { priceAdjustmentKind } from '@/src/domain/pricing/priceAdjustmentKind'
import { defineDocument } from '@/src/engine/define'
import { approveAdjustment } from './approveAdjustment'
import { cancelAdjustment } from './cancelAdjustment'
import { type PriceAdjustment, prepareAdjustment } from './prepareAdjustment'
import { putInForce } from './putInForce'
import { rejectAdjustment } from './rejectAdjustment'
import { submitAdjustment } from './submitAdjustment'
import { supersedeAdjustment } from './supersedeAdjustment'

/** 调价单: new prices from a day on, by approval. */
defineDocument<PriceAdjustment>({
  ...priceAdjustmentKind,
  prepare: prepareAdjustment,
  contributions: noContributions,
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => doc,
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: {
    submit: submitAdjustment,
    approve: approveAdjustment,
    reject: rejectAdjustment,
    cancel: cancelAdjustment,
    takeEffect: putInForce,
    supersede: supersedeAdjustment,
  },
})
