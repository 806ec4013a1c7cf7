import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { roundAmount, roundQty, toNumber } from '../kernel/money'
import { cumulativePart } from '../kernel/split'
import { taxLine, type TaxMode } from '../pricing/taxLine'
import type { LineTotals, Share } from './shareOf'

const figures = ['gross', 'net', 'baseGross', 'baseNet'] as const
type Figure = (typeof figures)[number]

/** What credit notes have taken of an invoice line already; `lowered` is the part of it that corrected prices only. */
export type Credited = { qty: Numeric; mirrored: boolean; lowered: Numeric; loweredNet: Numeric } & Record<Figure, Numeric>

export const nothingCredited: Credited = {
  qty: 0,
  mirrored: true,
  lowered: 0,
  loweredNet: 0,
  gross: 0,
  net: 0,
  baseGross: 0,
  baseNet: 0,
}

export type CreditAsked = {
  line: LineTotals & { taxRate: Numeric | null; discountRate?: Numeric | null }
  qty: Numeric
  /** Unit price in the terms of the invoice line: credited per unit, or, price only, the new price. null = as invoiced. */
  price: Numeric | null
  /** A correction of the price alone: no quantity comes back, what is credited is old price − new price − what was lowered before. */
  priceOnly: boolean
  credited: Credited
  taxMode: TaxMode
  exchangeRate: Numeric
}

/**
 * What a credit note takes back of an invoice line. As invoiced: the cumulative share (F2), so that crediting all of it nets to 0.00:
 * 100.00 of 3 in 1, 1, 1 → 33.33, 33.34, 33.33. At a price of its own: F1 on that price, never more than what is left of the line;
 * from then on the rest of the line's amount is shared over the rest of its quantity. Price only (O-52): 100 at 20, now 18 → 200.00.
 */
export function creditShare(asked: CreditAsked): Share {
  const { line, qty, price, priceOnly } = asked
  const share = mirroredShare(asked)
  const amounts = price === null && !priceOnly ? share : atPrice(asked, share)
  const factor = d(line.qty).isZero() ? d(0) : d(line.stockQty).div(d(line.qty))
  return {
    stockQty: priceOnly ? 0 : toNumber(roundQty(d(qty).times(factor))),
    gross: toNumber(amounts.gross),
    net: toNumber(amounts.net),
    tax: toNumber(amounts.gross.minus(amounts.net)),
    baseGross: toNumber(amounts.baseGross),
    baseNet: toNumber(amounts.baseNet),
    baseTax: toNumber(amounts.baseGross.minus(amounts.baseNet)),
  }
}

type Amounts = Record<Figure, Decimal>

const perFigure = (of: (figure: Figure) => Decimal): Amounts => Object.fromEntries(figures.map((figure) => [figure, of(figure)])) as Amounts

function mirroredShare({ line, qty, credited }: CreditAsked): Amounts {
  const restQty = d(line.qty).minus(d(credited.qty))
  return perFigure((figure) => {
    const left = d(line[figure]).minus(d(credited[figure]))
    if (restQty.lte(0)) return d(0)
    if (d(qty).gte(restQty)) return left
    return credited.mirrored
      ? cumulativePart({ lineTotal: line[figure], lineQty: line.qty, cumQty: d(credited.qty).plus(d(qty)), already: credited[figure] })
      : roundAmount(left.times(d(qty)).div(restQty))
  })
}

function atPrice({ line, qty, price, priceOnly, credited, taxMode, exchangeRate }: CreditAsked, share: Amounts): Amounts {
  const left = perFigure((figure) => d(line[figure]).minus(d(credited[figure])))
  const taxed = taxLine({ mode: taxMode, price: price ?? 0, qty, taxRate: line.taxRate, discountRate: line.discountRate ?? 0 })
  const original = (figure: 'gross' | 'net'): Decimal =>
    d(line.qty).isZero() ? d(0) : roundAmount(d(line[figure]).times(d(qty)).div(d(line.qty)))
  const wanted = priceOnly
    ? {
        gross: original('gross').minus(taxed.gross).minus(d(credited.lowered)),
        net: original('net').minus(taxed.net).minus(d(credited.loweredNet)),
      }
    : taxed
  if (wanted.gross.gte(left.gross)) return left
  if (!priceOnly && wanted.gross.gte(share.gross) && credited.mirrored) return share
  const base = (amount: Decimal): Decimal => roundAmount(amount.times(d(exchangeRate)))
  const [gross, net] = [Decimal.max(0, wanted.gross), Decimal.max(0, wanted.net)]
  return { gross, net, baseGross: base(gross), baseNet: base(net) }
}

/** Credited so far plus one more share; a share at a price of its own ends the cumulative split. */
export const alsoCredited = ({
  credited,
  qty,
  share,
  priceOnly,
  ownPrice,
}: {
  credited: Credited
  qty: Numeric
  share: Share
  priceOnly: boolean
  ownPrice: boolean
}): Credited => ({
  qty: priceOnly ? credited.qty : d(credited.qty).plus(d(qty)),
  mirrored: credited.mirrored && !ownPrice && !priceOnly,
  lowered: priceOnly ? d(credited.lowered).plus(d(share.gross)) : credited.lowered,
  loweredNet: priceOnly ? d(credited.loweredNet).plus(d(share.net)) : credited.loweredNet,
  gross: d(credited.gross).plus(d(share.gross)),
  net: d(credited.net).plus(d(share.net)),
  baseGross: d(credited.baseGross).plus(d(share.baseGross)),
  baseNet: d(credited.baseNet).plus(d(share.baseNet)),
})

/**
 * A credit note never takes back more than was invoiced: neither quantity nor amount of the line, nor a price above the invoiced
 * one. Equal passes. 10 invoiced, 6 credited: 4 pass, 5 are refused with the excess 1.
 */
export function decideCreditLine(asked: {
  index: number
  item: string | number
  invoice: string
  line: { qty: Numeric; price: Numeric | null }
  qty: Numeric
  price: Numeric | null
  priceOnly: boolean
  credited: Pick<Credited, 'qty'>
  /** What would be credited. */
  amount: Numeric
  /** What a unit costs after earlier corrections of its price: a new one has to be below it. */
  priceLeft: number
}): Finding[] {
  const { index, item, invoice, line, credited } = asked
  const findings: Finding[] = []
  const rest = Decimal.max(0, d(line.qty).minus(d(credited.qty)))
  const over = (path: string, facts: Record<string, unknown>, remedy: Record<string, unknown>): void => {
    findings.push({
      code: 'OVER_INVOICE',
      severity: 'error',
      path,
      facts: { item, invoice, ...facts },
      remedy: { action: 'reduceQty', facts: remedy },
    })
  }
  if (d(asked.qty).gt(rest)) {
    const billable = toNumber(rest)
    over(`lines.${index}.qty`, { qty: toNumber(d(asked.qty)), billable, excess: toNumber(d(asked.qty).minus(rest)) }, { qty: billable })
  }
  if (asked.price !== null && d(asked.price).gt(d(line.price ?? 0))) {
    findings.push({
      code: 'INVALID_INPUT',
      severity: 'error',
      path: `lines.${index}.price`,
      facts: { field: 'price', value: toNumber(d(asked.price)), accepted: `≤ ${toNumber(d(line.price ?? 0))}` },
    })
  }
  if (findings.length === 0 && asked.priceOnly && d(asked.amount).lte(0)) {
    findings.push({
      code: 'INVALID_INPUT',
      severity: 'error',
      path: `lines.${index}.price`,
      facts: {
        field: 'price',
        value: asked.price === null ? null : toNumber(d(asked.price)),
        accepted: `< ${asked.priceLeft}`,
      },
    })
  }
  return findings
}
