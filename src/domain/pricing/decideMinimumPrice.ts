import { d, type Decimal, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { roundPrice } from '../kernel/money'
import type { MinimumPrice } from './applicableMinimum'
import type { Id } from './policyLevels'

export type MinimumPriceMode = 'off' | 'warn' | 'release' | 'forbid'

export type MinimumPriceLine = {
  index: number
  item: Id
  free?: boolean | null
  /** net of tax and of all discounts incl. the header's share, per stock unit, not rounded (see netUnitPriceStock) */
  netUnitPriceStock: Numeric
  minimum: { value: Numeric; source: MinimumPrice['source'] | string } | null
}

export type MinimumPriceFacts = {
  lines: readonly MinimumPriceLine[]
  mode: MinimumPriceMode
  /** the user's right `sellBelowMinimum` */
  maySellBelow: boolean
  /** the user's right `seeMinimumPrice` */
  seesMinimum: boolean
  /** returns and credit notes, free samples */
  exempt: boolean
}

/**
 * The net price of a line per stock unit in base currency: box of 12 at 119.99 → 9.99916…, compared unrounded so that nothing slips
 * by. Without a header discount it comes from the price itself: a rivet of 0.10 must not look cheaper because the line's amount was
 * rounded to cents. With one, the line's discounted amount decides.
 */
export function netUnitPriceStock(line: {
  price: Numeric | null
  discountRate?: Numeric | null
  taxRate?: Numeric | null
  /** derived from the line's amount after its share of the header discount */
  netPrice: Numeric
  qty: Numeric
  stockQty: Numeric
  taxMode: 'inclusive' | 'exclusive'
  headerDiscount: Numeric | null
  exchangeRate: Numeric
}): Decimal {
  const factor = d(line.qty).isZero() ? d(1) : d(line.stockQty).div(d(line.qty))
  const discounted = d(line.price).times(d(1).minus(d(line.discountRate).div(100)))
  const net = line.taxMode === 'exclusive' ? discounted : discounted.div(d(1).plus(d(line.taxRate).div(100)))
  const perUnit = d(line.headerDiscount).gt(0) ? d(line.netPrice) : roundPrice(net)
  return (factor.isZero() ? perUnit : perUnit.div(factor)).times(d(line.exchangeRate))
}

/**
 * Minimum price (最低售价): strictly below is a breach, equal passes; lowest 10.00 → 9.99 breach, 10.00 passes. Free lines, returns and
 * credit notes are exempt. Who may sell below passes with a warning that is audited. Who may not see the minimum is not told it.
 */
export function decideMinimumPrice(facts: MinimumPriceFacts): Finding[] {
  if (facts.mode === 'off' || facts.exempt) return []
  return facts.lines.flatMap((line): Finding[] => {
    const net = d(line.netUnitPriceStock)
    if (line.free || !line.minimum || d(line.minimum.value).lte(0) || net.gte(d(line.minimum.value))) return []
    const passes = facts.mode === 'warn' || facts.maySellBelow
    const minimum = facts.seesMinimum ? { minimum: d(line.minimum.value).toNumber(), minimumSource: line.minimum.source } : {}
    return [
      {
        code: 'BELOW_MINIMUM_PRICE',
        severity: passes ? 'warning' : 'error',
        path: `lines.${line.index}.price`,
        facts: {
          item: line.item,
          netPrice: shown(net, d(line.minimum.value)),
          ...minimum,
          ...(facts.maySellBelow ? { audited: true } : {}),
        },
        remedy: {
          action: facts.mode === 'release' && !passes ? 'requestRelease' : 'raisePrice',
          ...(facts.seesMinimum ? { facts: { minimum: d(line.minimum.value).toNumber() } } : {}),
        },
      },
    ]
  })
}

/** 6 decimals, unless rounding would make a price below the minimum look equal to it. */
const shown = (net: Decimal, minimum: Decimal): number =>
  (roundPrice(net).lt(minimum) ? roundPrice(net) : net.toDecimalPlaces(6, 1)).toNumber()
