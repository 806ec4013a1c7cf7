import type { PayloadRequest } from 'payload'

import type { ItemUnits } from '@/src/domain/pricing/units'
import { asJson, query, sql } from '@/src/ledger/query'

export type Party = {
  id: number
  code: string
  name: string
  billTo: number
  salesperson: number | null
  department: number | null
  currency: string | null
  taxMode: 'inclusive' | 'exclusive'
  paymentTerms: number | null
  invoiceTitle: string | null
  taxNo: string | null
  bank: string | null
  bankAccount: string | null
  invoiceAddress: string | null
  invoicePhone: string | null
  region: string | null
  channel: string | null
}

export type Good = ItemUnits & { id: number; name: string; taxRate: number | null; listPrice: number | null }

const wanted = (ids: readonly number[]) =>
  sql`(select id from jsonb_to_recordset(${asJson(ids.map((id) => ({ id })))}::jsonb) as k(id int))`

/** Customers as documents from elsewhere need them: a file may name a hundred thousand. */
export const readParties = (req: PayloadRequest, ids: readonly number[]): Promise<Party[]> =>
  query<Party>(
    req,
    sql`select c.id, c.code, c.name, coalesce(c.bill_to_id, c.id) as "billTo", c.salesperson_id as salesperson, c.department_id as department,
          nullif(c.currency::text, '') as currency, case when c.tax_mode::text = 'exclusive' then 'exclusive' else 'inclusive' end as "taxMode",
          c.payment_terms_id as "paymentTerms", coalesce(nullif(c.invoice_title, ''), c.name) as "invoiceTitle", nullif(c.tax_no, '') as "taxNo",
          nullif(c.bank, '') as bank, nullif(c.bank_account, '') as "bankAccount", nullif(c.invoice_address, '') as "invoiceAddress",
          nullif(c.invoice_phone, '') as "invoicePhone", nullif(c.region, '') as region, nullif(c.channel, '') as channel
        from customers c where c.id in ${wanted(ids)}`,
  )

/** Items, the same; figures as numbers. */
export const readGoods = (req: PayloadRequest, ids: readonly number[]): Promise<Good[]> =>
  query<Good>(
    req,
    sql`select i.id, i.name, i.unit, i.tax_rate::float8 as "taxRate", i.list_price::float8 as "listPrice",
          coalesce((select json_agg(json_build_object('unit', u.unit, 'factor', u.factor) order by u._order) from items_units u
            where u._parent_id = i.id), '[]'::json) as units
        from items i where i.id in ${wanted(ids)}`,
  )
