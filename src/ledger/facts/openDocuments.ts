import type { PayloadRequest } from 'payload'

import { allKinds } from '@/src/domain/kinds'

import { idList, query, sql, textList } from '../query'
import { stillOpen } from './stillOpen'

export type OpenDocument = { slug: string; id: number; no: string; status: string }

/** The kinds that carry this of a customer's business, in the order of business. */
const carrying = (part: 'payer' | 'terms' | 'goods'): readonly Kind[] => allKinds.filter(({ carries }) => carries?.includes(part))

type Kind = (typeof allKinds)[number]

const tableOf = ({ slug }: Kind): string => slug.replaceAll('-', '_')

const sales = carrying('payer')
const withTerms = carrying('terms')
const withGoods = carrying('goods')

/** Enough to say which; nobody reads a refusal of a thousand lines. */
const most = 200

async function opened(
  req: PayloadRequest,
  kinds: readonly Kind[],
  where: (kind: Kind) => ReturnType<typeof sql>,
  limit: number | null = most,
): Promise<OpenDocument[]> {
  const parts = kinds.map(
    (kind) => sql`select ${kind.slug}::text as slug, d.id, d.no, d.status::text as status, ${allKinds.indexOf(kind)}::int as rank
      from ${sql.raw(tableOf(kind))} d where ${sql.raw(stillOpen(kind))} and ${where(kind)}`,
  )
  return query<OpenDocument>(
    req,
    sql`select slug, id, no, status from (${sql.join(parts, sql` union all `)}) found order by rank, id limit ${limit}::int`,
  )
}

/** Open documents of a customer that name somebody else than `billTo` as payer; `limit` null: every one of them. */
export const openWithOtherPayer = (
  req: PayloadRequest,
  customer: number,
  billTo: number,
  limit: number | null = most,
): Promise<OpenDocument[]> => opened(req, sales, () => sql`d.customer_id = ${customer} and d.bill_to_id is distinct from ${billTo}`, limit)

/** Open documents that are paid by these terms. */
export const openWithTerms = (req: PayloadRequest, terms: number): Promise<OpenDocument[]> =>
  opened(req, withTerms, () => sql`d.payment_terms_id = ${terms}`)

/** Open documents with lines of an item in this unit. */
export const openInUnit = (req: PayloadRequest, item: number, unit: string): Promise<OpenDocument[]> =>
  opened(
    req,
    withGoods,
    (kind) =>
      sql`exists (select from ${sql.raw(`${tableOf(kind)}_lines`)} l where l._parent_id = d.id and l.item_id = ${item} and l.unit = ${unit})`,
  )

/** Of these items' units those that open documents are written in: the items. */
export async function itemsOpenIn(req: PayloadRequest, units: ReadonlyArray<{ item: number; unit: string }>): Promise<ReadonlySet<number>> {
  if (units.length === 0) return new Set()
  const parts = withGoods.map(
    (kind) => sql`select w.item from wanted w join ${sql.raw(`${tableOf(kind)}_lines`)} l on l.item_id = w.item and l.unit = w.unit
      join ${sql.raw(tableOf(kind))} d on d.id = l._parent_id where ${sql.raw(stillOpen(kind))}`,
  )
  const rows = await query<{ item: number }>(
    req,
    sql`with wanted as (select * from unnest(${idList(units.map(({ item }) => item))}, ${textList(units.map(({ unit }) => unit))}) as w(item, unit))
        ${sql.join(parts, sql` union `)}`,
  )
  return new Set(rows.map(({ item }) => item))
}

/** Where a warehouse stands in documents of a kind: fields of the head, and of the lines (`lines.warehouse`). */
const warehouseFields = ({ carries, rows }: Kind): string[] => [
  ...new Set([...(carries?.includes('goods') ? ['lines.warehouse'] : []), ...(rows.warehouses ?? [])]),
]

const inWarehouses = allKinds.filter((kind) => warehouseFields(kind).length > 0)

/** Open documents whose goods lie in, leave or come into a warehouse. */
export const openInWarehouse = (req: PayloadRequest, warehouse: number): Promise<OpenDocument[]> =>
  opened(req, inWarehouses, (kind) => {
    const named = warehouseFields(kind).map((field) => {
      const column = (name: string) => sql.raw(`${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_id`)
      const [list, ofLine] = field.split('.')
      return ofLine === undefined
        ? sql`d.${column(field)} = ${warehouse}`
        : sql`exists (select from ${sql.raw(`${tableOf(kind)}_${list}`)} l where l._parent_id = d.id and l.${column(ofLine)} = ${warehouse})`
    })
    return sql`(${sql.join(named, sql` or `)})`
  })

/** Whether anything lies in a warehouse, is promised from it, frozen in it or expected by it; and whether anything ever moved in it. */
export async function warehouseContents(req: PayloadRequest, warehouse: number): Promise<{ items: string[]; moved: boolean }> {
  const items = await query<{ code: string }>(
    req,
    sql`select distinct i.code from stock_balances b join items i on i.id = b.item_id
        where b.warehouse_id = ${warehouse} and (b.on_hand <> 0 or b.frozen <> 0 or b.reserved <> 0 or b.expected_in <> 0
          or b.expected_transfers <> 0 or b.expected_inspection <> 0) order by 1 limit 20`,
  )
  const [moved] = await query<{ yes: boolean }>(
    req,
    sql`select exists (select from stock_entries where warehouse_id = ${warehouse}) as yes`,
  )
  return { items: items.map(({ code }) => code), moved: moved?.yes ?? false }
}

/** Whether any document carries amounts in base currency, or a rate says what others come to in it: then that currency is fixed. */
export async function booksHaveBegun(req: PayloadRequest): Promise<boolean> {
  const tables = ['exchange_rates', ...allKinds.filter(({ inBase }) => inBase).map(tableOf)]
  const begun = tables.map((table) => sql`exists (select from ${sql.raw(table)})`)
  const [row] = await query<{ yes: boolean }>(req, sql`select ${sql.join(begun, sql` or `)} as yes`)
  return row?.yes ?? false
}
