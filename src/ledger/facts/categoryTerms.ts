import type { PayloadRequest } from 'payload'

import type { CategoryTerms, Terms } from '@/src/domain/customers/inheritance'

import { rememberedRows } from '../masterMemo'
import { query, sql } from '../query'
import { joinTree } from '../trees'

type Path = { path: CategoryTerms[] }

/**
 * A customer category and the categories above it, the nearest first, each with the defaults it states. Nobody changes the tree until the
 * end of the transaction that has read it.
 */
export async function categoryPath(req: PayloadRequest, id: number): Promise<CategoryTerms[]> {
  const read = async (): Promise<Map<number, Path>> => {
    await joinTree(req, 'customer-categories')
    const rows = await query<Omit<CategoryTerms, 'defaults'> & { defaults: Terms }>(
      req,
      sql`with recursive up as (
            select c.*, 1 as depth from customer_categories c where c.id = ${id}
            union all select c.*, u.depth + 1 from up u join customer_categories c on c.id = u.parent_id where u.depth < 100)
          select id, code, name, json_build_object('paymentTerms', defaults_payment_terms_id, 'currency', defaults_currency, 'taxMode', defaults_tax_mode,
            'taxCategory', defaults_tax_category_id, 'priceLevel', defaults_price_level, 'creditLimit', defaults_credit_limit::text,
            'creditDays', defaults_credit_days::text) as defaults
          from up order by depth`,
    )
    return new Map([[id, { path: rows }]])
  }
  return (await rememberedRows({ req, kind: 'category-terms', keys: [id], read })).get(id)?.path ?? []
}
