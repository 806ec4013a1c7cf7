import type { PayloadRequest } from 'payload'

import { query, sql } from '../query'

type TemplateLine = {
  item: number
  description: string | null
  qty: number
  unit: string | null
  discountRate: number | null
  remark: string | null
  /** quantities only: the prices are those of the day */
  breaks?: number[]
}

/** What a document begins with; `terms` is a rich text in the language the customer is written to. */
export type Template = {
  name: string
  active: boolean
  terms: unknown
  remark: string | null
  validityDays: number | null
  lines: TemplateLine[]
}

const linesOf = (table: ReturnType<typeof sql>, more = sql``) =>
  sql`coalesce((select json_agg(json_build_object('item', l.item_id, 'description', l.description, 'qty', l.qty, 'unit', l.unit,
        'discountRate', l.discount_rate, 'remark', l.remark${more}) order by l._order) from ${table} l where l._parent_id = t.id), '[]'::json)`

const termsFor = (customer: number | null) =>
  sql`case when (select language::text from customers where id = ${customer}) = 'en' then coalesce(t.terms_en, t.terms) else coalesce(t.terms, t.terms_en) end`

export async function quoteTemplate(req: PayloadRequest, id: number, customer: number | null): Promise<Template | null> {
  const [row] = await query<Template>(
    req,
    sql`select t.name, coalesce(t.active, false) as active, ${termsFor(customer)} as terms, t.remark, t.validity_days::int as "validityDays",
          ${linesOf(sql`quote_templates_lines`, sql`, 'breaks', (select json_agg(b.qty order by b.qty) from quote_templates_lines_breaks b where b._parent_id = l.id)`)} as lines from quote_templates t where t.id = ${id}`,
  )
  return row ?? null
}

export async function orderTemplate(req: PayloadRequest, id: number, customer: number | null): Promise<Template | null> {
  const [row] = await query<Template>(
    req,
    sql`select t.name, coalesce(t.active, false) as active, ${termsFor(customer)} as terms, t.remark, null::int as "validityDays",
          ${linesOf(sql`order_templates_lines`)} as lines from order_templates t where t.id = ${id}`,
  )
  return row ?? null
}
