import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { txOf } from '@/src/db/transaction'

type Sql = ReturnType<typeof sql>

/**
 * Runs one statement inside the transaction of `req` and returns its rows.
 * Throws when `req` carries no open transaction: the books are never read or written outside one.
 */
export async function query<Row>(req: PayloadRequest, statement: Sql): Promise<Row[]> {
  const tx = await txOf(req)
  const result = (await tx.execute(statement)) as unknown as { rows: Row[] }
  return result.rows
}

/** The rows as one jsonb parameter: set-based statements take any number of lines as one value. */
export const asJson = (rows: readonly object[]): string => JSON.stringify(rows)

export { sql }
