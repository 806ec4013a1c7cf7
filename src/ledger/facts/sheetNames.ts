import type { PayloadRequest } from 'payload'

import type { Named } from '@/src/domain/words/nameIn'

import { query, sql } from '../query'

/** The names a text of a document may be filled with. */
type SheetNames = { customer: string | null; contact: string | null; salesperson: string | null; paymentTerms: Named | null }

export async function sheetNames(
  req: PayloadRequest,
  ids: { customer: number | null; salesperson: number | null; paymentTerms: number | null },
): Promise<SheetNames> {
  const [row] = await query<SheetNames>(
    req,
    sql`select (select name from customers where id = ${ids.customer}) as customer,
          (select name from customers_contacts where _parent_id = ${ids.customer} order by coalesce(main, false) desc, _order limit 1) as contact,
          (select name from users where id = ${ids.salesperson}) as salesperson,
          (select json_build_object('name', name, 'nameEn', name_en) from payment_terms where id = ${ids.paymentTerms}) as "paymentTerms"`,
  )
  return row ?? { customer: null, contact: null, salesperson: null, paymentTerms: null }
}
