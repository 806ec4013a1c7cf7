import type pg from 'pg'

/*
 * The migrations before 0.1.0 were squashed into a baseline with the very same schema. Books that went the whole former way count as
 * standing at the baseline; their migrations no longer exist and need not.
 */
const LAST_BEFORE_BASELINE = '20261124_020150_file_uses'
const BASELINE = ['20261128_120000_baseline', '20261128_120100_books']

/** The migrations that a list from before the baseline amounts to now; any other list as it is. */
export const sinceBaseline = (names: readonly string[]): string[] => (names.includes(LAST_BEFORE_BASELINE) ? [...BASELINE] : [...names])

/** Enters the baseline as done where the former chain was done. */
export async function adoptBaseline(client: pg.Client): Promise<void> {
  const { rows: found } = await client.query<{ there: boolean }>(`select to_regclass('public.payload_migrations') is not null as there`)
  if (!found[0]?.there) return
  await client.query(
    `insert into payload_migrations (name, batch, created_at, updated_at)
     select b.name, (select coalesce(max(batch), 0) from payload_migrations), now(), now() from unnest($1::text[]) with ordinality b(name, place)
     where exists (select 1 from payload_migrations where name = $2) and not exists (select 1 from payload_migrations where name = any($1))
     order by b.place`,
    [BASELINE, LAST_BEFORE_BASELINE],
  )
}
