import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { maySee } from '@/src/domain/people/sight'
import { minimumOf } from '@/src/domain/pricing/applicableMinimum'
import { decideMinimumPrice } from '@/src/domain/pricing/decideMinimumPrice'
import type { AdjustmentLine } from '@/src/domain/pricing/priceAdjustment'
import { factorOf } from '@/src/domain/pricing/units'

import type { VerbContext } from '@/src/engine/document'
import type { AdjustmentFacts } from './adjustmentFacts'

/**
 * New prices that nobody could sell at, told while the adjustment is written and when it is approved: never a refusal, since the
 * document that uses the price is checked. Tax comes out of a price as the customer's documents have it; a price for more than one
 * customer is only named when it is too low even without taking tax out of it.
 */
export function minimumWarnings(
  { settings, actor }: Pick<VerbContext<unknown>, 'settings' | 'actor'>,
  lines: readonly AdjustmentLine[],
  facts: AdjustmentFacts,
): Finding[] {
  const { minimumPriceMode: mode, costBasis } = settings.pricing
  const base = settings.company.baseCurrency || 'CNY'
  if (mode === 'off') return []
  const found = decideMinimumPrice({
    mode: 'warn',
    maySellBelow: false,
    seesMinimum: maySee(actor, 'minimumPrice'),
    exempt: false,
    lines: lines.flatMap((line, index) => {
      const item = facts.items.get(line.item ?? 0)
      if (!item || line.currency !== base) return []
      const customer = line.customer === null ? null : facts.customers.get(line.customer)
      const taxed = customer && customer.taxMode !== 'exclusive' ? d(1).plus(d(item.taxRate).div(100)) : d(1)
      const perStockUnit = d(line.newPrice).div(factorOf(item, line.unit) ?? d(1))
      return [{ index, item: item.code, minimum: minimumOf(item, costBasis), netUnitPriceStock: perStockUnit.div(taxed) }]
    }),
  })
  return found.map((finding) => ({ ...finding, path: finding.path?.replace(/price$/, 'newPrice') ?? '' }))
}
