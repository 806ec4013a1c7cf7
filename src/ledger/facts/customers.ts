import type { PayloadRequest } from 'payload'

import { rememberedRows } from '../masterMemo'
import { query, type Sql, sql } from '../query'

/** Everything the rules need of a customer; `billTo` is the customer itself when none is named. */
export type CustomerFacts = {
  id: number
  code: string
  name: string
  status: 'active' | 'frozen' | 'disabled'
  billTo: number
  categories: number[]
  salesperson: number | null
  department: number | null
  paymentTerms: number | null
  currency: string | null
  taxMode: 'inclusive' | 'exclusive' | null
  grade: string | null
  /** The tax category of the customer, in place of that of the items; its rate is null when exempt. */
  taxCategory: { rate: string | null } | null
  /** What a tax invoice made out to this customer says. */
  invoiceTitle: string
  taxNo: string | null
  bank: string | null
  bankAccount: string | null
  invoiceAddress: string | null
  invoicePhone: string | null
  /** The default delivery address, else the first. */
  address: string | null
  region: string | null
  channel: string | null
}

/** Facts of one customer with its category path (nearest first); `null` when there is none. Read once per transaction. */
export async function customerFacts(req: PayloadRequest, id: number): Promise<CustomerFacts | null> {
  const read = async (): Promise<Map<number, CustomerFacts>> => {
    const row = await readCustomer(req, id)
    return row ? new Map([[id, row]]) : new Map()
  }
  return (await rememberedRows({ req, kind: 'customers', keys: [id], read })).get(id) ?? null
}

async function readCustomer(req: PayloadRequest, id: number): Promise<CustomerFacts | undefined> {
  const [row] = await query<CustomerFacts>(req, customerAsked(id))
  return row
}

/** The question for the facts of this customer. */
export const customerAsked = (id: number): Sql =>
  sql`with recursive path as (
      select cat.id, cat.parent_id, 1 as depth from customers c join customer_categories cat on cat.id = c.category_id where c.id = ${id}
      union all select cat.id, cat.parent_id, p.depth + 1 from path p join customer_categories cat on cat.id = p.parent_id where p.depth < 20)
    select c.id, c.code, c.name, c.status::text as status, coalesce(c.bill_to_id, c.id) as "billTo",
      coalesce((select json_agg(id order by depth) from path), '[]'::json) as categories,
      c.salesperson_id as salesperson, c.department_id as department, c.payment_terms_id as "paymentTerms", c.currency::text as currency,
      c.tax_mode::text as "taxMode", c.credit_grade::text as grade,
      case when t.id is not null then json_build_object('rate', case when t.exempt then null else t.rate::text end) end as "taxCategory",
      coalesce(nullif(c.invoice_title, ''), c.name) as "invoiceTitle", c.tax_no as "taxNo", c.bank, c.bank_account as "bankAccount", c.invoice_address as "invoiceAddress", c.invoice_phone as "invoicePhone", c.region, c.channel,
      (select concat_ws(E'\\n', a.address, nullif(concat_ws(' ', a.contact, a.phone), '')) from customers_addresses a
        where a._parent_id = c.id order by coalesce(a.main, false) desc, a._order limit 1) as address
    from customers c left join tax_categories t on t.id = c.tax_category_id where c.id = ${id}`
