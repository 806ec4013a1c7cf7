import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { factorOf } from '@/src/domain/pricing/units'
import { customerFacts } from '@/src/ledger/facts/customers'
import { type ItemFacts, itemFacts } from '@/src/ledger/facts/items'
import { listedRate } from '@/src/ledger/facts/exchangeRates'
import { candidatePolicies } from '@/src/ledger/facts/policies'
import { itemsOfPriceBook } from '@/src/ledger/facts/priceAdjustments'

import { settingsOf } from '@/src/engine/settings'
import { resolveLines } from '@/src/usecases/pricing/resolveLines'

export type PriceBookRow = {
  code: string
  name: string
  specification: string | null
  unit: string
  /** per unit of the row, in the currency of the book */
  listPrice: number | null
  currentPrice: number | null
  /** level or method the price comes from; null = no price known */
  source: string | null
  minQty: number | null
}

export type PriceBook = { customer: { id: number; code: string; name: string }; date: string; currency: string; rows: PriceBookRow[] }

type Asked = { item: ItemFacts; unit: string; minQty: number | null }

/**
 * What a customer pays for everything that is sold, on a day: a row per item, and one per unit and quantity break that has a price
 * of its own for him. A fixed number of reads, whatever the number of items. null when there is no such customer.
 */
export async function priceBook(
  req: PayloadRequest,
  { customer: id, date, currency: wanted }: { customer: number; date: string; currency: string | null },
): Promise<PriceBook | null> {
  const settings = await settingsOf(req)
  const customer = await customerFacts(req, id)
  if (!customer) return null
  const baseCurrency = settings.company.baseCurrency || 'CNY'
  const currency = wanted ?? customer.currency ?? baseCurrency
  const listed = await itemsOfPriceBook(req)
  const items = await itemFacts(
    req,
    listed.map(({ id: item }) => item),
  )
  const sold = listed.flatMap((row) => {
    const item = items.get(row.id)
    return item ? [{ item, specification: row.specification }] : []
  })
  const policies = await candidatePolicies(req, {
    items: [...items.keys()],
    itemCategories: [...new Set(sold.flatMap(({ item }) => item.categories))],
    customer: id,
    customerCategories: customer.categories,
    date,
    currency,
  })
  const ofItem = new Map<number, Asked[]>()
  const add = (asked: Asked): void => void ofItem.set(asked.item.id, [...(ofItem.get(asked.item.id) ?? []), asked])
  for (const row of policies) {
    const concerned =
      row.item != null
        ? [items.get(Number(row.item))]
        : sold.filter(({ item }) => item.categories.includes(Number(row.itemCategory))).map(({ item }) => item)
    for (const item of concerned)
      if (item && (row.minQty != null || (row.unit && row.unit !== item.unit)))
        add({ item, unit: row.unit || item.unit, minQty: row.minQty == null ? null : d(row.minQty).toNumber() })
  }
  const asked = sold.flatMap(({ item }) => [
    { item, unit: item.unit, minQty: null },
    ...[...new Map((ofItem.get(item.id) ?? []).map((one) => [`${one.unit} ${String(one.minQty)}`, one])).values()].sort(
      (a, b) => a.unit.localeCompare(b.unit) || (a.minQty ?? 0) - (b.minQty ?? 0),
    ),
  ])
  const rate = currency === baseCurrency ? null : await listedRate(req, currency, date)
  const prices = await resolveLines({
    ctx: { req, settings },
    header: { date, currency, exchangeRate: Number(rate?.rate ?? 1), taxMode: customer.taxMode ?? 'inclusive' },
    customer,
    // without a rate nobody can say what a list price is in the currency of the book
    items: currency === baseCurrency || rate ? items : new Map([...items].map(([key, item]) => [key, { ...item, listPrice: null }])),
    lines: asked.map(({ item, unit, minQty }) => ({
      item: item.id,
      unit,
      qty:
        minQty === null
          ? 1
          : d(minQty)
              .div(factorOf(item, unit) ?? d(1))
              .toNumber(),
    })),
  })
  const specifications = new Map(sold.map(({ item, specification }) => [item.id, specification]))
  const rows = asked.flatMap(({ item, unit, minQty }, index): PriceBookRow[] => {
    const found = prices[index]
    const winner = found?.candidates.find(({ won }) => won)
    // a break that another row outranks is no price of its own
    if (minQty !== null && winner?.minQty !== minQty) return []
    return [
      {
        code: item.code,
        name: item.name,
        specification: specifications.get(item.id) ?? null,
        unit,
        listPrice: found?.listPrice ? toNumber(found.listPrice) : null,
        currentPrice: found?.price ? toNumber(found.price) : null,
        source: winner?.rule ?? null,
        minQty,
      },
    ]
  })
  return { customer: { id, code: customer.code, name: customer.name }, date, currency, rows }
}
