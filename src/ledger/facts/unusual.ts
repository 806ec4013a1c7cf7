import type { PayloadRequest } from 'payload'

import type { Tally } from '@/src/domain/control/alarm'
import { rightFields } from '@/src/domain/control/houseChange'

import { query, sql } from '../query'

type Asked = {
  /** From this business day on. */
  day: string
  timeZone: string
  nightFrom: number
  nightTo: number
  largeRelease: number | null
}

/** The place of an address: its network. What says no address has none. */
const place = sql`coalesce(substring(a.client from '^([0-9]{1,3}[.][0-9]{1,3}[.][0-9]{1,3})[.][0-9]{1,3}( |$)'), substring(a.client from '^([0-9a-fA-F]+:[0-9a-fA-F]*:[0-9a-fA-F]*):[0-9a-fA-F:]*( |$)'))`

/** How long a place is remembered. */
const remembered = sql`interval '90 days'`

/** What people did since then that somebody may want to ask about, counted per person and business day: one statement over the log. */
export async function unusualSince(
  req: PayloadRequest,
  { day: from, timeZone, nightFrom, nightTo, largeRelease }: Asked,
): Promise<Tally[]> {
  return query<Tally>(
    req,
    sql`with recent as (
          select a.*, (a.at at time zone ${timeZone}) as local, ${place} as place from audit_log a where a.at >= (${from}::timestamp at time zone ${timeZone})),
        told as (
          select 'belowMinimum' as kind, user_id, coalesce(user_name, '') as subject, local::date as day, count(*) as count, '' as detail from recent
            where verb = 'refused' and reason like '%BELOW_MINIMUM_PRICE%' group by 2, 3, 4
          union all
          select 'refusals', user_id, coalesce(user_name, ''), local::date, count(*), '' from recent where verb = 'refused' group by 2, 3, 4
          union all
          select 'exports', user_id, coalesce(user_name, ''), local::date, count(*), '' from recent
            where verb in ('export', 'print', 'mail') and user_id is not null group by 2, 3, 4
          union all
          select 'failedLogins', null, coalesce(no, '?'), local::date, count(*), '' from recent where verb = 'login-failed' group by 3, 4
          union all
          select 'newPlace', user_id, coalesce(user_name, ''), min(local)::date, 1, place from recent r
            where verb = 'login' and place is not null and user_id is not null
              and exists (select from audit_log a where a.user_id = r.user_id and a.verb = 'login' and a.at < r.at and a.at > r.at - ${remembered} and ${place} is not null)
              and not exists (select from audit_log a where a.user_id = r.user_id and a.verb = 'login' and a.at < r.at and a.at > r.at - ${remembered} and ${place} = r.place)
            group by user_id, user_name, place
          union all
          select 'nightWork', user_id, coalesce(user_name, ''), local::date, count(*), '' from recent
            where user_id is not null and verb not in ('login', 'logout', 'refused', 'login-failed', 'factor-asked', 'key-used', 'session-ended')
              and case when ${nightFrom}::int > ${nightTo}::int then extract(hour from local) >= ${nightFrom}::int or extract(hour from local) < ${nightTo}::int
                else extract(hour from local) >= ${nightFrom}::int and extract(hour from local) < ${nightTo}::int end
            group by 2, 3, 4
          union all
          select 'rights', r.user_id, coalesce(r.user_name, ''), local::date, count(*), string_agg(distinct r.no, ', ') from recent r
            where r.slug = 'users' and r.verb in ('create', 'update') and r.user_id is not null
              and exists (select from jsonb_array_elements(r.changes) c where c ->> 'path' in
                (select jsonb_array_elements_text(${JSON.stringify(rightFields)}::jsonb))
                and c -> 'after' not in ('null'::jsonb, 'false'::jsonb, '[]'::jsonb))
              and not exists (select from recent h where h.slug = 'house-changes' and h.verb in ('confirm', 'takeEffect') and h.user_id = r.user_id and h.at between r.at - interval '5 seconds' and r.at + interval '5 seconds')
            group by 2, 3, 4
          union all
          select 'largeRelease', r.user_id, coalesce(r.user_name, ''), local::date, 1, r.no from recent r
            join credit_releases k on r.slug = 'credit-releases' and r.verb = 'release' and k.id::text = r.document_id
            where ${largeRelease}::numeric is not null and exists (select from jsonb_array_elements(k.alarms) e where (e ->> 'excess')::numeric > ${largeRelease}::numeric))
        select kind, user_id as person, subject, to_char(day, 'YYYY-MM-DD') as day, count::int as count, coalesce(detail, '') as detail from told
        order by day, kind, subject`,
  )
}

/** Which of these alarms have been raised before. */
export async function knownAlarms(req: PayloadRequest, since: string): Promise<Set<string>> {
  const rows = await query<{ key: string }>(req, sql`select key from alarms where day >= ${since}::date`)
  return new Set(rows.map(({ key }) => key))
}
