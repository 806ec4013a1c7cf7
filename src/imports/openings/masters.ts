import type { PayloadRequest } from 'payload'

import type { PaymentTerms } from '@/src/domain/receivables/dueDate'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import { settingsOf } from '@/src/engine/settings'
import { listedRate } from '@/src/ledger/facts/exchangeRates'

import { type Good, type Party, readGoods, readParties } from '../staging/readMasters'

/** What documents from elsewhere need of the masters, read once each, many at a time. */
export class Masters {
  private readonly parties = new Map<number, Party>()
  private readonly goods = new Map<number, Good>()
  private readonly terms = new Map<number, PaymentTerms & { id: number }>()
  private readonly rates = new Map<string, string | null>()
  private base = 'CNY'

  constructor(private readonly req: PayloadRequest) {}

  /** Those not read yet, a portion at a time. */
  private async read<Kept extends { id: number }>(
    known: Map<number, Kept>,
    ids: readonly number[],
    of: (wanted: readonly number[]) => Promise<readonly Kept[]>,
  ): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !known.has(id))
    for (let at = 0; at < wanted.length; at += 1000)
      for (const record of await of(wanted.slice(at, at + 1000))) known.set(record.id, record)
  }

  async learn({
    customers,
    items,
    terms = [],
  }: {
    customers: readonly number[]
    items: readonly number[]
    terms?: readonly number[]
  }): Promise<void> {
    this.base = (await settingsOf(this.req)).company.baseCurrency || 'CNY'
    const { req } = this
    await this.read(this.parties, customers, (wanted) => readParties(req, wanted))
    const payers = customers.map((id) => this.parties.get(id)?.billTo ?? id)
    await this.read(this.parties, payers, (wanted) => readParties(req, wanted))
    await this.read(this.goods, items, (wanted) => readGoods(req, wanted))
    const own = customers.flatMap((id) => this.parties.get(id)?.paymentTerms ?? [])
    await this.read(this.terms, [...terms, ...own], (wanted) =>
      findDocuments({ req, slug: 'payment-terms', where: { id: { in: [...wanted] } }, overrideAccess: true }),
    )
  }

  party(id: number): Party {
    const found = this.parties.get(id)
    if (!found) throw new Error(`Customer ${String(id)} was not read`)
    return found
  }

  good(id: number): Good {
    const found = this.goods.get(id)
    if (!found) throw new Error(`Item ${String(id)} was not read`)
    return found
  }

  termsOf(id: number | null): PaymentTerms | null {
    return id === null ? null : (this.terms.get(id) ?? null)
  }

  get baseCurrency(): string {
    return this.base
  }

  /** The rate of a day; null when none is listed. */
  async rateOf(currency: string, date: string): Promise<number | null> {
    if (currency === this.base) return 1
    const key = `${currency} ${date}`
    if (!this.rates.has(key)) this.rates.set(key, (await listedRate(this.req, currency, date))?.rate ?? null)
    const rate = this.rates.get(key) ?? null
    return rate === null ? null : Number(rate)
  }
}
