import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { txOf } from '../transaction'
import { handleOf } from './handle'

type Kept = { salt: string | null; hash: string | null }

/** The last passwords of a person as they are kept, the one in force first. */
export async function lastPasswords({ req, user, most }: { req: PayloadRequest; user: number; most: number }): Promise<Kept[]> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`
    (select salt, hash from users where id = ${user}::int and hash is not null)
    union all
    (select salt, hash from account_passwords where user_id = ${user}::int order by id desc limit ${most - 1}::int)`)
  return rows as Kept[]
}

/** Keeps the password in force, before another takes its place, and forgets those nobody asks for. In the transaction of the change. */
export async function keepPassword({ req, user, most }: { req: PayloadRequest; user: number; most: number }): Promise<void> {
  const tx = await txOf(req)
  await tx.execute(sql`
    insert into account_passwords (user_id, salt, hash) select id, salt, hash from users where id = ${user}::int and hash is not null`)
  await tx.execute(sql`
    delete from account_passwords where user_id = ${user}::int and id not in
      (select id from account_passwords where user_id = ${user}::int order by id desc limit ${most - 1}::int)`)
}

/** No password opens the account any more, until one is set by a link. */
export async function closePassword({ req, user }: { req: PayloadRequest; user: number }): Promise<void> {
  const handle = await handleOf(req)
  await handle.execute(sql`update users set hash = null, salt = null where id = ${user}::int`)
}
