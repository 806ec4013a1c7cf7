import type { WordedFinding } from '../kernel/decision'

/** A price beside the price adjustments that two people make. */
export const pricesTakeTwo: WordedFinding = {
  code: 'FOUR_EYES',
  path: 'price',
  facts: { field: 'price', document: 'price-adjustments' },
  remedy: { action: 'askColleague' },
  text: {
    zh: '价格须由两人经手：请开调价单并由他人审核',
    en: 'A price takes two people: enter a price adjustment, which somebody else approves',
  },
}
