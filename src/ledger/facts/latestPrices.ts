import type { PayloadRequest } from 'payload'

import type { PolicyRow } from '@/src/domain/pricing/policyLevels'

import { keptWhere, type LatestPriceSource } from '../lastPrices'
import { asJson, queryTogether, type Sql, sql } from '../query'
import { candidatePolicies, policiesAsked, type PolicyQuery } from './policies'

export type LatestPrice = {
  item: number
  /** per unit, in the tax mode asked for */
  price: string
  unit: string | null
  /** line discount that was given on it, in percent; the price is before it unless the settings say otherwise */
  discountRate: string
  source: { slug: string; id: number; no: string; date: string; line: string; customer: number }
}

type LatestQuestion = {
  source: LatestPriceSource
  items: readonly number[]
  /** null: whoever bought */
  customer: number | null
  date: string
  currency: string
  taxMode: 'inclusive' | 'exclusive'
  afterDiscount: boolean
}

type LatestRow = Omit<LatestPrice, 'source'> & { id: number; no: string; date: string; line: string; customer: number }

/**
 * The question for the latest selling price of each item in one look-up of the last-price book: the newest approved document by date (not after `date`),
 * then number, in the same currency. An item never sold costs one step into an index, however large the book is. A discount given by right
 * is not the next customer's price: the price is the one before it, unless `afterDiscount` (setting). Brought to the tax mode asked for.
 */
function latestAsked({ source, items, customer, date, currency, taxMode, afterDiscount }: LatestQuestion): Sql {
  const { table } = keptWhere(source)
  // two texts, so that each has the index that answers it
  const buyer = customer === null ? sql`` : sql`and p.customer_id = ${customer}`
  return sql`select w.id as item, round(f.price * (1 - case when ${afterDiscount} then f.discount_rate else 0 end / 100) * case
            when f.tax_mode = ${taxMode} then 1
            when ${taxMode} = 'inclusive' then 1 + coalesce(f.tax_rate, 0) / 100
            else 1 / (1 + coalesce(f.tax_rate, 0) / 100) end, 6)::text as price,
          f.unit, f.discount_rate::text as "discountRate", h.id, h.no, f.date::text as date, f.line_id as line, f.customer_id as customer
        from jsonb_to_recordset(${asJson([...new Set(items)].map((id) => ({ id })))}::jsonb) as w(id int)
        cross join lateral (
          select p.* from last_prices p
          where p.source = ${source} and p.item_id = w.id and p.currency = ${currency} and p.date <= ${date}::date ${buyer}
          order by p.date desc, p.document_id desc limit 1) f
        join ${sql.raw(`"${table}"`)} h on h.id = f.document_id`
}

function latestFound(slug: string, rows: readonly LatestRow[]): Map<number, LatestPrice> {
  return new Map(
    rows.map(({ item, price, unit, discountRate, ...found }) => [
      item,
      {
        ...{ item, price, unit, discountRate },
        source: { slug, id: found.id, no: found.no, date: found.date, line: found.line, customer: found.customer },
      },
    ]),
  )
}

/** The policies that could win for any line of a document and, where the methods ask for them, the latest prices: one statement. */
export async function pricesOnRecord(
  req: PayloadRequest,
  { policies, latest }: { policies: PolicyQuery; latest: LatestQuestion | null },
): Promise<{ policies: PolicyRow[]; latest: Map<number, LatestPrice> }> {
  if (latest === null || latest.items.length === 0) return { policies: await candidatePolicies(req, policies), latest: new Map() }
  const found = await queryTogether<{ policies: PolicyRow[]; latest: LatestRow[] }>(req, {
    policies: policiesAsked(policies),
    latest: latestAsked(latest),
  })
  return { policies: found.policies, latest: latestFound(keptWhere(latest.source).slug, found.latest) }
}
