import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Which document a file belongs to and whose document that is: the reach of every upload. `part` tells the document's own files
 * from those of opinions about it. `owned`: the document has an owner by whom people are limited. Files attached before this table
 * existed are entered from the links that stand.
 */
const table = `create table file_uses (
  kind text not null check (kind in ('drawings', 'pictures')),
  file_id integer not null,
  document text not null,
  document_id integer not null,
  part text not null default 'own',
  owned boolean not null,
  salesperson_id integer,
  department_id integer,
  prepared_by_id integer,
  warehouse_ids integer[] not null default '{}',
  primary key (kind, file_id, document, document_id, part))`

const indexes = [
  `create index file_uses_document on file_uses (document, document_id)`,
  `create index file_uses_salesperson on file_uses (salesperson_id) where salesperson_id is not null`,
]

type Linking = { document: string; table: string; columns: readonly string[] }

/** Documents with an owner in their header, and those everybody with the role reads. */
const linking: readonly Linking[] = [
  ...['samples', 'feedback-rounds', 'sample-work-orders', 'quotes', 'orders', 'order-changes', 'deliveries', 'returns', 'invoices'].map(
    (document) => ({ document, table: document.replaceAll('-', '_'), columns: ['salesperson_id', 'department_id', 'prepared_by_id'] }),
  ),
  ...['receipts', 'stock-receipts', 'stock-issues', 'stock-transfers', 'credit-limits', 'credit-grades'].map((document) => ({
    document,
    table: document.replaceAll('-', '_'),
    columns: ['prepared_by_id'],
  })),
  { document: 'items', table: 'items', columns: [] },
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of [table, ...indexes]) await db.execute(sql.raw(statement))
  for (const { document, table: name, columns } of linking) {
    const { rows } = (await db.execute(
      sql.raw(
        `select column_name as name, table_name as "in" from information_schema.columns where table_name in ('${name}', '${name}_rels')`,
      ),
    )) as unknown as { rows: Array<{ name: string; in: string }> }
    const has = (inTable: string, column: string): boolean => rows.some((row) => row.in === inTable && row.name === column)
    const owners = columns.filter((column) => has(name, column))
    for (const kind of ['drawings', 'pictures'].filter((each) => has(`${name}_rels`, `${each}_id`))) {
      await db.execute(
        sql.raw(`insert into file_uses (kind, file_id, document, document_id, owned${owners.map((column) => `, ${column}`).join('')})
          select distinct '${kind}', r.${kind}_id, '${document}', d.id, ${String(owners.includes('salesperson_id'))}${owners.map((column) => `, d.${column}`).join('')}
          from ${name}_rels r join ${name} d on d.id = r.parent_id
          where r.${kind}_id is not null${name === 'items' ? ` and d.kind::text = 'goods' and d.sample_id is null` : ''}`),
      )
    }
  }
  for (const kind of ['drawings', 'pictures'])
    await db.execute(sql.raw(`update ${kind} f set used = true where exists (select 1 from file_uses u where u.kind = '${kind}' and u.file_id = f.id)`))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop table file_uses'))
}
