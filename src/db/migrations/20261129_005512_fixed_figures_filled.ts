import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/*
 * What documents fix from now on, filled from today's master for those that are there: the payer, as the books have booked it where
 * they have, and what his record says for tax invoices. Rates in a foreign currency were typed; five tax categories to begin with.
 */
const booked = (slug: string): string => `(select e.object_id from credit_entries e
    where e.source_slug = '${slug}' and e.source_id = d.id and e.object_kind = 'customers'
    group by e.object_id having sum(e.amount) <> 0 order by e.object_id limit 1)`

const salesDocument = (slug: string): string => `
update ${slug} d set bill_to_id = p.id, invoice_title = coalesce(nullif(p.invoice_title, ''), p.name), tax_no = p.tax_no, bank = p.bank,
  bank_account = p.bank_account,
  rate_typed = coalesce(d.currency, '') <> coalesce((select base_currency::text from company order by id limit 1), 'CNY') and d.exchange_rate <> 1
from (select x.id as document, coalesce(${booked(slug).replaceAll('d.id', 'x.id')}, c.bill_to_id, c.id) as payer
    from ${slug} x join customers c on c.id = x.customer_id) k
  join customers p on p.id = k.payer
where k.document = d.id;`

const categories = `
insert into tax_categories (code, name, exempt, rate) values
  ('VAT13', '增值税 13%', false, 13), ('VAT9', '增值税 9%', false, 9), ('VAT6', '增值税 6%', false, 6), ('VAT0', '零税率 0%', false, 0),
  ('EXEMPT', '免税', true, null);
update items i set tax_category_id = t.id from tax_categories t where t.rate is not distinct from i.tax_rate;`

const receipts = `
update receipts d set bill_to_id = coalesce(${booked('receipts')}, c.bill_to_id, c.id) from customers c where c.id = d.customer_id;`

const filled = [categories, ...['quotes', 'orders', 'deliveries', 'returns', 'invoices'].map(salesDocument), receipts].join('\n')

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(filled))
}

/** The columns go with the migration before. */
export async function down(_: MigrateDownArgs): Promise<void> {}
