import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { groupBy } from '../kernel/groupBy'
import { toNumber } from '../kernel/money'

type Id = number | string
export type OpenInvoice = { id: Id; no?: string | null; openAmount: Numeric; dueDate: string; date?: string | null }

/** Settles the oldest due invoices first with what is open of a receipt (核销 proposal); credit notes and settled invoices are left out. */
export function proposeAllocation(receipt: { open: Numeric; invoices: readonly OpenInvoice[] }): { invoice: Id; amount: Decimal }[] {
  let left = Decimal.max(0, d(receipt.open))
  const oldestFirst = [...receipt.invoices].sort(
    (a, b) => a.dueDate.localeCompare(b.dueDate) || (a.date ?? '').localeCompare(b.date ?? '') || Number(a.id) - Number(b.id),
  )
  return oldestFirst.flatMap((invoice) => {
    const amount = Decimal.min(left, Decimal.max(0, d(invoice.openAmount)))
    left = left.minus(amount)
    return amount.gt(0) ? [{ invoice: invoice.id, amount }] : []
  })
}

/**
 * Whether allocations hold: each ≤ the invoice's open amount, together ≤ the receipt's. Several lines on one invoice are summed.
 * Equal passes, one cent more is refused with the excess; an amount of 0 or less is no allocation.
 */
export function decideAllocation(facts: {
  receipt: { no: string; open: Numeric }
  invoices: readonly OpenInvoice[]
  allocations: readonly { invoice: Id; amount: Numeric }[]
}): Finding[] {
  const { receipt, invoices, allocations } = facts
  const findings: Finding[] = []
  allocations.forEach((allocation, index) => {
    if (d(allocation.amount).lte(0)) {
      const value = d(allocation.amount).toNumber()
      findings.push({
        code: 'INVALID_INPUT',
        severity: 'error',
        path: `allocations.${index}.amount`,
        facts: { field: 'amount', value, accepted: '> 0' },
      })
    }
  })
  const sumOf = (rows: typeof allocations): Decimal => rows.reduce((total, row) => total.plus(d(row.amount)), new Decimal(0))
  for (const [id, rows] of groupBy(allocations, (allocation) => String(allocation.invoice))) {
    const invoice = invoices.find((open) => String(open.id) === id)
    const index = allocations.findIndex((allocation) => String(allocation.invoice) === id)
    findings.push(
      ...over({ document: invoice?.no ?? id, wanted: sumOf(rows), open: d(invoice?.openAmount), path: `allocations.${index}.amount` }),
    )
  }
  findings.push(...over({ document: receipt.no, wanted: sumOf(allocations), open: d(receipt.open), path: 'allocations' }))
  return findings
}

function over(check: { document: string; wanted: Decimal; open: Decimal; path: string }): Finding[] {
  if (check.wanted.lte(check.open)) return []
  const open = toNumber(Decimal.max(0, check.open))
  return [
    {
      code: 'OVER_ALLOCATION',
      severity: 'error',
      path: check.path,
      facts: { document: check.document, amount: toNumber(check.wanted), open, excess: toNumber(check.wanted.minus(open)) },
      remedy: { action: 'reduceAmount', facts: { amount: open } },
    },
  ]
}
