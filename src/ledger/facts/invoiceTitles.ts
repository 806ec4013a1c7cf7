import type { PayloadRequest } from 'payload'

import type { InvoiceTitle } from '@/src/domain/customers/invoiceTitles'

import { query, sql } from '../query'

/** To whom invoices of a payer may be made out; one who keeps no list has the one his record names. */
export async function invoiceTitles(req: PayloadRequest, customer: number): Promise<InvoiceTitle[]> {
  const rows = await query<InvoiceTitle>(
    req,
    sql`select id::text as id, title, tax_no as "taxNo", address, phone, bank, bank_account as "bankAccount", main
        from customers_invoice_titles where _parent_id = ${customer} order by _order`,
  )
  if (rows.length > 0) return rows
  return query<InvoiceTitle>(
    req,
    sql`select null as id, coalesce(nullif(invoice_title, ''), name) as title, tax_no as "taxNo", invoice_address as address, invoice_phone as phone, bank,
          bank_account as "bankAccount", true as main
        from customers where id = ${customer}`,
  )
}
