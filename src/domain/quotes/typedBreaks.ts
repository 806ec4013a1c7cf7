import { d, type Numeric } from '../kernel/decimal'

type Break = { qty: Numeric; price?: Numeric | null }
type Line = { item: number; unit?: string | null; breaks?: readonly Break[] | null }

const isPriced = (one: Break): one is Break & { price: Numeric } => one.price !== null && one.price !== undefined

/**
 * The breaks of a line whose price somebody has typed since it was stored: a price that stood for the same quantity of the same goods is
 * only sent back. 500 @ 8 stored and sent again is none, 500 @ 7 and 600 @ 8 are.
 */
export function typedBreaks(line: Line, stored: Line | undefined): Array<{ qty: Numeric; price: Numeric }> {
  const isSame = stored?.item === line.item && (!line.unit || stored.unit === line.unit)
  const before = isSame ? (stored.breaks ?? []) : []
  const stood = ({ qty, price }: { qty: Numeric; price: Numeric }): boolean =>
    before.some((one) => isPriced(one) && d(one.qty).eq(d(qty)) && d(one.price).eq(d(price)))
  return (line.breaks ?? []).filter(isPriced).filter((one) => !stood(one))
}
