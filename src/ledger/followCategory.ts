import type { PayloadRequest } from 'payload'

import type { Terms } from '@/src/domain/customers/inheritance'

import { query, sql } from './query'

/** A customer whose terms followed its category: what they were and what they are. */
export type FollowedCustomer = { id: number; code: string; version: number; before: Terms; after: Terms }

const columns = [
  ['paymentTerms', 'payment_terms_id', 'defaults_payment_terms_id'],
  ['currency', 'currency', 'defaults_currency'],
  ['taxMode', 'tax_mode', 'defaults_tax_mode'],
  ['taxCategory', 'tax_category_id', 'defaults_tax_category_id'],
  ['priceLevel', 'price_level', 'defaults_price_level'],
  ['creditLimit', 'credit_limit', 'defaults_credit_limit'],
  ['creditDays', 'credit_days', 'defaults_credit_days'],
] as const

const nearest = columns
  .map(
    ([name, , column]) =>
      `(array_agg(k.${column} order by p.depth) filter (where nullif(k.${column}::text, '') is not null))[1] as "${name}"`,
  )
  .join(', ')

/** The house's value where no category says one. */
const house = { currency: 'base_currency', taxMode: 'tax_mode' } as const

const wanted = columns
  .map(([name, column]) => {
    const cast = name === 'taxMode' ? '::text' : ''
    const fallback = name in house ? `coalesce(e."${name}"${cast}, h.${house[name as keyof typeof house]})` : `e."${name}"`
    return `case when c.inherits @> '["${name}"]'::jsonb then ${fallback} else c.${column}${cast} end as "${name}"`
  })
  .join(', ')

const asObject = (alias: string, of: (entry: (typeof columns)[number]) => string): string =>
  `json_build_object(${columns.map((entry) => `'${entry[0]}', ${alias}.${of(entry)}::text`).join(', ')})`

const differs = columns.map(([name, column]) => `c.${column}::text is distinct from w."${name}"::text`).join(' or ')

const assigned = columns
  .map(([name, column]) => (name === 'taxMode' ? `${column} = w."${name}"::enum_customers_tax_mode` : `${column} = w."${name}"`))
  .join(', ')

/**
 * What customers of a category, or of one below it, take from it follows at once: one statement for any number of customers. A limit that
 * comes from a category is kept to, unless somebody has said that it is not.
 */
export async function followCategory(req: PayloadRequest, category: number, baseCurrency: string): Promise<FollowedCustomer[]> {
  return query<FollowedCustomer>(
    req,
    sql`with recursive below as (
        select id, 0 as depth from customer_categories where id = ${category}
        union all select c.id, b.depth + 1 from below b join customer_categories c on c.parent_id = b.id where b.depth < 100),
      path as (
        select b.id as below, b.id, 1 as depth from below b
        union all select p.below, c.parent_id, p.depth + 1 from path p join customer_categories c on c.id = p.id
          where c.parent_id is not null and p.depth < 100),
      e as (select p.below, ${sql.raw(nearest)} from path p join customer_categories k on k.id = p.id group by p.below),
      w as (
        select c.id, ${sql.raw(wanted)} from customers c join e on e.below = c.category_id cross join (select ${baseCurrency}::text as base_currency, 'inclusive'::text as tax_mode) h
        where c.inherits <> '[]'::jsonb),
      changed as (
        select c.id, ${sql.raw(asObject('c', ([, column]) => column))} as before from customers c join w on w.id = c.id
        where ${sql.raw(differs)} order by c.id for update of c)
      update customers c set ${sql.raw(assigned)}, credit_control = case when w."creditLimit" is null then c.credit_control else coalesce(c.credit_control, true) end,
        version = coalesce(c.version, 1) + 1, updated_at = now()
      from w, changed g where c.id = w.id and g.id = w.id
      returning c.id, c.code, c.version::int as version, g.before, ${sql.raw(asObject('c', ([, column]) => column))} as after`,
  )
}
