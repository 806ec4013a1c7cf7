import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { groupBy } from '../kernel/groupBy'
import { roundAmount, toNumber } from '../kernel/money'
import { taxLine, toBase } from '../pricing/taxLine'
import { shareOf, type LineTotals, type Share, type Taken } from './shareOf'
import type { ReturnKind } from './return'

export type ReturnableLine = {
  index: number
  deliveryLine: string
  item: number | string
  delivered: Numeric
  /** by other returns of the line, drafts included, for refund or replacement */
  returnedBefore: Numeric
  qty: Numeric
  price: number | null
  originalPrice: number | null
}

const overReturn = (index: number, field: 'qty' | 'price', facts: Record<string, unknown>, remedy: Record<string, unknown>): Finding => ({
  code: 'OVER_RETURN',
  severity: 'error',
  path: `lines.${index}.${field}`,
  facts,
  remedy: { action: field === 'qty' ? 'reduceQty' : 'lowerPrice', facts: remedy },
})

/** Over-return (超退): per delivery line no more than delivered less returned, at no more than its price (O-51). */
export function decideReturn(lines: readonly ReturnableLine[]): Finding[] {
  const tooMuch = [...groupBy(lines, ({ deliveryLine }) => deliveryLine).values()].flatMap((group): Finding[] => {
    const [line] = group
    if (!line) return []
    const returnable = Decimal.max(0, d(line.delivered).minus(d(line.returnedBefore)))
    const qty = group.reduce((sum, part) => sum.plus(d(part.qty)), d(0))
    if (qty.lte(returnable)) return []
    const figures = { item: line.item, qty: toNumber(qty), returnable: toNumber(returnable), excess: toNumber(qty.minus(returnable)) }
    return [overReturn(line.index, 'qty', figures, { qty: figures.returnable })]
  })
  const tooDear = lines.flatMap(({ index, item, price, originalPrice }): Finding[] =>
    price !== null && d(price).gt(d(originalPrice))
      ? [overReturn(index, 'price', { item, price, originalPrice }, { price: originalPrice })]
      : [],
  )
  return [...tooMuch, ...tooDear]
}

export type Credited = {
  stockQty: number
  net: number
  tax: number
  gross: number
  baseNet: number
  baseTax: number
  baseGross: number
}

/**
 * What is to be credited for a returned quantity. A refund at the original price gives back its cumulative share of the line, so that
 * returning all nets to 0.00 (F2); at a lower price what that price comes to. What price-only returns gave back before is not given back
 * again: 10 at 100, lowered to 90, 5 returned → 450, as the credit note will say. Price only gives back the difference to the new price:
 * 100 pieces at 20, now 18 → 200.00 (O-52), less what earlier price-only returns gave back. A replacement gives nothing back. Goods that replaced others carry no
 * amounts of their own (`unshared`): they are credited at their price.
 */
export function creditOf({
  kind,
  line,
  qty,
  price,
  originalPrice,
  taken,
  alreadyLowered,
  terms,
}: {
  kind: ReturnKind
  line: LineTotals
  qty: Numeric
  price: number | null
  originalPrice: number | null
  taken: Taken
  alreadyLowered: { gross: Numeric; net: Numeric }
  terms: {
    mode: 'inclusive' | 'exclusive'
    taxRate: number | null
    discountRate: number | null
    exchangeRate: number
    free: boolean
    unshared?: boolean
  }
}): Credited {
  const share = isLowered(alreadyLowered)
    ? shareOfLowered({ line, qty, taken, alreadyLowered }, terms.exchangeRate)
    : shareOf({ line, qty, taken })
  const lowered = price !== null && !terms.free && !d(price).eq(d(originalPrice))
  if (kind === 'replace') return amounts(share.stockQty, d(0), d(0), terms.exchangeRate)
  if (kind === 'refund' && !lowered && !terms.unshared) return share
  const at = taxLine({ mode: terms.mode, price: price ?? 0, qty, taxRate: terms.taxRate, discountRate: terms.discountRate })
  if (kind === 'refund' && isLowered(alreadyLowered) && at.gross.gte(share.gross)) return share
  if (kind === 'refund') return amounts(share.stockQty, at.gross, at.net, terms.exchangeRate)
  const whole = (total: Numeric): Decimal => roundAmount(d(total).times(d(qty)).div(d(line.qty)))
  const gross = whole(line.gross).minus(at.gross).minus(d(alreadyLowered.gross))
  const net = whole(line.net).minus(at.net).minus(d(alreadyLowered.net))
  return amounts(share.stockQty, gross, net, terms.exchangeRate)
}

type Lowered = { gross: Numeric; net: Numeric }

const isLowered = ({ gross }: Lowered): boolean => d(gross).gt(0)

/** The share of a line that price-only returns have made cheaper: what is left of it over what is left of its quantity. */
function shareOfLowered(of: { line: LineTotals; qty: Numeric; taken: Taken; alreadyLowered: Lowered }, rate: number): Share {
  const { line, qty, taken, alreadyLowered } = of
  const rest = d(line.qty).minus(d(taken.qty))
  const part = (figure: 'gross' | 'net'): Decimal => {
    const left = d(line[figure]).minus(d(taken[figure])).minus(d(alreadyLowered[figure]))
    return d(qty).gte(rest) ? left : roundAmount(left.times(d(qty)).div(rest))
  }
  const { stockQty } = shareOf({ line, qty, taken })
  return amounts(stockQty, Decimal.max(0, part('gross')), Decimal.max(0, part('net')), rate)
}

function amounts(stockQty: number, gross: Decimal, net: Decimal, rate: number): Credited {
  const base = toBase({ amounts: { gross, net }, rate })
  return {
    stockQty,
    gross: toNumber(gross),
    net: toNumber(net),
    tax: toNumber(gross.minus(net)),
    baseGross: toNumber(base.gross),
    baseNet: toNumber(base.net),
    baseTax: toNumber(base.tax),
  }
}
