import { addDays, type BusinessDate } from '../kernel/businessDate'
import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { splitByWeight } from '../kernel/split'
import { dueDate, type PaymentTerms } from './dueDate'

export type Instalment = { dueDate: BusinessDate; amount: Decimal }

/**
 * What of an invoice is due when; the parts add up to the cent (C-09): 1,000.00 at 50 % now and 50 % in 30 days → 500.00 and 500.00.
 * Terms without instalments give one part.
 */
export function instalments(invoice: { terms: PaymentTerms | null; date: BusinessDate; amount: Numeric }): Instalment[] {
  const parts = invoice.terms?.kind === 'instalments' ? (invoice.terms.instalments ?? []) : []
  if (parts.length === 0) return [{ dueDate: dueDate(invoice), amount: d(invoice.amount) }]
  const amounts = splitByWeight(
    invoice.amount,
    parts.map((part) => part.percent),
  )
  return parts.map((part, index) => ({ dueDate: addDays(invoice.date, part.days), amount: amounts[index] ?? new Decimal(0) }))
}

/** Instalments in percent must come to 100. */
export function decideInstalments(terms: PaymentTerms): Finding[] {
  if (terms.kind !== 'instalments') return []
  const sum = (terms.instalments ?? []).reduce((total, part) => total.plus(d(part.percent)), new Decimal(0))
  if (sum.eq(100)) return []
  return [
    {
      code: 'INVALID_INPUT',
      severity: 'error',
      path: 'instalments',
      facts: { field: 'instalments', value: sum.toNumber(), accepted: 'Σ percent = 100' },
    },
  ]
}
