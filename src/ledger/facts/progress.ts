import type { PayloadRequest } from 'payload'

import { postgresOf } from '@/src/db/postgres'
import { txOf } from '@/src/db/transaction'

import { type LineProgress, lineProgressFrom } from '../posted'

export type { LineProgress }

/** Progress of lines, inside the request's transaction when it has one, else straight from the pool (plain reads have none). */
export async function lineProgressAnywhere(req: PayloadRequest, lineIds: readonly string[]): Promise<Map<string, LineProgress>> {
  const open = req.transactionID !== undefined && (await req.transactionID) !== undefined && (await req.transactionID) !== null
  const executor = open ? await txOf(req) : postgresOf(req.payload).drizzle
  return lineProgressFrom(executor, lineIds)
}
