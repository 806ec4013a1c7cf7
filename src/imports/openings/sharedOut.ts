import { d, type Decimal } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { splitByWeight } from '@/src/domain/kernel/split'

import type { Group } from './groupedKind'
import { enteredAmount } from './openingLine'

type Row = Group['rows'][number]

const says = ({ values }: Row, ...names: string[]): boolean => names.some((name) => values[name] !== undefined && values[name] !== null)

/** What a line weighs among those of its document. */
function weightOf({ values }: Row): Decimal {
  const said = values['net'] ?? values['gross']
  return said === undefined ? enteredAmount(values) : d(Number(said))
}

const shares = (total: unknown, rows: readonly Row[]): number[] => {
  const weights = rows.map(weightOf)
  const sum = weights.reduce((all, weight) => all.plus(weight), d(0))
  // of a document of returns all is turned round
  const sign = sum.isNegative() ? -1 : 1
  return splitByWeight(
    Number(total),
    weights.map((weight) => weight.times(sign)),
  ).map(toNumber)
}

/**
 * The rows of a document with their parts of what it says as a whole: money off by their amounts, tax by what they come to then, each to the
 * cent. Lines that say their own amounts keep them; lines that say their tax do, too.
 */
export function sharedOut({ head, rows }: Pick<Group, 'head' | 'rows'>): readonly Row[] {
  const [discount, tax] = [head['documentDiscount'], head['documentTax']]
  let out = rows
  if (discount !== undefined && !rows.some((row) => says(row, 'net', 'gross'))) {
    const parts = shares(Math.abs(Number(discount)), out)
    out = out.map((row, index) => {
      const own = Math.abs(Number(row.values['discountAmount'] ?? 0))
      return { ...row, values: { ...row.values, discountAmount: toNumber(d(own).plus(parts[index] ?? 0)) } }
    })
  }
  if (tax !== undefined && !rows.some((row) => says(row, 'tax', 'taxRate') || (says(row, 'net') && says(row, 'gross')))) {
    const parts = shares(tax, out)
    out = out.map((row, index) => ({ ...row, values: { ...row.values, tax: parts[index] ?? 0 } }))
  }
  return out
}
