import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What is shown of the addresses that were typed before: where each leads, the end of its key, and its mark. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    update webhooks w set address_shown = p.origin || '/' || case when p.rest in ('', '/') then '' else '…' || right(p.rest, 4) end
      || ' (' || left(encode(sha256(convert_to(w.address, 'UTF8')), 'hex'), 6) || ')'
    from (select id, substring(address from '^[A-Za-z]+://[^/?#]+') as origin,
                 coalesce(substring(split_part(address, '#', 1) from '^[A-Za-z]+://[^/?#]+(.*)$'), '') as rest from webhooks) p
    where p.id = w.id and w.address_shown is null`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`update webhooks set address_shown = null`)
}
