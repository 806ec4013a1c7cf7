import { d, type Decimal, type Numeric } from '../kernel/decimal'
import { roundAmount, roundQty, toNumber } from '../kernel/money'
import { amountUpTo, type EarlierPart } from '../orders/earlierPart'

/** Amounts of a line that is delivered or invoiced in parts; document currency and base currency. */
export type LineTotals = {
  qty: Numeric
  stockQty: Numeric
  gross: Numeric
  net: Numeric
  baseGross: Numeric
  baseNet: Numeric
  earlier?: EarlierPart | null
}

/** What other documents, or former lines of the same one, have taken of the line already. */
export type Taken = { qty: Numeric; gross: Numeric; net: Numeric; baseGross: Numeric; baseNet: Numeric }

export const nothingTaken: Taken = { qty: 0, gross: 0, net: 0, baseGross: 0, baseNet: 0 }

export type Share = {
  stockQty: number
  gross: number
  net: number
  tax: number
  baseGross: number
  baseNet: number
  baseTax: number
}

/**
 * The part of a line's amounts that belongs to a quantity of it (F2): cumulative, so that all parts add up to the line exactly.
 * 100.00 of 3 in 1, 1, 1 → 33.33, 33.34, 33.33. Beyond the line's quantity the same price goes on. Tax is gross less net.
 */
export function shareOf({ line, qty, taken }: { line: LineTotals; qty: Numeric; taken: Taken }): Share {
  const cumQty = d(taken.qty).plus(d(qty))
  const part = (figure: 'gross' | 'net' | 'baseGross' | 'baseNet'): Decimal =>
    d(line.qty).isZero() ? d(0) : roundAmount(amountUpTo({ line, figure, qty: cumQty })).minus(d(taken[figure]))
  const [gross, net, baseGross, baseNet] = [part('gross'), part('net'), part('baseGross'), part('baseNet')]
  const factor = d(line.qty).isZero() ? d(0) : d(line.stockQty).div(d(line.qty))
  return {
    stockQty: toNumber(roundQty(d(qty).times(factor))),
    gross: toNumber(gross),
    net: toNumber(net),
    tax: toNumber(gross.minus(net)),
    baseGross: toNumber(baseGross),
    baseNet: toNumber(baseNet),
    baseTax: toNumber(baseGross.minus(baseNet)),
  }
}

/** Taken so far plus one more share: lines of one document that draw on the same line follow each other. */
export const alsoTaken = (taken: Taken, qty: Numeric, share: Share): Taken => ({
  qty: d(taken.qty).plus(d(qty)),
  gross: d(taken.gross).plus(d(share.gross)),
  net: d(taken.net).plus(d(share.net)),
  baseGross: d(taken.baseGross).plus(d(share.baseGross)),
  baseNet: d(taken.baseNet).plus(d(share.baseNet)),
})
