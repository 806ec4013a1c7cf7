import { noContributions } from '@/src/domain/kernel/contributions'
import { priceAdjustmentStatuses, priceAdjustmentSteps } from '@/src/domain/pricing/priceAdjustment'

import { defineDocument } from '@/src/engine/define'
import { adjusters } from './adjusters'
import { approveAdjustment } from './approveAdjustment'
import { cancelAdjustment } from './cancelAdjustment'
import { type PriceAdjustment, prepareAdjustment } from './prepareAdjustment'
import { putInForce } from './putInForce'
import { rejectAdjustment } from './rejectAdjustment'
import { submitAdjustment } from './submitAdjustment'
import { supersedeAdjustment } from './supersedeAdjustment'

/** 调价单: new prices from a day on, by approval. */
defineDocument<PriceAdjustment>({
  slug: 'price-adjustments',
  title: { zh: '调价单', en: 'Price adjustment', many: 'Price adjustments' },
  series: 'PA',
  statuses: priceAdjustmentStatuses,
  initial: 'draft',
  steps: priceAdjustmentSteps,
  editable: ['draft'],
  editors: adjusters,
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
