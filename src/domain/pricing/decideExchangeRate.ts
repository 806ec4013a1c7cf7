import { d, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { toNumber } from '../kernel/money'

/** The rate of a document as it was saved last: `typed` when somebody with the right chose it instead of the listed one. */
export type FixedRate = { currency: string; date: string; rate: Numeric; typed: boolean }

/** The newest listed rate of a currency on or before a day. */
export type ListedRate = { rate: Numeric; date: string }

export type ChosenRate = { rate: number; typed: boolean; findings: Finding[] }

const path = 'exchangeRate'

/**
 * The exchange rate of a document, since every guard counts in base currency: the base currency is always 1; another one takes the
 * newest listed rate on or before the document's date, and keeps it until date or currency change. USD listed at 7.10 on 1 March:
 * a document of 5 March has 7.10. Another rate needs the right to prices and is told; without a listed rate nothing is assumed.
 */
export function decideExchangeRate({
  currency,
  baseCurrency,
  date,
  entered,
  stored,
  listed,
  mayType,
}: {
  currency: string
  baseCurrency: string
  date: string
  /** as submitted; null = to be filled */
  entered: Numeric | null
  stored: FixedRate | null
  listed: ListedRate | null
  mayType: boolean
}): ChosenRate {
  // a form posts back the rate of the currency it had before
  const leftOver = entered !== null && stored !== null && stored.currency !== currency && d(entered).eq(d(stored.rate))
  const wanted = leftOver ? null : entered
  if (currency === baseCurrency) {
    if (wanted === null || d(wanted).eq(1)) return { rate: 1, typed: false, findings: [] }
    const facts = { field: path, value: toNumber(d(wanted)), accepted: '1', currency }
    return { rate: 1, typed: false, findings: [{ code: 'INVALID_INPUT', severity: 'error', path, facts }] }
  }
  const stands = wanted !== null && stored !== null && stored.currency === currency && d(wanted).eq(d(stored.rate))
  if (stands && stored.typed) return { rate: toNumber(d(wanted)), typed: true, findings: [told({ currency, date, wanted, listed })] }
  if (stands && stored.date === date) return { rate: toNumber(d(wanted)), typed: false, findings: [] }
  const automatic = wanted === null || stands || (listed !== null && d(wanted).eq(d(listed.rate)))
  if (automatic) {
    if (listed) return { rate: toNumber(d(listed.rate)), typed: false, findings: [] }
    const facts = { currency, date, baseCurrency }
    return { rate: 1, typed: false, findings: [{ code: 'EXCHANGE_RATE_UNKNOWN', severity: 'error', path, facts }] }
  }
  if (mayType) return { rate: toNumber(d(wanted)), typed: true, findings: [told({ currency, date, wanted, listed })] }
  const policy = listed ? toNumber(d(listed.rate)) : null
  return {
    rate: policy ?? 1,
    typed: false,
    findings: [
      {
        code: 'PRICE_LOCKED',
        severity: 'error',
        path,
        facts: { field: path, value: toNumber(d(wanted)), due: policy, right: 'editPrice' },
        remedy: { action: 'useListed', facts: { due: policy } },
      },
    ],
  }
}

/** Whoever reads the document sees that its rate was chosen by hand, and what the list says. */
function told({ currency, date, wanted, listed }: { currency: string; date: string; wanted: Numeric; listed: ListedRate | null }): Finding {
  const facts = {
    currency,
    date,
    rate: toNumber(d(wanted)),
    listed: listed ? toNumber(d(listed.rate)) : null,
    listedOn: listed?.date ?? null,
  }
  return { code: 'EXCHANGE_RATE_TYPED', severity: 'warning', path, facts }
}
