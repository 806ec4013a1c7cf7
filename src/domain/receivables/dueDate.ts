import { addDays, endOfMonth, type BusinessDate } from '../kernel/businessDate'
import type { Numeric } from '../kernel/decimal'

/** Payment terms (收款条件). `days` counts from the anchor the kind names. */
export type PaymentTerms = {
  kind: 'daysAfterInvoice' | 'endOfMonth' | 'endOfNextMonth' | 'prepaid' | 'instalments'
  days?: number | null
  instalments?: readonly { percent: Numeric; days: number }[] | null
}

/**
 * The due date of an invoice (C-04): n days after invoice date (2016-01-22 + 30 → 2016-02-21), end of month + n days, end of next
 * month (+ n days; 2016-01-22 → 2016-02-29). With instalments the last one. No terms → the same day.
 */
export function dueDate(invoice: { terms: PaymentTerms | null; date: BusinessDate }): BusinessDate {
  const { terms, date } = invoice
  if (!terms) return date
  const days = terms.days ?? 0
  switch (terms.kind) {
    case 'daysAfterInvoice':
      return addDays(date, days)
    case 'prepaid':
      return date
    case 'endOfMonth':
      return addDays(endOfMonth(date), days)
    case 'endOfNextMonth':
      return addDays(endOfMonth(date, 1), days)
    case 'instalments':
      return addDays(date, Math.max(0, ...(terms.instalments ?? []).map((part) => part.days)))
  }
}
