import type { PayloadRequest } from 'payload'

import { groupBy } from '@/src/domain/kernel/groupBy'
import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { findRecords } from '@/src/engine/documents/findRecords'
import { type AgreedPrice, agreedPrices as pricesOf } from '@/src/ledger/facts/agreedPrices'

type Told = Omit<AgreedPrice, 'item' | 'itemCode' | 'itemName' | 'qty' | 'price' | 'discountRate'> & {
  qty: number
  price: number
  discountRate: number
}

export type AgreedItem = { item: { id: number; code: string; name: string }; prices: Told[] }

const figure = (value: string): number => toNumber(d(value))

/** What was last agreed with a customer, item by item, in documents this person may read. Asked in a transaction. */
export async function agreedPrices(
  req: PayloadRequest,
  asked: { customer: number; item: number | null; each: number },
): Promise<AgreedItem[]> {
  const found = await pricesOf(req, asked)
  const readable = new Set<string>()
  for (const [slug, rows] of groupBy(found, (row) => row.slug)) {
    const ids = [...new Set(rows.map(({ document }) => document))]
    for (const { id } of await findRecords({
      req,
      slug,
      where: { id: { in: ids } },
      fields: ['no'],
      limit: ids.length,
      overrideAccess: false,
    }))
      readable.add(`${slug}/${id}`)
  }
  const seen = found.filter(({ slug, document }) => readable.has(`${slug}/${document}`))
  return [...groupBy(seen, ({ item }) => String(item)).values()].flatMap((rows): AgreedItem[] => {
    const [first] = rows
    if (!first) return []
    return [
      {
        item: { id: first.item, code: first.itemCode, name: first.itemName },
        prices: rows.map((row) => ({
          ...{ slug: row.slug, document: row.document, no: row.no, date: row.date, unit: row.unit, currency: row.currency },
          ...{ taxMode: row.taxMode, who: row.who, qty: figure(row.qty), price: figure(row.price), discountRate: figure(row.discountRate) },
        })),
      },
    ]
  })
}
