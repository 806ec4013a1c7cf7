import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { txOf } from '../transaction'

export type LinkPurpose = 'reset' | 'invite'

/** Opens a link for a person and closes those that were open. */
export async function openLink({
  req,
  id,
  user,
  purpose,
  tokenHash,
  minutes,
}: {
  req: PayloadRequest
  id: string
  user: number
  purpose: LinkPurpose
  tokenHash: string
  minutes: number
}): Promise<void> {
  const tx = await txOf(req)
  await closeLinks({ req, user })
  await tx.execute(sql`
    insert into account_links (id, user_id, purpose, token_hash, expires_at)
    values (${id}::uuid, ${user}::int, ${purpose}::text, ${tokenHash}::text, now() + make_interval(mins => ${minutes}::int))`)
}

/** Whose link it is: used up with this transaction. Null: used, out of date, or none at all. */
export async function useLink({ req, tokenHash }: { req: PayloadRequest; tokenHash: string }): Promise<number | null> {
  const tx = await txOf(req)
  const { rows } = await tx.execute(sql`
    update account_links set used_at = now() where token_hash = ${tokenHash}::text and used_at is null and expires_at > now() returning user_id`)
  return (rows[0] as { user_id: number } | undefined)?.user_id ?? null
}

/** No link that is open sets this person's password any more. */
export async function closeLinks({ req, user }: { req: PayloadRequest; user: number }): Promise<void> {
  const tx = await txOf(req)
  await tx.execute(sql`update account_links set used_at = now() where user_id = ${user}::int and used_at is null`)
}

/** Whether the person got a link in the last so many seconds. */
export async function gotLinkSince({ req, user, seconds }: { req: PayloadRequest; user: number; seconds: number }): Promise<boolean> {
  const tx = await txOf(req)
  const { rows } = await tx.execute(sql`
    select 1 from account_links where user_id = ${user}::int and created_at > now() - make_interval(secs => ${seconds}::int) limit 1`)
  return rows.length > 0
}

/** Links that nobody can use any more are forgotten after a month. */
export async function forgetLinks({ req }: { req: PayloadRequest }): Promise<void> {
  const tx = await txOf(req)
  await tx.execute(sql`delete from account_links where expires_at < now() - interval '30 days'`)
}
