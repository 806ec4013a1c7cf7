import type { PostgresAdapter } from '@payloadcms/db-postgres/types'
import type { PayloadRequest } from 'payload'

import type { DocumentRef } from '@/src/domain/kernel/contributions'
import { postgresOf } from '@/src/db/postgres'

import { tableOf } from './kinds'
import { asJson, query, sql } from './query'
import { sums, sumsTables } from './sums/sumsOf'

/*
 * A document that was proven and has not been touched since need not be proven again. Postgres notes with every row which transaction wrote it
 * (xmin), and nothing changes a row, by whatever door, without that. The seal of a document is made of the rows its proof looks at: its head and
 * its lists, what the books hold of it and of its lines, who owes it, whom the documents it settles belong to. Made in SQL for all documents at
 * once; kept with what a proof found sound (docs/adr/0064).
 */

/** A document as its proof saw it. */
export type SealedDocument = { slug: string; id: number; seal: string }

/** Documents found sound, and the ground on which: what goes for all of them. */
export type Seals = { sound: SealedDocument[]; ground: string }

/** The rows a seal is made of, so that a row of one kind is never taken for one of another. */
const rows = [
  'head',
  'list',
  'stock_entries',
  'credit_entries',
  'progress_entries',
  'receivable_entries',
  'progress',
  'owed',
  'settled',
  'supplied',
  ...sumsTables,
] as const

const writtenBy = (row: string, of: (typeof rows)[number]): string =>
  `${row}.xmin::text::bigint * ${String(rows.length)} + ${String(rows.indexOf(of))}`

type RawTables = PostgresAdapter['rawTables']

type List = { from: string; row: string; document: string }

/** The lists of a document and the lists of their rows: where they stand, and how the document of a row is found. */
function listsOf(tables: RawTables, parent: string, above?: List): List[] {
  return Object.values(tables).flatMap(({ name, foreignKeys }) => {
    if (foreignKeys?.['_parentIDFk']?.foreignColumns[0]?.table !== parent) return []
    const list: List = above
      ? { from: `${above.from} join ${name} on ${parent}.id = ${name}._parent_id`, row: name, document: above.document }
      : { from: name, row: name, document: `${name}._parent_id` }
    return [list, ...listsOf(tables, name, list)]
  })
}

function ownParts(tables: RawTables, slug: string): string[] {
  const table = tableOf(slug)
  return [
    `select '${slug}' as slug, id, true as head, hashint8extended(id, ${writtenBy(table, 'head')}) as seal from ${table}`,
    ...listsOf(tables, table).map(
      ({ from, row, document }) =>
        `select '${slug}', ${document}, false, hashtextextended(${row}.id, ${writtenBy(row, 'list')}) from ${from}`,
    ),
  ]
}

/** What the books hold, by the document that caused it. */
const books = ['stock_entries', 'credit_entries', 'progress_entries', 'receivable_entries'] as const
const bookParts = books.map((book) => `select source_slug, source_id, false, hashint8extended(id, ${writtenBy(book, book)}) from ${book}`)

/** A receipt and an invoice settle one another: each books for those whose the other is. */
const settled = [
  `select 'receipts', r._parent_id, false, hashtextextended(r.id, ${writtenBy('o', 'settled')})
   from receipts_allocations r join invoices o on o.id = r.invoice_id`,
  ...(['invoice', 'receipt'] as const).map(
    (named) => `select 'invoices', i.id, false, hashtextextended(concat_ws('/', '${named}', i.id, a.n), ${writtenBy('o', 'settled')})
   from invoices i cross join jsonb_array_elements(i.advances) with ordinality a(settled, n) join ${named}s o on o.id = (a.settled ->> '${named}')::int
   where jsonb_typeof(i.advances) = 'array'`,
  ),
]

/** What others say that its proof looks at: progress of its lines, who owes what it books, whose the documents are that it settles. */
const foreignParts = [
  `select line_slug, document_id, false, hashtextextended(line_id, ${writtenBy('line_progress', 'progress')}) from line_progress`,
  `select e.source_slug, e.source_id, false, hashint8extended(e.id, ${writtenBy('b', 'owed')})
   from receivable_entries e join receivable_balances b on b.document_slug = e.document_slug and b.document_id = e.document_id`,
  ...settled,
  // how an order was supplied is told by its deliveries
  `select 'orders', x._parent_id, false, hashtextextended(concat_ws('/', l.id, v.xmin), ${writtenBy('l', 'supplied')})
   from orders_lines x join deliveries_lines l on l.order_line = x.id join deliveries v on v.id = l._parent_id`,
]

/** What is kept of what it adds up to. Rows without a number: what they say takes its place. */
const sumsParts = sumsTables.map((table) => {
  const { slug, document } = sums[table]
  return `select '${slug}', ${document}, false, hashtextextended(${table}::text, ${writtenBy(table, table)}) from ${table}`
})

/** By which version, and at which instant (ISO), a proof is made. */
export type Proving = { version: string; at: string }

/**
 * What a proof goes by beside the document: this version, the newest migration, and which terms are paid before delivery. No seal is trusted
 * beyond its month, so that everything is looked at again at least so often.
 */
const groundOf = ({ version, at }: Proving) =>
  sql`select concat_ws(' ', ${version}::text, ${at.slice(0, 7)}::text, (select max(name) from payload_migrations),
    (select bit_xor(hashint8extended(id, xmin::text::bigint)) from payment_terms))`

/**
 * The documents of these kinds that are not as they were when they were proven, with their seals as they are now; `total`: how many there are;
 * `ground`: what goes for all of them, kept with each seal.
 */
export async function changedDocuments(
  req: PayloadRequest,
  { slugs, proving }: { slugs: readonly string[]; proving: Proving },
): Promise<{ changed: SealedDocument[]; total: number; ground: string }> {
  const { rawTables } = postgresOf(req.payload)
  const parts = [...slugs.flatMap((slug) => ownParts(rawTables, slug)), ...bookParts, ...foreignParts, ...sumsParts].join(' union all ')
  const [found] = await query<{ total: number; ground: string; changed: Array<[string, number, string]> }>(
    req,
    sql`with ground as (${groundOf(proving)} as ground),
      seals as materialized (select slug, id, bit_xor(seal) as seal from (${sql.raw(parts)}) p group by slug, id having bool_or(head))
      select (select count(*)::int from seals) as total, (select ground from ground) as ground,
        (select coalesce(json_agg(json_build_array(s.slug, s.id, s.seal::text) order by s.id), '[]') from seals s
          left join proven_documents k on k.slug = s.slug and k.document_id = s.id
          where k.seal is distinct from s.seal or k.ground <> (select ground from ground)) as changed`,
  )
  return {
    total: found?.total ?? 0,
    ground: found?.ground ?? '',
    changed: (found?.changed ?? []).map(([slug, id, seal]) => ({ slug, id, seal })),
  }
}

/** Keeps the seals of documents that were found sound. */
export async function keepSeals(req: PayloadRequest, { sound, ground }: Seals): Promise<void> {
  await query(
    req,
    sql`insert into proven_documents (slug, document_id, seal, ground)
      select slug, id, seal::bigint, ${ground} from jsonb_to_recordset(${asJson(sound)}::jsonb) as r(slug text, id int, seal text)
      on conflict (slug, document_id) do update set seal = excluded.seal, ground = excluded.ground`,
  )
}

/** Documents that the books have entries of, or sums are kept of, and that are not there. */
export async function missingDocuments(req: PayloadRequest, slugs: readonly string[]): Promise<DocumentRef[]> {
  const heads = slugs.map((slug) => `select '${slug}' as slug, id from ${tableOf(slug)}`).join(' union all ')
  const told = [
    ...books.map((book) => `select distinct source_slug as slug, source_id as id from ${book}`),
    ...sumsTables.map((table) => `select distinct '${sums[table].slug}', ${sums[table].document} from ${table}`),
  ].join(' union ')
  return query<DocumentRef>(req, sql.raw(`select slug, id from (${told}) c except select slug, id from (${heads}) h order by 1, 2`))
}
