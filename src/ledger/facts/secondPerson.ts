import type { PayloadRequest } from 'payload'

import { readOnce, sql } from '../query'

export type SecondPersonFacts = {
  /** Whether anything was ever approved: before, the house is being set up. */
  isAtWork: boolean
  /** People who could confirm, without the one who asks. */
  others: number
}

/** Whether the house is at work, and how many administrators and general managers there are beside this person. */
export async function secondPersonFacts(req: PayloadRequest, person: number): Promise<SecondPersonFacts> {
  const [facts] = await readOnce<SecondPersonFacts>(
    req,
    sql`select exists (select from orders where approved_at is not null) or exists (select from deliveries where approved_at is not null)
          or exists (select from invoices where approved_at is not null and opening is not true) as "isAtWork",
        (select count(distinct u.id)::int from users u join users_roles r on r.parent_id = u.id
          where r.value in ('admin', 'generalManager') and u.disabled is not true and u.id <> ${person}) as others`,
  )
  return facts ?? { isAtWork: true, others: 0 }
}
