import { documentKind } from '../kernel/documentKind'
import { priceReaders, sellers } from '../people/crews'
import { salesOwner } from '../people/rows'
import { approved, cancelled, draft, submitted } from '../words/stateWords'
import { type PriceAdjustment, priceAdjustmentSteps } from './priceAdjustment'

/** 调价单: prices changed together, in force from a day. */
export const priceAdjustmentKind = documentKind<PriceAdjustment>()({
  slug: 'price-adjustments',
  title: { zh: '调价单', en: 'Price adjustment', many: 'Price adjustments' },
  purpose: { zh: '调价单：成批调整价格，审核后按日期生效', en: 'Price adjustments: prices changed together, in force from a day' },
  series: 'PA',
  states: {
    draft,
    submitted,
    approved,
    effective: { zh: '已生效', en: 'In force' },
    superseded: { zh: '已被取代', en: 'Superseded' },
    cancelled,
  },
  initial: 'draft',
  ended: ['effective', 'superseded', 'cancelled'],
  steps: priceAdjustmentSteps,
  editable: ['draft'],
  editors: sellers,
  readers: priceReaders,
  rows: {
    ...salesOwner,
    also: {
      where: { and: [{ general: { equals: true } }, { status: { in: ['approved', 'effective', 'superseded'] } }] },
      words: 'and what is approved for no named customer',
    },
  },
  writes: salesOwner,
  menu: { group: 'prices', usedBy: ['salesManager', 'finance'] },
  columns: ['no', 'effectiveFrom', 'status', 'largestChange', 'reason', 'preparedBy', 'approvedBy'],
  decides: 'customer',
  foundBy: ['no'],
})
