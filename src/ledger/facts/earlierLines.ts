import type { PayloadRequest } from 'payload'

import type { EarlierLine, TakenFrom } from '@/src/domain/pricing/takenPrice'

import { asJson, query, sql } from '../query'

/** The named lines as they stand, with what their documents say of them; those that are gone, free or cancelled are left out. */
export async function earlierLines(req: PayloadRequest, named: readonly TakenFrom[]): Promise<EarlierLine[]> {
  if (named.length === 0) return []
  const of = (slug: TakenFrom['slug']) =>
    sql`select ${slug} as slug, h.id, l.id as line, h.no, h.date::text as date, l.item_id as item, l.unit, l.price::text as price,
          h.customer_id as customer, h.currency::text as currency, h.tax_mode::text as "taxMode"
        from named n join ${sql.raw(`"${slug}_lines"`)} l on l.id = n.line and l._parent_id = n.id join ${sql.raw(`"${slug}"`)} h on h.id = l._parent_id
        where n.slug = ${slug} and h.status::text <> 'cancelled' and l.price is not null and not coalesce(l.free, false)`
  return query<EarlierLine>(
    req,
    sql`with named as (select * from jsonb_to_recordset(${asJson([...named])}::jsonb) as n(slug text, id int, line text))
        ${of('quotes')} union all ${of('orders')} union all ${of('invoices')}`,
  )
}
