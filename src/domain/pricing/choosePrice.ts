import { d, type Decimal, type Numeric } from '../kernel/decimal'
import { roundPrice } from '../kernel/money'
import type { ResolvedPrice, TraceStep } from './resolvePrice'

export type ChosenPrice = {
  price: Decimal | null
  priceSource: 'auto' | 'manual'
  trace: TraceStep[]
  /** what the policy would give now, when that differs from a manual price: the line offers re-price */
  policyNow?: Decimal
}

/** The earlier document a typed price was taken from, as the trace keeps it. */
export type PriceSource = { slug: string; no: string; date: string }

export type TypedPrice = { price: Numeric; user?: string | number | null; source?: PriceSource | null }

/**
 * Which price a line carries: manual > quoted line > policy and methods. A manual price survives every later change of quantity
 * or date (P-26): 88 typed, quantity crosses a break of 85 → stays 88, `policyNow` 85.
 */
export function choosePrice(line: {
  manual?: TypedPrice | null
  quoted?: { price: Numeric; quote: string | number; line: string } | null
  resolved: ResolvedPrice
}): ChosenPrice {
  const { manual, quoted, resolved } = line
  if (manual) {
    const price = roundPrice(d(manual.price))
    const differs = resolved.price && !resolved.price.eq(price)
    const trace: TraceStep[] = [{ rule: 'manual', user: manual.user ?? null, price: price.toString(), ...(manual.source ?? {}) }]
    return { price, priceSource: 'manual', trace, ...(differs && resolved.price ? { policyNow: resolved.price } : {}) }
  }
  if (quoted) {
    const price = roundPrice(d(quoted.price))
    return { price, priceSource: 'auto', trace: [{ rule: 'quotedLine', quote: quoted.quote, line: quoted.line, price: price.toString() }] }
  }
  return { price: resolved.price, priceSource: 'auto', trace: resolved.trace }
}
