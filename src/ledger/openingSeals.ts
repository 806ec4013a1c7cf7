import type { PayloadRequest } from 'payload'

import { query, type Sql, sql } from './query'
import type { Difference } from './verifyBalances'

/*
 * What documents from elsewhere said when they came in. Their prices, discounts and costs follow from nothing in these books, so that nothing
 * else could tell that one of them was changed behind the books' back. A document that somebody has changed since by a verb has another version
 * and is proven by what stands in the books; the log must know of that version. The lists never change: a figure added here would break every seal there is.
 */
const ofHead = 'net_total tax_total gross_total exchange_rate header_discount freight freight_net freight_tax freight_tax_rate'.split(' ')
const ofLine =
  'qty stock_qty price list_price discount_rate tax_rate net tax gross base_net base_tax base_gross net_price gross_price'.split(' ')

type Sealed = { slug: string; table: string; head: readonly string[]; lines: readonly string[]; isOpening: string }

const sealedKinds: readonly Sealed[] = [
  { slug: 'invoices', table: 'invoices', head: [...ofHead, 'settled_before'], lines: [...ofLine, 'cost_value'], isOpening: 'h.opening' },
  { slug: 'orders', table: 'orders', head: ofHead, lines: [...ofLine, 'delivered_before', 'invoiced_before'], isOpening: 'h.opening' },
  { slug: 'quotes', table: 'quotes', head: ofHead, lines: ofLine, isOpening: 'false' },
  { slug: 'receipts', table: 'receipts', head: ['amount'], lines: [], isOpening: 'false' },
]

const listed = (row: string, columns: readonly string[]): string =>
  `jsonb_build_array(${columns.map((column) => `trim_scale(${row}.${column}::numeric)`).join(', ')})::text`

const sealOf = ({ table, head, lines }: Sealed): string =>
  lines.length === 0
    ? `md5(${listed('h', head)})`
    : `md5(${listed('h', head)} || coalesce((select string_agg(${listed('l', lines)}, ';' order by l._order) from ${table}_lines l where l._parent_id = h.id), ''))`

const sealing = (kind: Sealed, where: string): string =>
  `insert into opening_seals (slug, document_id, version, seal) select '${kind.slug}', h.id, h.version, ${sealOf(kind)} from ${kind.table} h where ${where}
   on conflict (slug, document_id) do update set version = excluded.version, seal = excluded.seal`

/** Keeps what documents say that have just come in, whose ids lie between two. */
export async function sealOpenings(req: PayloadRequest, slug: string, { first, last }: { first: number; last: number }): Promise<void> {
  const kind = sealedKinds.find((one) => one.slug === slug)
  if (kind) await query(req, sql.raw(sealing(kind, `h.id between ${String(Number(first))} and ${String(Number(last))}`)))
}

/** The same of all that came in by a way of their own. */
export const sealAllOpenings: readonly string[] = sealedKinds
  .filter(({ isOpening }) => isOpening !== 'false')
  .map((kind) => sealing(kind, kind.isOpening))

/** Another version than it came in with, of which no line of the log tells: nobody has changed it by a verb. */
const forged = ({ slug }: Sealed): string =>
  `h.version is distinct from s.version and not exists (select from audit_log a where a.slug = '${slug}' and a.document_id = h.id::text and a.version = h.version)`

/** What is open of it stands in the books as well. */
const misstated = ({ slug }: Sealed): string =>
  slug === 'invoices' || slug === 'receipts'
    ? `h.status::text = 'approved' and abs(coalesce(h.open_amount, 0)) <> abs(coalesce((select b.open_amount from receivable_balances b
        where b.document_slug = '${slug}' and b.document_id = h.id), 0))`
    : 'false'

/** Documents from elsewhere that no longer say what they said, though nobody has changed them by a verb. */
export async function brokenSeals(req: PayloadRequest): Promise<Difference[]> {
  const asked = sealedKinds.map((kind): Sql =>
    sql.raw(`select '${kind.slug}/' || h.no as key from opening_seals s join ${kind.table} h on h.id = s.document_id
        where s.slug = '${kind.slug}' and ((s.version = h.version and s.seal <> ${sealOf(kind)}) or (${forged(kind)}) or (${misstated(kind)}))`),
  )
  const found: Difference[] = []
  for (const statement of asked)
    for (const { key } of await query<{ key: string }>(req, statement))
      found.push({ book: 'opening_figures', key, expected: 'the figures it came in with', actual: 'others' })
  return found
}
