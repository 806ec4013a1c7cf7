import type { PayloadRequest } from 'payload'

import { readOnce, sql } from '../query'

export type SecondPersonFacts = {
  /** Whether anything was ever approved: before, the house is being set up. */
  isAtWork: boolean
  /** People who could confirm, without the one who asks; also those he alone has left out within a week. */
  others: number
}

/** The roles of those who confirm, as the log writes them. */
const seconds = sql.raw(`array['"admin"', '"generalManager"']::jsonb[]`)

/** Whether the house is at work, and how many administrators and general managers there are beside this person. */
export async function secondPersonFacts(req: PayloadRequest, person: number): Promise<SecondPersonFacts> {
  const [facts] = await readOnce<SecondPersonFacts>(
    req,
    sql`select exists (select from orders where approved_at is not null) or exists (select from deliveries where approved_at is not null)
          or exists (select from invoices where approved_at is not null and opening is not true) as "isAtWork",
        (select count(distinct u.id)::int from users u join users_roles r on r.parent_id = u.id
          where r.value in ('admin', 'generalManager') and u.disabled is not true and u.id <> ${person})
        + (select count(*)::int from audit_log a where a.slug = 'users' and a.verb = 'update' and a.user_id = ${person} and a.document_id <> ${String(person)}::text
          and a.at > now() - interval '7 days' and exists (select from jsonb_array_elements(a.changes) c where
            (c ->> 'path' = 'disabled' and c -> 'after' = 'true'::jsonb
              and exists (select from users_roles r where r.parent_id::text = a.document_id and r.value in ('admin', 'generalManager')))
            or (c ->> 'path' = 'roles' and c -> 'before' @> any (${seconds}) and not c -> 'after' @> any (${seconds})))
          and not exists (select from audit_log h where h.slug = 'house-changes' and h.verb in ('confirm', 'takeEffect') and h.user_id = a.user_id
            and h.at between a.at - interval '5 seconds' and a.at + interval '5 seconds')) as others`,
  )
  return facts ?? { isAtWork: true, others: 0 }
}
