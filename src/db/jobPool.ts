import type { Payload } from 'payload'
import pg from 'pg'

import { postgresOf } from './postgres'

export type JobPool = pg.Pool

/** Connections for the job queue alone, so that jobs and requests do not wait for one another's. End it yourself. */
export function jobPool({ payload, max }: { payload: Payload; max: number }): JobPool {
  const connectionString = postgresOf(payload).poolOptions?.connectionString
  const pool = new pg.Pool({ connectionString, max, application_name: 'gendan-jobs' })
  const lost = ({ message }: Error) => payload.logger.error({ msg: `A connection of the job queue was lost: ${message}` })
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}
