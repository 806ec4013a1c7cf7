import type { LineMargin } from '@/src/questions/orders/orderMargin'

/** The margins of a line as its cells show them. */
export const marginCells = ({ cost, profit, rate }: LineMargin): Record<string, number | null> => ({
  unitCost: cost,
  profit,
  marginRate: rate,
})

type Cells = Readonly<Record<string, unknown>>
const joined = new WeakMap<Cells, { line: Cells | undefined; both: Cells }>()

/** The margin of a line with what else is told of it: the same object while both are, so that a key redraws its own line only. */
export function withMargin(margin: Cells, line: Cells | undefined): Cells {
  const known = joined.get(margin)
  if (known && known.line === line) return known.both
  const both = { ...margin, ...line }
  joined.set(margin, { line, both })
  return both
}
