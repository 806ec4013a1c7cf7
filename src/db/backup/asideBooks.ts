import type pg from 'pg'

/*
 * While a backup is put back, the former books stand aside in schemas of another name. That these exist is the mark of a restore that has
 * not ended: whoever finds them knows that `public` is not whole. The swap, both ways, is one transaction.
 */
const ASIDE = [
  { now: 'public', aside: 'gendan_before' },
  { now: 'graphile_worker', aside: 'graphile_worker_before' },
] as const

/** A restore has been broken off, and what is there is not whole. The message is one line for the operator. */
export class BrokenRestoreError extends Error {
  constructor() {
    super(
      'a restore of this database was broken off, its books are not whole: run npm run restore again, or npm run restore -- --back to have the former books again',
    )
  }
}

/** Whether former books stand aside. */
export async function booksStandAside(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('select to_regnamespace($1) is not null as there', [ASIDE[0].aside])
  return rows[0]?.there ?? false
}

/** Names of programs that are connected beside this one. */
export async function whoIsConnected(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct coalesce(nullif(application_name, ''), 'unnamed') as name from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' order by 1`,
  )
  return rows.map(({ name }) => name)
}

async function inOne(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Extensions stay where everybody finds them; what is built on them does not mind. */
async function moveExtensions(client: pg.Client, from: string, to: string): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `select format('alter extension %I set schema %I', extname, $2::text) as statement
     from pg_extension where extrelocatable and extnamespace = to_regnamespace($1)`,
    [from, to],
  )
  for (const { statement } of rows) await client.query(statement)
}

const rename = async (client: pg.Client, from: string, to: string): Promise<void> => {
  const { rows } = await client.query('select 1 where to_regnamespace($1) is not null', [from])
  if (rows.length > 0) await client.query(`alter schema ${from} rename to ${to}`)
}

/** Puts the books aside and leaves an empty place. After a restore that was broken off its half-made books go; what stands aside stays. */
export const putAside = (client: pg.Client): Promise<void> =>
  inOne(client, async () => {
    if (await booksStandAside(client)) {
      await moveExtensions(client, 'public', ASIDE[0].aside)
      await client.query('drop schema if exists graphile_worker cascade; drop schema if exists public cascade')
    } else for (const { now, aside } of ASIDE) await rename(client, now, aside)
    await client.query('create schema public')
    await moveExtensions(client, ASIDE[0].aside, 'public')
  })

/** Gives up what is there and puts the former books back. */
export const putBack = (client: pg.Client): Promise<void> =>
  inOne(client, async () => {
    if (!(await booksStandAside(client))) return
    await moveExtensions(client, 'public', ASIDE[0].aside)
    await client.query('drop schema if exists graphile_worker cascade; drop schema if exists public cascade')
    for (const { now, aside } of ASIDE) await rename(client, aside, now)
  })

/** The new books are whole: the former ones go, and the mark with them. */
export const letGo = (client: pg.Client): Promise<void> =>
  inOne(client, async () => {
    for (const { aside } of ASIDE) await client.query(`drop schema if exists ${aside} cascade`)
  })
