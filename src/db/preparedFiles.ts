import { Readable } from 'node:stream'

import type { Payload } from 'payload'

import { poolFor } from './pools'

/*
 * The bytes of prepared files, in parts of a size the database takes well. They are written outside any transaction of the books: a file is worth nothing
 * before its record says it is done, and a broken-off one is written anew.
 */
const PART = 1_048_576 // bytes

/** Writes all of a stream as the bytes of a file, in place of what an earlier try left. Returns how many bytes it had. */
export async function storeParts({
  payload,
  file,
  from,
}: {
  payload: Payload
  file: number
  from: AsyncIterable<Buffer>
}): Promise<number> {
  const pool = poolFor(payload, 'writes')
  await pool.query('delete from prepared_file_parts where file_id = $1', [file])
  let [ord, size, waiting] = [0, 0, [] as Buffer[]]
  const write = async (): Promise<void> => {
    await pool.query('insert into prepared_file_parts (file_id, ord, bytes) values ($1, $2, $3)', [file, ord, Buffer.concat(waiting)])
    ;[ord, waiting] = [ord + 1, []]
  }
  let held = 0
  for await (const chunk of from) {
    waiting.push(chunk)
    size += chunk.length
    held += chunk.length
    if (held < PART) continue
    await write()
    held = 0
  }
  if (waiting.length > 0) await write()
  return size
}

/** The bytes of a file, read part by part as they are taken. */
export function readParts({ payload, file }: { payload: Payload; file: number }): Readable {
  const pool = poolFor(payload, 'reports')
  async function* parts() {
    for (let ord = 0; ; ord += 1) {
      const { rows } = await pool.query<{ bytes: Buffer }>('select bytes from prepared_file_parts where file_id = $1 and ord = $2', [
        file,
        ord,
      ])
      if (!rows[0]) return
      yield rows[0].bytes
    }
  }
  return Readable.from(parts())
}

/** Says how far a file is. False when it is no longer wanted: its owner has cancelled it, or it is gone. */
export async function sayProgress({
  payload,
  file,
  written,
  all,
}: {
  payload: Payload
  file: number
  written: number
  all: number
}): Promise<boolean> {
  const { rowCount } = await poolFor(payload, 'writes').query(
    `update prepared_files set status = 'running', rows_done = $2, rows = $3, updated_at = now() where id = $1 and status in ('queued', 'running')`,
    [file, written, all],
  )
  return rowCount === 1
}

/** Takes the bytes of a file away; its record stays. */
export async function dropParts({ payload, file }: { payload: Payload; file: number }): Promise<void> {
  await poolFor(payload, 'writes').query('delete from prepared_file_parts where file_id = $1', [file])
}

/** Forgets files that have expired, and those that came to nothing a week ago. Returns how many. */
export async function forgetPreparedFiles({ payload }: { payload: Payload }): Promise<number> {
  const { rowCount } = await poolFor(payload, 'writes').query(
    `delete from prepared_files where coalesce(expires_at, updated_at + interval '7 days') < now()`,
  )
  return rowCount ?? 0
}
