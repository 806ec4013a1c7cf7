import { d } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { toNumber } from '../kernel/money'

export const dispositions = ['restock', 'rework', 'scrap'] as const
export type Disposition = (typeof dispositions)[number]

/** What was found of one returned line: quantities in the line's unit. */
export type InspectedLine = { line: string } & Record<Disposition, number>

/** The quantities of a line's dispositions must add up to what came back: nothing is left undecided, nothing decided twice. */
export function decideInspection(lines: ReadonlyArray<{ id: string; qty: number }>, found: readonly InspectedLine[]): Finding[] {
  return lines.flatMap(({ id, qty }, index): Finding[] => {
    const parts = found.filter(({ line }) => line === id)
    const decided = parts.reduce((sum, part) => dispositions.reduce((total, name) => total.plus(d(part[name])), sum), d(0))
    if (decided.eq(d(qty))) return []
    return [
      {
        code: 'INVALID_INPUT',
        severity: 'error',
        path: `lines.${index}.qty`,
        facts: { field: 'qty', value: toNumber(decided), accepted: `restock + rework + scrap = ${d(qty).toString()}` },
      },
    ]
  })
}
