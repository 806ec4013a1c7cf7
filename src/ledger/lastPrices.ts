import type { PayloadRequest } from 'payload'

import type { DocumentKind } from '@/src/domain/kernel/documentKind'
import { allKinds } from '@/src/domain/kinds'

import { query, type Sql, sql } from './query'

export type LatestPriceSource = NonNullable<DocumentKind['sold']>['as']

type PriceSource = { source: LatestPriceSource; slug: string; table: string; approved: readonly string[]; kind: string | undefined }

/** Where each source is kept, and in which statuses a document is one that somebody has approved: nothing else is a price that was sold at. */
const priceSources: readonly PriceSource[] = allKinds.flatMap(({ slug, sold }) =>
  sold ? [{ source: sold.as, slug, table: slug.replaceAll('-', '_'), approved: sold.in, kind: sold.kind }] : [],
)

/** Where the documents of a source are kept. */
export function keptWhere(source: LatestPriceSource): { slug: string; table: string } {
  const found = priceSources.find((each) => each.source === source)
  if (!found) throw new Error(`No kind of document is sold at as ${source}`)
  return found
}

const columns = 'source, document_id, item_id, customer_id, currency, date, line_id, unit, price, discount_rate, tax_rate, tax_mode'

/** The lines of the documents of a kind that were sold at a price, as the last-price book tells them. */
const soldLines = ({ source, table, approved, kind }: PriceSource): string => {
  const statuses = approved.map((status) => `'${status}'`).join(', ')
  return `select distinct on (h.id, l.item_id) '${source}'::text as source, h.id as document_id, l.item_id, h.customer_id, h.currency::text as currency,
      h.date::date as date, l.id::text as line_id, l.unit::text as unit, l.price, coalesce(l.discount_rate, 0) as discount_rate, l.tax_rate,
      h.tax_mode::text as tax_mode
    from "${table}_lines" l join "${table}" h on h.id = l._parent_id
    where h.status::text in (${statuses}) ${kind ? `and h.kind::text = '${kind}'` : ''} and l.price > 0 and not coalesce(l.free, false) and l.qty > 0`
}

/** Of several lines of an item in one document the last one. */
const lastLine = 'order by h.id, l.item_id, l._order desc'

/** What the book must say of all documents of a kind, and of some of them: these are named by values, so that the statement stays one that is planned once. */
const wanted = (source: PriceSource): string => `${soldLines(source)} ${lastLine}`
const wantedOf = (source: PriceSource, which: Sql): Sql => sql`${sql.raw(soldLines(source))} and ${which} ${sql.raw(lastLine)}`

const sourceOf = (slug: string): PriceSource | undefined => priceSources.find((each) => each.slug === slug)

/** Whether a document in this status has a place in the book. */
export const isPriceSource = (slug: string, status: string | undefined): boolean =>
  status !== undefined && (sourceOf(slug)?.approved.includes(status) ?? false)

/**
 * Brings the last-price book up to date with one document, in its transaction: what it was sold at once it is approved, nothing once it is
 * unapproved or cancelled, the new price once it is changed. One statement, whatever the number of lines.
 */
export async function keepLastPrices(req: PayloadRequest, document: { slug: string; id: number }): Promise<void> {
  const source = sourceOf(document.slug)
  if (!source) return
  await query(
    req,
    sql`with w as (${wantedOf(source, sql`h.id = ${document.id}`)}),
        gone as (delete from last_prices p where p.source = ${source.source} and p.document_id = ${document.id}
          and not exists (select 1 from w where w.item_id = p.item_id))
        insert into last_prices (${sql.raw(columns)}) select ${sql.raw(columns)} from w
        on conflict (source, document_id, item_id) do update set customer_id = excluded.customer_id, currency = excluded.currency, date = excluded.date,
          line_id = excluded.line_id, unit = excluded.unit, price = excluded.price, discount_rate = excluded.discount_rate,
          tax_rate = excluded.tax_rate, tax_mode = excluded.tax_mode`,
  )
}

/** The same for many new documents at once, whose ids lie between two. */
export async function addLastPrices(req: PayloadRequest, slug: string, { first, last }: { first: number; last: number }): Promise<void> {
  const source = sourceOf(slug)
  if (!source) return
  const which = sql`h.id between ${first} and ${last}`
  await query(req, sql`insert into last_prices (${sql.raw(columns)}) ${wantedOf(source, which)} on conflict do nothing`)
}

const allWanted = priceSources.map((source) => `(${wanted(source)})`).join(' union all ')

/** The whole book anew from the documents: after an import that writes documents by themselves. Statements, in this order. */
export const rebuildLastPrices: readonly string[] = ['delete from last_prices', `insert into last_prices (${columns}) ${allWanted}`]

/** What the book says and the documents do not, or the other way round. */
export const lastPriceDifferences = `
  with w as (${allWanted})
  select concat_ws('/', coalesce(w.source, p.source), coalesce(w.document_id, p.document_id), coalesce(w.item_id, p.item_id)) as key,
    concat_ws(' ', w.price, w.discount_rate, w.tax_rate, w.date, w.customer_id) as expected,
    concat_ws(' ', p.price, p.discount_rate, p.tax_rate, p.date, p.customer_id) as actual
  from w full join last_prices p on p.source = w.source and p.document_id = w.document_id and p.item_id = w.item_id
  where (w.price, w.discount_rate, w.tax_rate, w.date, w.customer_id, w.currency, w.unit, w.tax_mode, w.line_id)
    is distinct from (p.price, p.discount_rate, p.tax_rate, p.date, p.customer_id, p.currency, p.unit, p.tax_mode, p.line_id)`
