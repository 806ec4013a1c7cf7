import type { PayloadRequest } from 'payload'

import type { CreditObject } from '../postings'
import { query, sql } from '../query'

export type CreditTerms = {
  name: string
  control: boolean
  limit: string | null
  hold: 'none' | 'stop' | 'noCheck'
}

/** Credit terms of a credit object (customer, department, salesperson) as its master record holds them. */
export async function creditTerms(req: PayloadRequest, object: CreditObject): Promise<CreditTerms | null> {
  const table = sql.raw(`"${object.kind}"`)
  const [row] = await query<CreditTerms>(
    req,
    sql`select o.name, coalesce(o.credit_control, o.credit_limit is not null) as control, o.credit_limit as "limit", coalesce(o.credit_hold::text, 'none') as hold
        from ${table} o where o.id = ${object.id}`,
  )
  return row ?? null
}

export type OldestOpen = { documentNo: string; dueDate: string; openAmount: string }

/** The oldest open invoice of a customer above the threshold, for period control and the credit page. */
export async function oldestOpenInvoice({
  req,
  customer,
  threshold,
}: {
  req: PayloadRequest
  customer: number
  threshold: string
}): Promise<OldestOpen | null> {
  const [row] = await query<OldestOpen>(
    req,
    sql`select i.no as "documentNo", coalesce(b.due_date, b.business_date)::text as "dueDate", b.open_amount as "openAmount"
        from receivable_balances b join invoices i on i.id = b.document_id
        where b.document_slug = 'invoices' and b.customer_id = ${customer} and b.open_amount > ${threshold}::numeric
        order by coalesce(b.due_date, b.business_date), i.id limit 1`,
  )
  return row ?? null
}
