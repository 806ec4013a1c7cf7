import { d, Decimal, type Numeric } from '../kernel/decimal'
import { roundAmount } from '../kernel/money'

/** The part of a line that was invoiced before its price changed: it keeps its amounts, the new price applies to the rest (O-48). */
export type EarlierPart = { qty: Numeric; gross: Numeric; net: Numeric; baseGross: Numeric; baseNet: Numeric }

export type EarlierFigure = 'gross' | 'net' | 'baseGross' | 'baseNet'

type Line = { qty: Numeric; earlier?: EarlierPart | null } & Partial<Record<EarlierFigure, Numeric>>

/**
 * What the first `qty` of a line amount to, unrounded: the earlier part at its own amounts, then the rest evenly. Without an earlier part
 * total × qty / line qty. Worked: 10 pieces, 4 invoiced at 100, the rest at 200 → the first 5 are 600, all 10 are 1,600.
 */
export function amountUpTo({ line, figure, qty }: { line: Line; figure: EarlierFigure; qty: Numeric }): Decimal {
  const total = d(line[figure] ?? 0)
  const before = d(line.earlier?.qty ?? 0)
  const settled = d(line.earlier?.[figure] ?? 0)
  const upTo = d(qty)
  if (before.gt(0) && upTo.lte(before)) return settled.times(upTo).div(before)
  const rest = d(line.qty).minus(before)
  return rest.lte(0) ? total : settled.plus(total.minus(settled).times(upTo.minus(before)).div(rest))
}

/**
 * What the last `left` of a line amount to, to the cent: what is open of it is the part at the newest price. It is the total less what
 * went before, so that a half cent is counted once: 6,445.72 of 8, one gone at 805.72 (805.715) → 5,640.00, not 5,640.01.
 */
export const amountOfLast = ({ line, figure, left }: { line: Line; figure: EarlierFigure; left: Numeric }): Decimal =>
  roundAmount(d(line[figure] ?? 0)).minus(roundAmount(amountUpTo({ line, figure, qty: Decimal.max(0, d(line.qty).minus(d(left))) })))
