import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What a document is found by when somebody types its number: the whole of it, and what follows each of its parts (`0041` of
 * `SO20261129-0041`), the month and the plain figure too. The index is made of the number itself, so that nothing has to be kept beside it.
 * Signs are told apart by their codes, not by the locale of the server.
 */
const columns = [
  ['orders', 'no'],
  ['orders', 'external_no'],
  ['quotes', 'no'],
  ['order_changes', 'no'],
  ['price_adjustments', 'no'],
  ['deliveries', 'no'],
  ['returns', 'no'],
  ['invoices', 'no'],
  ['receipts', 'no'],
  ['samples', 'no'],
  ['sample_work_orders', 'no'],
  ['stock_receipts', 'no'],
  ['stock_issues', 'no'],
  ['stock_transfers', 'no'],
  ['stock_counts', 'no'],
  ['stock_freezes', 'no'],
  ['cost_corrections', 'no'],
] as const

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`create function number_words(number text) returns tsvector language sql immutable parallel safe as $body$
    select pg_catalog.array_to_tsvector(array(
      select distinct word from (
        select plain as word from (select lower(normalize(coalesce(number, ''), NFKC)) as plain) one
        union all
        select regexp_replace(plain, '[\\x01-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7f]', '', 'g')
        from (select lower(normalize(coalesce(number, ''), NFKC)) as plain) bare
        union all
        select ltrim(substring(plain from '[0-9]+$'), '0') from (select lower(normalize(coalesce(number, ''), NFKC)) as plain) figure
        union all
        select substr(plain, at) from (select lower(normalize(coalesce(number, ''), NFKC)) as plain) parts,
          generate_series(2, length(plain)) at
        where substr(plain, at, 1) !~ '[\\x01-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7f]' and (
          substr(plain, at - 1, 1) ~ '[\\x01-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7f]'
          or (substr(plain, at, 1) ~ '[0-9]') <> (substr(plain, at - 1, 1) ~ '[0-9]')
          or (at > 4 and substr(plain, at - 4, 8) ~ '^20[0-9]{6}$'))
      ) words where word <> ''))
  $body$`),
  )
  for (const [table, column] of columns)
    await db.execute(sql.raw(`create index ${table}_${column}_words on ${table} using gin (number_words(${column}))`))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const [table, column] of columns) await db.execute(sql.raw(`drop index ${table}_${column}_words`))
  await db.execute(sql.raw('drop function number_words(text)'))
}
