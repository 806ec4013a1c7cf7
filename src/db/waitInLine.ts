import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { txOf } from './transaction'

/** Waits, however long it takes, until no other transaction holds `key`; held until this one ends. For work that may happen once. */
export async function waitInLine(req: PayloadRequest, key: number): Promise<void> {
  const tx = await txOf(req)
  await tx.execute(sql`set local lock_timeout = 0`)
  await tx.execute(sql`select pg_advisory_xact_lock(${key})`)
}
