import type { ClientBase } from 'pg'

import { env } from '@/src/env/env'
import { rebuildLastPrices } from '@/src/ledger/lastPrices'
import { rebuildSums } from '@/src/ledger/sums/addUp'
import { summedSlugs, sumsTables } from '@/src/ledger/sums/sumsOf'

import { takeChances } from './chances'
import { writeDocuments } from './documents'
import { writeLedgers } from './ledgers'
import { sizesOf, writeMasters } from './masters'
import { planBooks } from './plan'

type BooksWanted = {
  /** Order lines; orders are about a fifth of them, deliveries and invoices somewhat more. */
  lines: number
  seed: number
  /** The last day of the books; they cover the four years before. */
  last: string
}

const documents = ['orders', 'deliveries', 'invoices', 'receipts', 'quotes'] as const
/** What has to be known of before questions are asked. */
const filled = [
  ...documents,
  ...['orders_lines', 'orders_lines_schedule', 'deliveries_lines', 'invoices_lines', 'quotes_lines', 'receipts_allocations'],
  ...['progress_entries', 'line_progress', 'receivable_entries', 'receivable_balances', 'credit_entries', 'credit_balances'],
  ...['stock_entries', 'stock_balances', 'stock_totals', 'item_costs', 'last_prices', 'customers', 'items', 'users', 'departments'],
]

/**
 * Books of a house that has worked for four years, into an empty, migrated database: customers and items sold by Zipf's law, seasons, growth, deliveries in
 * parts, late ones, short-closed ones, customers who pay by habit. A dozen statements a size knows no limit of; the same wish gives the same books.
 * Foreign keys are not looked up one by one where whoever works here may say so: what is written refers to what is written before.
 */
export async function generateBooks(client: ClientBase, { lines, seed, last }: BooksWanted): Promise<void> {
  const years = 4
  const first = `${String(Number(last.slice(0, 4)) - years)}${last.slice(4) === '-02-29' ? '-02-28' : last.slice(4)}`
  const sizes = sizesOf(lines)
  await client.query('begin')
  try {
    await client.query(
      `select set_config('session_replication_role', 'replica', true) from pg_roles where rolname = current_user and rolsuper`,
    )
    await client.query('set local jit = off')
    await client.query(`set local work_mem = '256MB'`)
    await takeChances(client, { seed, first, last })
    await writeMasters(client, sizes)
    await planBooks(client, { lines, sizes, last })
    await writeDocuments(client, last)
    await writeLedgers(client, last)
    for (const table of documents)
      await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`)
    for (const statement of rebuildLastPrices) await client.query(statement)
    for (const slug of summedSlugs)
      await client.query(`insert into sums_due (slug, document_id) select '${slug}', id from ${slug} on conflict do nothing`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  // functions of the connection: the next books have another seed
  await client.query(
    'drop function if exists pg_temp.chance(bigint, text); drop function if exists pg_temp.ranked(float8, int); drop function if exists pg_temp.day_of(float8)',
  )
  await client.query(`vacuum analyze ${filled.join(', ')}`)
  // what documents add up to is asked document by document: only who knows how many lines one has goes by their indexes
  await client.query('begin')
  for (const statement of rebuildSums(env.TZ_BUSINESS)) await client.query(statement)
  await client.query('commit')
  await client.query(`vacuum analyze sums_due, ${sumsTables.join(', ')}`)
}
