import type { PayloadRequest } from 'payload'

import { lexeme } from '../lookupWords'
import { asJson, readOnce, sql } from '../query'

/** A word as the beginning of a lexeme, quoted as Postgres wants it. */
export const beginning = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}':*`
const whole = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

export type Asked = {
  kind: string
  /** the whole text, folded */
  typed: string
  words: readonly string[]
  /** the person may see records with one of these words only; null = all */
  owners: readonly string[] | null
  limit: number
}

/**
 * The records that have every word typed, best first: the exact code, codes that begin with it, the others by code. Each of the three is
 * read from its own index and stops early, so the answer is as fast among a million records as among ten.
 */
export async function foundIds(req: PayloadRequest, { kind, typed, words, owners, limit }: Asked): Promise<number[]> {
  const mine = owners === null ? null : owners.map((word) => whole(lexeme(kind, word))).join(' | ')
  if (mine === '') return []
  const asked = words.map((word) => beginning(lexeme(kind, word)))
  const all = [...asked, ...(mine === null ? [] : [`(${mine})`])].join(' & ')
  const after = `${typed}\u{10FFFF}` // codes are compared by code point
  const rows = await readOnce<{ id: number }>(
    req,
    sql`with found as (
      (select record_id, code from lookup_words where kind = ${kind}::text and code = ${typed}::text
        and (${mine}::text is null or words @@ ${mine}::tsquery))
      union
      (select record_id, code from lookup_words where kind = ${kind}::text
        and (${typed}::text = '' or (code >= ${typed}::text and code < ${after}::text))
        and (${mine}::text is null or words @@ ${mine}::tsquery) order by code limit ${limit}::int)
      union
      (select record_id, code from lookup_words where ${asked.length > 0}::boolean and words @@ ${all || "'-'"}::tsquery limit 500))
    select record_id as id from found order by code <> ${typed}::text, not starts_with(code, ${typed}::text), code, record_id limit ${limit}::int`,
  )
  return rows.map(({ id }) => id)
}

/** What is free of these items in stock unit, over the warehouses a person is limited to (null = all). */
export async function freeOf(
  req: PayloadRequest,
  items: readonly number[],
  warehouses: readonly number[] | null,
): Promise<Map<number, number>> {
  const limited = warehouses ? asJson(warehouses.map((id) => ({ id }))) : null
  const rows = await readOnce<{ item: number; free: number }>(
    req,
    sql`select t.item_id as item, sum(t.on_hand - t.frozen - t.reserved)::float8 as free from stock_totals t
      join jsonb_to_recordset(${asJson(items.map((id) => ({ id })))}::jsonb) as k(id int) on k.id = t.item_id
      where ${limited}::jsonb is null or t.warehouse_id in (select w.id from jsonb_to_recordset(${limited}::jsonb) as w(id int))
      group by t.item_id`,
  )
  return new Map(rows.map(({ item, free }) => [item, free]))
}

export type LastSold = { item: number; price: number; unit: string | null; currency: string; date: string }

/** What a customer paid for these items when they were last sold to him, as entered then; quotes are no sale. */
export async function lastSold(req: PayloadRequest, items: readonly number[], customer: number): Promise<Map<number, LastSold>> {
  const rows = await readOnce<Omit<LastSold, 'price'> & { price: string }>(
    req,
    sql`select distinct on (item_id) item_id as item, price, unit, currency, to_char(date, 'YYYY-MM-DD') as date
        from last_prices where customer_id = ${customer}::int and source <> 'quote'
          and item_id in (select k.id from jsonb_to_recordset(${asJson(items.map((id) => ({ id })))}::jsonb) as k(id int))
        order by item_id, date desc, document_id desc`,
  )
  return new Map(rows.map((row) => [row.item, { ...row, price: Number(row.price) }]))
}
