import type pg from 'pg'

/**
 * Tables point at one another in circles, so foreign keys go before loading and come back after. Triggers are switched off. The owner of
 * the tables may do both; no superuser is needed. Returns the statements that put everything back.
 */
export async function takeDownGuards(client: pg.Client): Promise<string[]> {
  const { rows: keys } = await client.query<{ drop: string; add: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where contype = 'f' and connamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)`)
  const { rows: triggers } = await client.query<{ off: string; on: string }>(`
    select distinct format('alter table %s disable trigger user', tgrelid::regclass) as off, format('alter table %s enable trigger user', tgrelid::regclass) as on
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not tgisinternal and c.relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)`)
  for (const { drop } of keys) await client.query(drop)
  for (const { off } of triggers) await client.query(off)
  return [...triggers.map(({ on }) => on), ...keys.map(({ add }) => add)]
}
