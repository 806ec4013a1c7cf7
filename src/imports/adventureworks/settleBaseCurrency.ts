import type { ClientBase } from 'pg'

/** Documents that carry amounts in base currency: while there are none, the base currency may still be chosen. */
const bookedTables = ['orders', 'deliveries', 'invoices', 'quotes', 'receipts', 'stock_receipts'] as const

export type BaseCurrency = { outcome: 'same' } | { outcome: 'changed' } | { outcome: 'other'; baseCurrency: string }

/** The settings have never been saved: what the form would propose is stored with the currency (name by column default, five-day week). */
async function createCompany({ client, currency }: { client: ClientBase; currency: string }): Promise<void> {
  await client.query(
    `with created as (insert into company (base_currency, created_at, updated_at) values ($1, now(), now()) returning id)
     insert into company_calendar_work_days ("order", parent_id, value)
     select day, created.id, day::text::enum_company_calendar_work_days from created, generate_series(1, 5) as day`,
    [currency],
  )
}

/**
 * Makes sure the books are kept in `currency`, because the source's figures are. Books in another currency are changed
 * only while they are empty; otherwise nothing is changed and the outcome is `other`.
 */
export async function settleBaseCurrency({ client, currency }: { client: ClientBase; currency: string }): Promise<BaseCurrency> {
  const { rows } = await client.query<{ id: number; base: string | null }>(
    'select id, base_currency::text as base from company order by id limit 1 for update',
  )
  const company = rows[0]
  if (company?.base === currency) return { outcome: 'same' }
  const used = await client.query<{ used: boolean }>(
    `select ${bookedTables.map((table) => `exists (select from ${table})`).join(' or ')} as used`,
  )
  if (used.rows[0]?.used) return { outcome: 'other', baseCurrency: company?.base ?? 'CNY' }
  if (company) await client.query('update company set base_currency = $2, updated_at = now() where id = $1', [company.id, currency])
  else await createCompany({ client, currency })
  return { outcome: 'changed' }
}
