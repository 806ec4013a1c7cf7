import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { handleOf } from './handle'

type Outside = { req: PayloadRequest; issuer: string; subject: string }

/** Whose account an outside identity opens; null: nobody's yet. */
export async function userOfIdentity({ req, issuer, subject }: Outside): Promise<number | null> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`
    select user_id from account_identities where issuer = ${issuer}::text and subject = ${subject}::text`)
  return (rows[0] as { user_id: number } | undefined)?.user_id ?? null
}

/** From now on this identity opens this account, whatever its address becomes. */
export async function keepIdentity({ req, issuer, subject, user }: Outside & { user: number }): Promise<void> {
  const handle = await handleOf(req)
  await handle.execute(sql`
    insert into account_identities (issuer, subject, user_id) values (${issuer}::text, ${subject}::text, ${user}::int) on conflict do nothing`)
}

/** No identity outside opens this account any more, until one does by its verified address. */
export async function forgetIdentities({ req, user }: { req: PayloadRequest; user: number }): Promise<void> {
  const handle = await handleOf(req)
  await handle.execute(sql`delete from account_identities where user_id = ${user}::int`)
}
