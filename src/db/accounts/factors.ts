import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { handleOf } from './handle'

type Of = { req: PayloadRequest; user: number }
export type Factor = { secret: string; isOn: boolean; codesLeft: number }

/** The second factor of a person: its sealed secret, whether it is confirmed, how many recovery codes are left. */
export async function factorOf({ req, user }: Of): Promise<Factor | null> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`
    select secret, confirmed_at is not null as "isOn",
      (select count(*) from account_codes c where c.user_id = f.user_id and c.used_at is null)::int as "codesLeft"
    from account_factors f where user_id = ${user}::int`)
  return (rows[0] as Factor | undefined) ?? null
}

/** A secret that waits to be confirmed, in place of one that did. Null: there is one in force. */
export async function proposeFactor({ req, user, secret }: Of & { secret: string }): Promise<boolean> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`
    insert into account_factors (user_id, secret) values (${user}::int, ${secret}::text)
    on conflict (user_id) do update set secret = excluded.secret, created_at = now() where account_factors.confirmed_at is null
    returning user_id`)
  return rows.length > 0
}

/** Uses up a step of the clock: a code is taken once. False: it, or a later one, was taken before. */
export async function takeStep({ req, user, step }: Of & { step: number }): Promise<boolean> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`
    update account_factors set last_step = ${step}::bigint where user_id = ${user}::int and (last_step is null or last_step < ${step}::bigint) returning user_id`)
  return rows.length > 0
}

/** From now on the factor is asked for. Whoever has just shown it logs in once without showing it again, within two minutes. */
export async function confirmFactor({ req, user }: Of): Promise<void> {
  const handle = await handleOf(req)
  await handle.execute(sql`
    update account_factors set confirmed_at = now(), fresh_until = now() + interval '2 minutes' where user_id = ${user}::int`)
}

/** Whether the factor was set up a moment ago, and is not asked for this once. */
export async function takeFresh({ req, user }: Of): Promise<boolean> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`
    update account_factors set fresh_until = null where user_id = ${user}::int and fresh_until > now() returning user_id`)
  return rows.length > 0
}

export async function removeFactor({ req, user }: Of): Promise<boolean> {
  const handle = await handleOf(req)
  await handle.execute(sql`delete from account_codes where user_id = ${user}::int`)
  const { rows } = await handle.execute(sql`delete from account_factors where user_id = ${user}::int returning user_id`)
  return rows.length > 0
}

/** New recovery codes in place of all former ones. */
export async function replaceCodes({ req, user, hashes }: Of & { hashes: readonly string[] }): Promise<void> {
  const handle = await handleOf(req)
  await handle.execute(sql`delete from account_codes where user_id = ${user}::int`)
  await handle.execute(sql`
    insert into account_codes (user_id, hash) select ${user}::int, h from jsonb_array_elements_text(${JSON.stringify(hashes)}::jsonb) h`)
}

/** Uses a recovery code up. False: there is none such, or it was used. */
export async function takeCode({ req, user, hash }: Of & { hash: string }): Promise<boolean> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`
    update account_codes set used_at = now() where user_id = ${user}::int and hash = ${hash}::text and used_at is null returning user_id`)
  return rows.length > 0
}

/** The roles whose holders need a second factor. */
export async function factorRolesOf(req: PayloadRequest): Promise<string[]> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`select value::text as role from security_settings_second_factor_roles`)
  return (rows as Array<{ role: string }>).map(({ role }) => role)
}
