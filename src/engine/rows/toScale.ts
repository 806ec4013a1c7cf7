import { d, Decimal } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'

/**
 * A figure as a column with so many decimal places holds it, HALF_UP away from zero. Most figures have no more places already: then they are
 * the nearest number there is to what they would be rounded to.
 */
export function toScale(figure: number | string, scale: number): number {
  if (typeof figure === 'number' && (Number.isSafeInteger(figure) || Number(figure.toFixed(scale)) === figure))
    return figure === 0 ? 0 : figure
  return toNumber(d(figure).toDecimalPlaces(scale, Decimal.ROUND_HALF_UP))
}
