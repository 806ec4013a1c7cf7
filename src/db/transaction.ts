import { sql } from '@payloadcms/db-postgres'
import type { PostgresAdapter } from '@payloadcms/db-postgres/types'
import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

import { postgresOf } from './postgres'
import { isOutdatedPlan } from './preparedStatements'

type Transaction = PostgresAdapter['sessions'][string]['db']

/** The drizzle handle of the request's open transaction. Throws when there is none: no write happens outside one. */
export async function txOf(req: PayloadRequest): Promise<Transaction> {
  const id = req.transactionID === undefined ? undefined : await req.transactionID
  const session = id === undefined ? undefined : postgresOf(req.payload).sessions[String(id)]
  if (!session) throw new Error('There is no open transaction on this request')
  return session.db
}

/** Runs `work` in the request's transaction, opening, committing or rolling back only the one it opened itself. */
export async function inTransaction<Result>(req: PayloadRequest, work: () => Promise<Result>): Promise<Result> {
  const opened = await initTransaction(req)
  try {
    const result = await work()
    if (opened) await commitTransaction(req)
    return result
  } catch (error) {
    if (opened) await killTransaction(req)
    throw error
  }
}

/** What looks at all books takes as long as they are large, and adds them up in memory. */
const atLength = sql`select set_config('statement_timeout', '30min', true), set_config('work_mem', '128MB', true)`

/** Runs `work` on one snapshot of the database and keeps nothing of what it wrote: for proofs while people go on working. */
export async function inSnapshot<Result>(req: PayloadRequest, work: () => Promise<Result>): Promise<Result> {
  const { db } = req.payload
  const id = await db.beginTransaction({ isolationLevel: 'repeatable read' })
  if (id === null) throw new Error('The database opened no transaction')
  req.transactionID = id
  try {
    await (await txOf(req)).execute(atLength)
    return await work()
  } finally {
    await db.rollbackTransaction(id)
    delete req.transactionID
  }
}

const retriable = new Set(['40001', '40P01'])

/** The Postgres error code of an error, however deeply the layers have wrapped it. */
export function sqlStateOf(error: unknown): string | undefined {
  for (
    let at = error as { code?: unknown; cause?: unknown } | undefined, depth = 0;
    at && depth < 6;
    at = at.cause as typeof at, depth += 1
  ) {
    if (typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) return at.code
  }
  return undefined
}

/**
 * Runs the outermost operation and runs it again, from the start and with a clean request context, when Postgres chose it as
 * the victim of a deadlock or serialization failure, or the schema changed under a statement it had planned. Never called inside a transaction.
 */
export async function withRetry<Result>({
  req,
  attempts = 3,
  work,
}: {
  req: PayloadRequest
  attempts?: number
  work: () => Promise<Result>
}): Promise<Result> {
  const context = { ...req.context }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      const state = sqlStateOf(error)
      if (attempt >= attempts || !(isOutdatedPlan(error) || (state !== undefined && retriable.has(state)))) throw error
      req.context = { ...context }
      delete req.transactionID
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt * attempt + Math.random() * 20))
    }
  }
}
