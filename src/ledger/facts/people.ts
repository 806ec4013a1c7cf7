import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

/** Which of these people belong to the department. */
export async function peopleOfDepartment(req: PayloadRequest, department: number, people: readonly number[]): Promise<Set<number>> {
  if (people.length === 0) return new Set()
  const rows = await query<{ id: number }>(
    req,
    sql`select id from users where department_id = ${department}
        and id in (select k.id from jsonb_to_recordset(${asJson(people.map((id) => ({ id })))}::jsonb) as k(id int))`,
  )
  return new Set(rows.map(({ id }) => id))
}
