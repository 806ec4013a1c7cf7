import { d, Decimal } from '../kernel/decimal'
import { listPrice as listPriceLevel } from './policyLevels'
import type { PricingMethod } from './priceFacts'
import { rateOf, text, withGrade, type Found, type Line } from './pricedLine'
import { factorOf } from './units'

/** The list price, less the grade discount. */
export function fromList(line: Line): Found {
  return line.list
    ? withGrade(line, line.list, [{ rule: listPriceLevel.name, price: text(line.list) }], false)
    : { skipped: 'listPriceUnknown' }
}

/** The latest selling price, brought to the unit of the line. */
function fromLatestPrice({ facts, factor }: Line): Found {
  const latest = facts.latestPrice
  if (!latest) return { skipped: 'noEarlierSale' }
  const soldIn = factorOf(facts.item, latest.unit)
  if (!soldIn) return { skipped: 'unitUnknown' }
  const price = d(latest.price).div(soldIn).times(factor)
  const { slug, id, no, date, line, customer } = latest.source
  const source = { sourceSlug: slug, sourceId: id, sourceNo: no ?? null, sourceDate: date ?? null, sourceLine: line ?? null }
  return { price, steps: [{ rule: 'latestPrice', ...source, sourceCustomer: customer ?? null, price: text(price) }] }
}

/** Latest cost plus markup; an unknown cost gives no price and says so, never 0 (P-25). */
function fromLatestCost({ facts, factor }: Line): Found {
  const { cost, markupRate } = facts
  if (cost === null || cost === undefined || d(cost).lte(0)) return { skipped: 'costUnknown' }
  if (markupRate === null || markupRate === undefined || markupRate === '') return { skipped: 'markupUnknown' }
  const price = d(cost)
    .times(new Decimal(1).plus(d(markupRate).div(100)))
    .times(factor)
    .div(rateOf(facts))
  return { price, steps: [{ rule: 'latestCostPlus', cost: d(cost).toString(), markupRate: d(markupRate).toString(), price: text(price) }] }
}

/** Where a price comes from when no policy gives one; candidates are told in this order. */
export const otherMethods: Readonly<Record<Exclude<PricingMethod, 'policy'>, (line: Line) => Found>> = {
  latestPrice: fromLatestPrice,
  latestCostPlus: fromLatestCost,
  list: fromList,
}
