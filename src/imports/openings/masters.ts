import type { PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import type { PaymentTerms } from '@/src/domain/receivables/dueDate'
import type { ItemUnits } from '@/src/domain/pricing/units'
import { findRecords } from '@/src/engine/documents/findRecords'
import { settingsOf } from '@/src/engine/settings'
import { listedRate } from '@/src/ledger/facts/exchangeRates'

export type Party = {
  id: number
  name: string
  billTo: number
  salesperson: number | null
  department: number | null
  currency: string | null
  taxMode: 'inclusive' | 'exclusive'
  paymentTerms: number | null
  invoiceTitle: string | null
  taxNo: string | null
  bank: string | null
  bankAccount: string | null
  invoiceAddress: string | null
  invoicePhone: string | null
  region: string | null
  channel: string | null
}

export type Good = ItemUnits & { id: number; name: string; taxRate: number | null; listPrice: number | null }

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const partyOf = (record: Record<string, unknown> & { id: number }): Party => ({
  id: record.id,
  name: String(record['name']),
  billTo: idOf(record['billTo']) ?? record.id,
  salesperson: idOf(record['salesperson']),
  department: idOf(record['department']),
  currency: text(record['currency']),
  taxMode: record['taxMode'] === 'exclusive' ? 'exclusive' : 'inclusive',
  paymentTerms: idOf(record['paymentTerms']),
  invoiceTitle: text(record['invoiceTitle']) ?? String(record['name']),
  taxNo: text(record['taxNo']),
  bank: text(record['bank']),
  bankAccount: text(record['bankAccount']),
  invoiceAddress: text(record['invoiceAddress']),
  invoicePhone: text(record['invoicePhone']),
  region: text(record['region']),
  channel: text(record['channel']),
})

const goodOf = (record: Record<string, unknown> & { id: number }): Good => ({
  id: record.id,
  name: String(record['name']),
  unit: String(record['unit']),
  units: (record['units'] ?? []) as Good['units'] & object,
  taxRate: record['taxRate'] === null || record['taxRate'] === undefined ? null : Number(record['taxRate']),
  listPrice: record['listPrice'] === null || record['listPrice'] === undefined ? null : Number(record['listPrice']),
})

/** What documents from elsewhere need of the masters, read once each, many at a time. */
export class Masters {
  private readonly parties = new Map<number, Party>()
  private readonly goods = new Map<number, Good>()
  private readonly terms = new Map<number, PaymentTerms>()
  private readonly rates = new Map<string, string | null>()
  private base = 'CNY'

  constructor(private readonly req: PayloadRequest) {}

  private async read<Kept>(
    slug: string,
    known: Map<number, Kept>,
    ids: readonly number[],
    of: (record: Record<string, unknown> & { id: number }) => Kept,
  ): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !known.has(id))
    for (let at = 0; at < wanted.length; at += 1000)
      for (const record of await findRecords({
        req: this.req,
        slug,
        where: { id: { in: wanted.slice(at, at + 1000) } },
        overrideAccess: true,
      }))
        known.set(record.id, of(record))
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
    await this.read('customers', this.parties, customers, partyOf)
    const payers = customers.map((id) => this.parties.get(id)?.billTo ?? id)
    await this.read('customers', this.parties, payers, partyOf)
    await this.read('items', this.goods, items, goodOf)
    const own = customers.flatMap((id) => this.parties.get(id)?.paymentTerms ?? [])
    await this.read('payment-terms', this.terms, [...terms, ...own], (record) => record as unknown as PaymentTerms)
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
