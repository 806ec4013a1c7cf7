import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

export type LatestPriceSource = 'quote' | 'order' | 'delivery' | 'invoice'

export type LatestPrice = {
  item: number
  /** per unit after the line discount, in the tax mode asked for */
  price: string
  unit: string | null
  source: { slug: string; id: number; no: string; date: string; line: string; customer: number }
}

/** Where a kind of document is kept, and which of its documents never were a price somebody paid. */
const sources = {
  quote: { slug: 'quotes', table: 'quotes', never: `h.status::text in ('cancelled', 'lost', 'superseded')` },
  order: { slug: 'orders', table: 'orders', never: `h.status::text in ('cancelled', 'reviewFailed')` },
  delivery: { slug: 'deliveries', table: 'deliveries', never: `h.status::text = 'cancelled'` },
  invoice: { slug: 'invoices', table: 'invoices', never: `h.status::text = 'cancelled' or h.kind::text = 'creditNote'` },
} as const

/**
 * The latest selling price of each item in one query: the newest line by document date (not after `date`), then document, then
 * line, in the same currency. Cancelled documents, credit notes and free lines never count, nor does the document being priced.
 * The price is what was paid: after the line discount, brought to the tax mode asked for.
 */
export async function latestPrices(
  req: PayloadRequest,
  question: {
    source: LatestPriceSource
    items: readonly number[]
    /** null: whoever bought */
    customer: number | null
    date: string
    currency: string
    taxMode: 'inclusive' | 'exclusive'
    except: { slug: string; id: number } | null
  },
): Promise<Map<number, LatestPrice>> {
  const { source, items, customer, date, currency, taxMode, except } = question
  if (items.length === 0) return new Map()
  const { slug, table, never } = sources[source]
  const header = sql.raw(`"${table}"`)
  const lines = sql.raw(`"${table}_lines"`)
  const own = except?.slug === slug ? except.id : 0
  const rows = await query<Omit<LatestPrice, 'source'> & { id: number; no: string; date: string; line: string; customer: number }>(
    req,
    sql`select w.id as item, found.* from jsonb_to_recordset(${asJson([...new Set(items)].map((id) => ({ id })))}::jsonb) as w(id int)
        cross join lateral (
          select round(l.price * (1 - coalesce(l.discount_rate, 0) / 100) * case
                   when h.tax_mode::text = ${taxMode} then 1
                   when ${taxMode} = 'inclusive' then 1 + coalesce(l.tax_rate, 0) / 100
                   else 1 / (1 + coalesce(l.tax_rate, 0) / 100) end, 6) as price,
                 l.unit, h.id, h.no, h.date::date::text as date, l.id as line, h.customer_id as customer
          from ${lines} l join ${header} h on h.id = l._parent_id
          where l.item_id = w.id and l.price > 0 and not coalesce(l.free, false) and l.qty > 0
            and not (${sql.raw(never)}) and h.id <> ${own} and h.date::date <= ${date}::date and h.currency::text = ${currency}
            and (${customer}::int is null or h.customer_id = ${customer}::int)
          order by h.date::date desc, h.id desc, l._order desc limit 1) found`,
  )
  return new Map(
    rows.map(({ item, price, unit, ...found }) => [
      item,
      { item, price, unit, source: { slug, id: found.id, no: found.no, date: found.date, line: found.line, customer: found.customer } },
    ]),
  )
}
