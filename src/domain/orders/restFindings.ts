import type { Decimal } from '../kernel/decimal'
import { d, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { roundQty, toNumber } from '../kernel/money'
import type { ChangedAmounts, LineInChange } from './changedAmounts'

/** What one open piece costs before the header discount. */
const pieceOf = (line: LineInChange): Decimal =>
  line.after && !line.after.free ? d(line.after.price ?? 0).times(d(1).minus(d(line.after.discountRate ?? 0).div(100))) : d(0)

/**
 * Refuses a change whose open rest cannot carry what is left of the header discount, and says what is possible: the quantity from which the
 * line that shrinks can carry it. 10 × 100 less 500, 5 invoiced, now 6: 250 are to be carried by 100, at least 7.5 are needed (or 5, what is
 * invoiced: then nothing is open and the rest of the discount lapses).
 */
export function restFindings({
  order,
  headerDiscount,
  short,
  lines,
}: {
  order: string
  headerDiscount: Numeric
  short: NonNullable<ChangedAmounts['short']>
  lines: ReadonlyArray<LineInChange & { after: ({ qty: Numeric } & NonNullable<LineInChange['after']>) | null }>
}): Finding[] {
  const shrinking = lines.find((line) => line.before && line.after && d(line.after.open).lt(d(line.before.open.qty)))
  const carrier = shrinking ?? lines.find((line) => pieceOf(line).gt(0))
  const piece = carrier ? pieceOf(carrier) : d(0)
  const more = piece.gt(0) ? roundQty(short.missing.div(piece)) : null
  const enough = more && more.times(piece).lt(short.missing) ? more.plus('0.0001') : more
  const qty = carrier?.after ? d(carrier.after.qty) : null
  const settled = qty && carrier?.after ? qty.minus(d(carrier.after.open)) : null
  const only = lines.filter(({ after }) => after && d(after.open).gt(0)).length === 1
  return [
    {
      code: 'BELOW_PROCESSED',
      severity: 'error',
      path: 'lines',
      facts: {
        order,
        headerDiscount: toNumber(d(headerDiscount)),
        carried: toNumber(short.carried),
        rest: toNumber(short.rest),
        missing: toNumber(short.missing),
      },
      remedy: {
        action: 'keepRest',
        facts: {
          ...(qty && enough ? { minimumQty: toNumber(qty.plus(enough)) } : {}),
          ...(only && settled?.gt(0) ? { settledQty: toNumber(settled) } : {}),
        },
      },
    },
  ]
}
