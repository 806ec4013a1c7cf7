import { d } from '../kernel/decimal'
import { toNumber } from '../kernel/money'
import type { AdjustmentLine } from './priceAdjustment'
import type { Id, PolicyRow } from './policyLevels'
import { resolvePrice } from './resolvePrice'
import { factorOf, type ItemUnits } from './units'

/** Stands for "whoever" and "whatever" where a line names only a category, or nobody: no record has this id. */
const nobody = -1

/**
 * The price a line would replace: what the policies, then the list price, give on the day to whom and for what the line names, at
 * its break. The credit-grade discount stays out, since the new price will be discounted like the old one. null = no price known.
 */
export function priceBefore({
  line,
  date,
  item,
  itemCategories,
  customerCategories,
  policies,
  baseCurrency,
}: {
  line: Pick<AdjustmentLine, 'customer' | 'item' | 'unit' | 'minQty' | 'currency'>
  date: string
  item: (ItemUnits & { id: Id; listPrice?: string | number | null }) | null
  itemCategories: readonly Id[]
  customerCategories: readonly Id[]
  policies: readonly PolicyRow[]
  baseCurrency: string
}): number | null {
  const factor = item ? (factorOf(item, line.unit) ?? d(1)) : d(1)
  const { price } = resolvePrice({
    item: item
      ? { ...item, categories: itemCategories, listPrice: line.currency === baseCurrency ? (item.listPrice ?? null) : null }
      : { id: nobody, unit: '', categories: itemCategories, listPrice: null },
    customer: { id: line.customer ?? nobody, categories: customerCategories },
    qty: line.minQty === null ? 1 : d(line.minQty).div(factor),
    unit: line.unit,
    date,
    currency: line.currency,
    policies,
    methods: ['policy', 'list'],
  })
  return price ? toNumber(price) : null
}
