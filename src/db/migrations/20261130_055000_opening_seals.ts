import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

const head = 'net_total tax_total gross_total exchange_rate header_discount freight freight_net freight_tax freight_tax_rate'.split(' ')
const line =
  'qty stock_qty price list_price discount_rate tax_rate net tax gross base_net base_tax base_gross net_price gross_price'.split(' ')

const listed = (row: string, columns: readonly string[]): string =>
  `jsonb_build_array(${columns.map((column) => `trim_scale(${row}.${column}::numeric)`).join(', ')})::text`

const kinds = [
  { table: 'invoices', head: [...head, 'settled_before'], lines: [...line, 'cost_value'] },
  { table: 'orders', head, lines: [...line, 'delivered_before', 'invoiced_before'] },
] as const

/** What documents from elsewhere said when they came in; those that are there say it now. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`create table opening_seals (
    slug text not null,
    document_id int not null,
    version int not null,
    seal text not null,
    primary key (slug, document_id))`)
  for (const { table, head: own, lines } of kinds)
    await db.execute(
      sql.raw(`insert into opening_seals (slug, document_id, version, seal)
        select '${table}', h.id, h.version, md5(${listed('h', own)} || coalesce((select string_agg(${listed('l', lines)}, ';' order by l._order)
          from ${table}_lines l where l._parent_id = h.id), '')) from ${table} h where h.opening`),
    )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table opening_seals`)
}
