import { d, Decimal, type Numeric } from '../kernel/decimal'
import { roundAmount } from '../kernel/money'

export const lineFigures = ['gross', 'net', 'baseGross', 'baseNet'] as const
export type LineFigure = (typeof lineFigures)[number]

/** A quantity of a line with what it amounts to, in document and base currency. */
export type LinePart = { qty: Numeric } & Record<LineFigure, Numeric>

/**
 * What of a line keeps its amounts whatever an order change does to the rest: its first pieces (`qty` with their amounts), and its last ones
 * (`gone`: given up by a return). Between them lies what is open, at the newest price (O-48).
 */
export type EarlierPart = LinePart & { gone?: LinePart | null }

type Line = { qty: Numeric; earlier?: EarlierPart | null } & Partial<Record<LineFigure, Numeric>>

/**
 * What the first `qty` of a line amount to, unrounded: the earlier part at its own amounts, then what is open evenly, then what is gone.
 * Without an earlier part total × qty / line qty. Worked: 10 pieces, 4 invoiced at 100, the rest at 200 → the first 5 are 600, all 10 are
 * 1,600. Beyond the line's quantity the last price goes on.
 */
export function amountUpTo({ line, figure, qty }: { line: Line; figure: LineFigure; qty: Numeric }): Decimal {
  const [total, upTo] = [d(line[figure] ?? 0), d(qty)]
  const { earlier } = line
  if (!earlier) return d(line.qty).gt(0) ? total.times(upTo).div(d(line.qty)) : total
  const [before, settled] = [d(earlier.qty), d(earlier[figure])]
  const [gone, lost] = [d(earlier.gone?.qty ?? 0), d(earlier.gone?.[figure] ?? 0)]
  if (before.gt(0) && upTo.lte(before)) return settled.times(upTo).div(before)
  const open = Decimal.max(0, d(line.qty).minus(before).minus(gone))
  if (gone.gt(0) && upTo.gt(before.plus(open))) return total.minus(lost).plus(lost.times(upTo.minus(before).minus(open)).div(gone))
  return open.isZero() ? total.minus(lost) : settled.plus(total.minus(lost).minus(settled).times(upTo.minus(before)).div(open))
}

/**
 * What of a line lies between two quantities of it, to the cent: the difference of what is rounded on either side, so that a half cent is
 * counted once and all parts add up. 6,445.72 of 8, from 1 to 8 → 5,640.00, not 5,640.01.
 */
export const amountBetween = ({ line, figure, from, to }: { line: Line; figure: LineFigure; from: Numeric; to: Numeric }): Decimal =>
  d(to).lte(d(from)) ? d(0) : roundAmount(amountUpTo({ line, figure, qty: to })).minus(roundAmount(amountUpTo({ line, figure, qty: from })))
