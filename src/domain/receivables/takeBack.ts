import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { toNumber } from '../kernel/money'

type Settled = { invoice: number; amount: number }

/**
 * What is left of the settlements of a document after some are taken back: of each invoice named everything, or an amount; the latest
 * go first. 300 and then 500 on one invoice, 600 taken back → 200 stays. More than was settled is refused with the excess.
 */
export function takeBack<Row extends Partial<Settled> & { amount: number }>({
  document,
  rows,
  wanted,
}: {
  /** number of the document, for the refusal */
  document: string
  rows: readonly Row[]
  wanted: ReadonlyArray<{ invoice: number; amount?: Numeric | undefined }>
}): { kept: Row[]; findings: Finding[] } {
  const findings: Finding[] = []
  let kept = [...rows]
  wanted.forEach(({ invoice, amount }, index) => {
    const settled = kept.filter((row) => row.invoice === invoice).reduce((sum, row) => sum.plus(d(row.amount)), new Decimal(0))
    let left = amount === undefined ? settled : d(amount)
    if (settled.isZero()) {
      const facts = { field: 'invoice', value: invoice, accepted: `an invoice settled by ${document}` }
      findings.push({ code: 'INVALID_INPUT', severity: 'error', path: `allocations.${index}.invoice`, facts })
      return
    }
    if (left.gt(settled)) {
      const facts = { document, amount: toNumber(left), open: toNumber(settled), excess: toNumber(left.minus(settled)) }
      findings.push({ code: 'OVER_ALLOCATION', severity: 'error', path: `allocations.${index}.amount`, facts })
      return
    }
    kept = [...kept].reverse().flatMap((row) => {
      if (row.invoice !== invoice || left.isZero()) return [row]
      const rest = d(row.amount).minus(left)
      left = rest.isNegative() ? rest.neg() : d(0)
      return rest.gt(0) ? [{ ...row, amount: toNumber(rest) }] : []
    })
    kept.reverse()
  })
  return { kept, findings }
}
