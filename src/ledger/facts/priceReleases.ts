import type { PayloadRequest } from 'payload'

import type { ReleasedPrice } from '@/src/domain/pricing/priceRelease'

import { asJson, query, sql } from '../query'

/** Prices that have been released for any of these lines (own lines, or the quote lines they came from). */
export async function releasedPrices(req: PayloadRequest, lines: readonly string[]): Promise<ReleasedPrice[]> {
  if (lines.length === 0) return []
  return query<ReleasedPrice>(
    req,
    sql`select l.source_line as "sourceLine", l.item_id as item, l.net_unit_price as "netUnitPrice"
        from price_releases_lines l join price_releases r on r.id = l._parent_id
        where r.status::text = 'released'
          and l.source_line in (select k.id from jsonb_to_recordset(${asJson(lines.map((id) => ({ id })))}::jsonb) as k(id text))`,
  )
}

/** The requests of a document nobody has decided yet, each with what it asks for. */
export const openPriceReleases = (
  req: PayloadRequest,
  document: { slug: string; id: number },
): Promise<Array<{ id: number; asked: ReleasedPrice[] }>> =>
  query(
    req,
    sql`select r.id, coalesce(json_agg(json_build_object('sourceLine', l.source_line, 'item', l.item_id, 'netUnitPrice', l.net_unit_price::text)
          order by l._order) filter (where l.id is not null), '[]') as asked
        from price_releases r left join price_releases_lines l on l._parent_id = r.id
        where r.document_slug = ${document.slug} and r.document_id = ${document.id} and r.status::text = 'open' group by r.id order by r.id`,
  )

export type Releaser = { id: number; name: string; email: string; language: 'zh' | 'en' }

/** Who may release a price: the general manager and whoever may sell below the minimum; never who prepared the document. */
export const priceReleasers = (req: PayloadRequest, except: number | null): Promise<Releaser[]> =>
  query<Releaser>(
    req,
    sql`select u.id, coalesce(u.name, u.email) as name, u.email, case when u.language::text = 'en' then 'en' else 'zh' end as language
        from users u where u.id <> ${except ?? 0} and not coalesce(u.disabled, false) and (coalesce(u.sell_below_minimum, false)
          or exists (select 1 from users_roles r where r.parent_id = u.id and r.value::text = 'generalManager')) order by u.id`,
  )
