import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { txOf } from '../transaction'

type For = { req: PayloadRequest; webhook: number }

/** From this moment on, unless it is told already. The moment counts beside the place in the chain, which follows up to a minute later. */
export async function beginTelling({ req, webhook }: For): Promise<void> {
  const tx = await txOf(req)
  await tx.execute(sql`
    insert into call_cursors (webhook_id, seq, since) values (${webhook}::int, (select coalesce(max(seq), 0) from audit_chain), now())
    on conflict do nothing`)
}

/** Nothing more; what still waits is given up and may be sent again by hand. */
export async function endTelling({ req, webhook }: For): Promise<void> {
  const tx = await txOf(req)
  await tx.execute(sql`delete from call_cursors where webhook_id = ${webhook}::int`)
  await tx.execute(sql`update calls set status = 'stopped' where webhook_id = ${webhook}::int and status = 'queued'`)
}

type Cursor = { seq: number; since: string }

/** How far a subscriber has been told, kept for this transaction; null: it is not told. */
export async function cursorOf({ req, webhook }: For): Promise<Cursor | null> {
  const tx = await txOf(req)
  const { rows } = await tx.execute(
    sql`select seq, to_json(since) as since from call_cursors where webhook_id = ${webhook}::int for update`,
  )
  return (rows[0] as Cursor | undefined) ?? null
}

export async function moveCursor({ req, webhook, seq }: For & { seq: number }): Promise<void> {
  const tx = await txOf(req)
  await tx.execute(sql`update call_cursors set seq = ${seq}::int where webhook_id = ${webhook}::int`)
}
