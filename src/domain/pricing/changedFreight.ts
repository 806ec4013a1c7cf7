import { d, type Decimal, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { roundAmount, toNumber } from '../kernel/money'
import { splitByWeight } from '../kernel/split'

import { type Freight, freightGross, freightPart, type OrderFreight, taxFreight } from './freight'
import type { TaxMode } from './taxLine'

type Amounts = { gross: Decimal; net: Decimal }

/** What an order change says of freight; empty leaves it as it is. */
export type AskedFreight = { freight?: number | null; freightTaxRate?: number | null }

type FreightField = 'freight' | 'freightTaxRate'
export type ChangedFreight = {
  freight: OrderFreight
  differences: Array<{ field: FreightField; before: number | null; after: number | null }>
  findings: Finding[]
}

const isSaid = (value: number | null | undefined): value is number => value !== null && value !== undefined

/** Whether a change of this kind says something that differs. */
export const asksFreight = (order: Freight, asked: AskedFreight): boolean =>
  (isSaid(asked.freight) && !roundAmount(asked.freight).eq(d(order.freight ?? 0))) ||
  (isSaid(asked.freightTaxRate) &&
    !(isSaid(order.freightTaxRate) ? d(asked.freightTaxRate).eq(order.freightTaxRate) : d(order.freight ?? 0).isZero()))

/**
 * The freight of an order after a change: what is billed keeps its amount and its tax, what is left of the new freight is taxed at the rate
 * that holds from now on. Worked: 113.00 at 13 %, 37.67 billed (33.34 + 4.33), now 150.00 at 9 % → 33.34 + r2(112.33 / 1.09) = 136.40, tax 13.60.
 * Below what is billed, or more where nothing is left to bill it with, it is refused. A change that leaves nothing to bill lets the rest of
 * the freight lapse, as it does the rest of a header discount.
 */
export function changedFreight({
  order,
  asked,
  mode,
  rates,
  charged,
  billable,
}: {
  order: OrderFreight & { no: string }
  asked: AskedFreight
  mode: TaxMode
  /** tax rates of the lines as they become */
  rates: ReadonlyArray<number | null>
  /** what invoices, drafts included, have charged of it, less what was credited */
  charged: { gross: Numeric; net: Numeric }
  /** whether anything of the order is still to be billed, before and after the change */
  billable: { before: boolean; after: boolean }
}): ChangedFreight {
  const stored = freightPart(order)
  const unchanged: ChangedFreight = { freight: stored, differences: [], findings: [] }
  const billed: Amounts = { gross: d(charged.gross), net: d(charged.net) }
  const inMode = ({ gross, net }: Amounts): Decimal => (mode === 'inclusive' ? gross : net)
  const former = d(order.freight ?? 0)
  if (!asksFreight(order, asked)) {
    const lapses = billable.before && !billable.after && freightGross(order).gt(billed.gross)
    if (!lapses) return unchanged
    const kept = toNumber(inMode(billed))
    return {
      ...unchanged,
      freight: asCharged({ stored, amount: kept, rate: order.freightTaxRate ?? null, amounts: billed, billed }),
      differences: [{ field: 'freight', before: toNumber(former), after: kept }],
    }
  }
  const amount = isSaid(asked.freight) ? roundAmount(asked.freight) : former
  const rest = amount.minus(inMode(billed))
  const facts = { order: order.no, freight: toNumber(amount), charged: toNumber(inMode(billed)) }
  const refused = (code: 'BELOW_PROCESSED' | 'PRICE_LOCKED', path: FreightField): ChangedFreight => ({
    ...unchanged,
    findings: [{ code, severity: 'error', path, facts, remedy: { action: 'keepCharged', facts: { freight: facts.charged } } }],
  })
  if (rest.lt(0)) return refused('BELOW_PROCESSED', 'freight')
  if (rest.gt(0) && !billable.after) return refused('PRICE_LOCKED', 'freight')
  const taxed = rates.filter((rate) => rate !== null)
  const untold = former.isZero() && taxed.length > 0 ? Math.max(...taxed) : null
  const rate = asked.freightTaxRate ?? order.freightTaxRate ?? untold
  const otherRate = rate !== (order.freightTaxRate ?? null)
  if (otherRate && rest.isZero() && billed.gross.gt(0)) return refused('PRICE_LOCKED', 'freightTaxRate')
  const left = taxFreight({ freight: rest, taxRate: rate, mode })
  const amounts = { gross: billed.gross.plus(left.gross), net: billed.net.plus(left.net) }
  return {
    ...unchanged,
    freight: asCharged({ stored, amount: toNumber(amount), rate, amounts, billed }),
    differences: [
      ...(amount.eq(former) ? [] : [{ field: 'freight' as const, before: toNumber(former), after: toNumber(amount) }]),
      ...(otherRate ? [{ field: 'freightTaxRate' as const, before: order.freightTaxRate ?? null, after: rate }] : []),
    ],
  }
}

/** Freight that a person decided: of the documents it came from it takes what it is now, in the proportion of before. */
function asCharged({
  stored,
  amount,
  rate,
  amounts,
  billed,
}: {
  stored: OrderFreight
  amount: number
  rate: number | null
  amounts: Amounts
  billed: Amounts
}): OrderFreight {
  const parts = stored.freightOf ?? []
  const shares = parts.length === 0 ? [] : splitByWeight(amounts.gross, parts.map(({ gross }) => d(gross))) // prettier-ignore
  return {
    freight: amount,
    freightTaxRate: rate,
    freightNet: toNumber(amounts.net),
    freightTax: toNumber(amounts.gross.minus(amounts.net)),
    freightTyped: true,
    freightOf: parts.map((part, index) => ({ ...part, gross: toNumber(shares[index] ?? d(0)) })).filter(({ gross }) => gross !== 0),
    freightEarlier: billed.gross.isZero() ? null : { gross: toNumber(billed.gross), net: toNumber(billed.net) },
  }
}
