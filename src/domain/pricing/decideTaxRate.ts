import { d } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'

/** Percent; null = exempt, which is not 0 %. */
export type TaxRate = number | null

export const sameTaxRate = (a: TaxRate | undefined, b: TaxRate | undefined): boolean =>
  a === undefined || b === undefined ? false : a === null || b === null ? a === b : d(a).eq(d(b))

/**
 * The tax rate of a line: that of the customer's tax category, else of the item. What the line had before, or came with its quoted
 * line, was somebody's decision and stays; any other rate lifts or lowers the net price under every guard and needs the right to
 * prices. Item 13 %: typed 0 by a clerk → refused; typed by who may → 0, and the trace says 13 was due.
 */
export function decideTaxRate({
  index,
  item,
  entered,
  due,
  settled,
  mayType,
}: {
  index: number
  item: string
  /** undefined = nothing was entered */
  entered: TaxRate | undefined
  due: TaxRate
  /** rates that were decided before: of the stored line, of the quoted line */
  settled: ReadonlyArray<TaxRate | undefined>
  mayType: boolean
}): { taxRate: TaxRate; typed: boolean; findings: Finding[] } {
  const kept = settled.find((rate) => rate !== undefined)
  const wanted = entered === undefined ? (kept === undefined ? due : kept) : entered
  if (sameTaxRate(wanted, due)) return { taxRate: due, typed: false, findings: [] }
  if (settled.some((rate) => sameTaxRate(rate, wanted))) return { taxRate: wanted, typed: false, findings: [] }
  if (mayType) return { taxRate: wanted, typed: true, findings: [] }
  const shown = (rate: TaxRate): number | string => (rate === null ? 'exempt' : rate)
  return {
    taxRate: due,
    typed: false,
    findings: [
      {
        code: 'PRICE_LOCKED',
        severity: 'error',
        path: `lines.${index}.taxRate`,
        facts: { item, field: 'taxRate', value: shown(wanted), due: shown(due), right: 'editPrice' },
        remedy: { action: 'useListed', facts: { due: shown(due) } },
      },
    ],
  }
}
