import { compareDates, type BusinessDate } from '../kernel/businessDate'
import type { Finding } from '../kernel/decision'
import type { QuoteStatus } from './quoteSteps'

/**
 * Whether a quote may be ordered: a superseded revision never; past its validity only when the setting allows it (default refused).
 * The validity day itself still counts.
 */
export function decideOrderQuote(facts: {
  no: string
  status: QuoteStatus
  validUntil: BusinessDate | null
  date: BusinessDate
  orderExpiredQuotes: boolean
  /** number of the revision that replaced it */
  replacedBy?: string | null
}): Finding[] {
  if (facts.status === 'superseded') {
    return [
      {
        code: 'QUOTE_SUPERSEDED',
        severity: 'error',
        facts: { quote: facts.no, replacedBy: facts.replacedBy ?? null },
        remedy: { action: 'orderRevision' },
      },
    ]
  }
  const expired = facts.status === 'expired' || (facts.validUntil !== null && compareDates(facts.date, facts.validUntil) > 0)
  if (!expired || facts.orderExpiredQuotes) return []
  return [
    {
      code: 'QUOTE_EXPIRED',
      severity: 'error',
      facts: { quote: facts.no, validUntil: facts.validUntil, date: facts.date },
      remedy: { action: 'reviseQuote' },
    },
  ]
}
