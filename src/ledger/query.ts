import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { postgresOf } from '@/src/db/postgres'
import { txOf } from '@/src/db/transaction'

import type { DocumentRef } from './postings'

export type Sql = ReturnType<typeof sql>

/**
 * Runs one statement inside the transaction of `req` and returns its rows.
 * Throws when `req` carries no open transaction: the books are never read or written outside one.
 */
export async function query<Row>(req: PayloadRequest, statement: Sql): Promise<Row[]> {
  const tx = await txOf(req)
  const { rows } = await tx.execute(statement)
  return rows as Row[]
}

/**
 * Reads one statement in the transaction of `req` when one is open, else on its own: for questions of access, which are asked
 * before there is a transaction, and side by side.
 */
export async function readOnce<Row>(req: PayloadRequest, statement: Sql): Promise<Row[]> {
  if (req.transactionID !== undefined && req.transactionID !== null) return query<Row>(req, statement)
  const { rows } = await postgresOf(req.payload).drizzle.execute(statement)
  return rows as Row[]
}

/**
 * Asks several questions by one statement; the rows of each under its name. They come as JSON: a question must ask for numbers that are not whole, and
 * for days, as texts, which is what the driver gives of them otherwise.
 */
export async function queryTogether<Answers extends Record<string, readonly object[]>>(
  req: PayloadRequest,
  questions: Readonly<Record<keyof Answers & string, Sql>>,
): Promise<Answers> {
  const parts = Object.entries<Sql>(questions).map(
    ([name, question]) => sql`(select coalesce(json_agg(q), '[]'::json) from (${question}) q) as ${sql.raw(`"${name}"`)}`,
  )
  const [answers] = await query<Answers>(req, sql`select ${sql.join(parts, sql`, `)}`)
  if (!answers) throw new Error('One row was asked for, and none came')
  return answers
}

/**
 * Statements that write, as one, so that the database need not wait for the next to be sent. None sees what another writes; what refers to it is
 * looked at when all have written.
 */
export async function writeTogether(req: PayloadRequest, statements: readonly Sql[]): Promise<void> {
  if (statements.length === 0) return
  const parts = statements.map((statement, index) => sql`${sql.raw(`w${index}`)} as (${statement})`)
  await query(req, sql`with ${sql.join(parts, sql`, `)} select`)
}

/** The rows as one jsonb parameter: set-based statements take any number of lines as one value. */
export const asJson = (rows: readonly object[]): string => JSON.stringify(rows)

/*
 * A few documents are named by lists of values, not by JSON: of JSON Postgres expects a hundred rows, and plans to go through whole books where it is asked
 * for one or two documents.
 */

/** Ids as one value, for `= any(…)`. */
export const idList = (ids: readonly number[]): Sql => sql`${sql.param([...ids])}::int[]`

/** The same of lines and other texts. */
export const textList = (texts: readonly string[]): Sql => sql`${sql.param([...texts])}::text[]`

/** Documents as a table of `slug` and `id`. */
export const documentTable = (documents: readonly DocumentRef[]): Sql =>
  sql`unnest(${textList(documents.map(({ slug }) => slug))}, ${idList(documents.map(({ id }) => id))})`

export { sql }
