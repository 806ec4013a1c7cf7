import type { PostgresAdapter } from '@payloadcms/db-postgres/types'
import type { PayloadRequest } from 'payload'

import { postgresOf } from '../postgres'
import { txOf } from '../transaction'

/** The open transaction of the request, else the pool: who somebody is is asked before there is a transaction. */
export const handleOf = async (req: PayloadRequest): Promise<Pick<PostgresAdapter['drizzle'], 'execute'>> =>
  req.transactionID === undefined || req.transactionID === null ? postgresOf(req.payload).drizzle : txOf(req)
