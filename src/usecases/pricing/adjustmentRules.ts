import { noContributions } from '@/src/domain/kernel/contributions'
import { priceAdjustmentStatuses, priceAdjustmentSteps } from '@/src/domain/pricing/priceAdjustment'

import { defineDocument } from '@/src/engine/define'
import { adjusters, adjustmentVerbs } from './adjustmentVerbs'
import { type PriceAdjustment, prepareAdjustment } from './prepareAdjustment'

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
  verbs: adjustmentVerbs,
})
