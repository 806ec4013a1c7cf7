import type { Payload } from 'payload'
import pg from 'pg'

import { postgresOf } from './postgres'

export type JobPool = pg.Pool

/**
 * Connections for the job queue alone, so that jobs and requests do not wait for one another's; past a pooler where `direct` says how, so
 * that a new job is told at once. End it yourself.
 */
export function jobPool({ payload, max, direct }: { payload: Payload; max: number; direct?: string }): JobPool {
  const connectionString = direct ?? postgresOf(payload).poolOptions?.connectionString
  const pool = new pg.Pool({ connectionString, max, application_name: 'gendan-jobs' })
  const lost = ({ message }: Error) => payload.logger.error({ msg: `A connection of the job queue was lost: ${message}` })
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}
