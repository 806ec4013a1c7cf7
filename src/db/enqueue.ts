import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { txOf } from './transaction'

/** How often a job is tried; the pauses grow by e each time, so the tenth try comes some six hours after the first. */
export const ATTEMPTS = 10

/**
 * Puts a job into the queue as part of the request's transaction: it runs if and when that commits, and never otherwise.
 * `key` names the effect: as long as a job with that key waits, a second one takes its place instead of joining it. Jobs run at
 * least once, so tasks make sure themselves that twice is as good as once. `runAt` is an ISO instant.
 */
export async function enqueue({
  req,
  task,
  payload,
  key,
  runAt,
}: {
  req: PayloadRequest
  task: string
  payload: Record<string, unknown>
  key: string
  runAt?: string
}): Promise<void> {
  const tx = await txOf(req)
  await tx.execute(sql`
    select graphile_worker.add_job(identifier => ${task}::text, payload => ${JSON.stringify(payload)}::json,
      run_at => ${runAt ?? null}::timestamptz, max_attempts => ${ATTEMPTS}::int, job_key => ${key}::text)`)
}
