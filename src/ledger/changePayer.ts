import type { PayloadRequest } from 'payload'

import type { TitleData } from '@/src/domain/customers/invoiceTitles'

import { tableOf } from './kinds'
import type { DocumentRef } from './postings'
import { asJson, query, sql } from './query'

/** What a document says of who pays it. */
type PayerData = TitleData & { billTo: number }

/** Those among invoices and receipts that are settled in part: what settles them belongs to the former payer, too. */
export async function partlySettled(req: PayloadRequest, documents: readonly DocumentRef[]): Promise<DocumentRef[]> {
  return query<DocumentRef>(
    req,
    sql`select b.document_slug as slug, b.document_id as id
        from receivable_balances b join jsonb_to_recordset(${asJson(documents)}::jsonb) as k(slug text, id int)
          on b.document_slug = k.slug and b.document_id = k.id
        where b.total <> b.open_amount order by 1, 2`,
  )
}

export type Restated = { id: number; no: string; version: number }

/**
 * Names another payer in documents of one kind and counts their version up. What a tax invoice says of him goes with it, but for an
 * audited invoice: that is made out already.
 */
export async function namePayer({
  req,
  slug,
  ids,
  payer,
}: {
  req: PayloadRequest
  slug: string
  ids: readonly number[]
  payer: PayerData
}): Promise<Restated[]> {
  const { billTo, invoiceTitle, taxNo, bank, bankAccount, invoiceAddress, invoicePhone } = payer
  const wanted = sql`select k.id from jsonb_to_recordset(${asJson(ids.map((id) => ({ id })))}::jsonb) as k(id int)`
  const kept = slug === 'invoices' ? sql`status::text <> 'draft'` : sql`false`
  const titles = {
    invoice_title: invoiceTitle,
    tax_no: taxNo,
    bank,
    bank_account: bankAccount,
    invoice_address: invoiceAddress,
    invoice_phone: invoicePhone,
  }
  const anew = Object.entries(titles).map(([column, value]) => {
    const name = sql.identifier(column)
    return sql`${name} = case when ${kept} then ${name} else ${value}::text end`
  })
  // a title that was chosen is one of the former payer's
  if (['quotes', 'orders', 'invoices'].includes(slug)) anew.push(sql`chosen_title = case when ${kept} then chosen_title end`)
  const title = slug === 'receipts' ? sql`` : sql`, ${sql.join(anew, sql`, `)}`
  return query<Restated>(
    req,
    sql`update ${sql.raw(tableOf(slug))} set bill_to_id = ${billTo}, version = version + 1, updated_at = now()${title}
        where id in (${wanted}) returning id, no, version::int as version`,
  )
}

/** What these invoices and receipts still owe or hold leaves the former payer and comes to this one, on this day. */
export async function moveReceivables({
  req,
  documents,
  payer,
  date,
}: {
  req: PayloadRequest
  documents: readonly DocumentRef[]
  payer: number
  date: string
}): Promise<void> {
  const keys = sql`jsonb_to_recordset(${asJson(documents)}::jsonb) as k(slug text, id int)`
  await query(
    req,
    sql`with held as (
      select e.kind, e.customer_id, e.document_slug, e.document_id, e.source_slug, e.source_id, e.source_line, max(e.source_version) as version, sum(e.amount) as amount
        from receivable_entries e join ${keys} on e.document_slug = k.slug and e.document_id = k.id
        where e.customer_id <> ${payer} group by 1, 2, 3, 4, 5, 6, 7 having sum(e.amount) <> 0)
    insert into receivable_entries (kind, customer_id, document_slug, document_id, amount, source_slug, source_id, source_line, source_version, cause_slug, cause_id, business_date)
    select h.kind, m.customer, h.document_slug, h.document_id, h.amount * m.sign, h.source_slug, h.source_id, h.source_line, h.version, h.document_slug, h.document_id, ${date}::date
      from held h cross join lateral (values (h.customer_id, -1), (${payer}::int, 1)) m(customer, sign)`,
  )
  await query(
    req,
    sql`update receivable_balances b set customer_id = ${payer} from ${keys} where b.document_slug = k.slug and b.document_id = k.id`,
  )
}
