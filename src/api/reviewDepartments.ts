import { APIError, type Endpoint } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { personOf } from '@/src/access/roles'
import { now } from '@/src/engine/clock'
import { departmentsAnswered } from '@/src/usecases/orders/delegations'

/** `GET /api/review-departments` → `{ departments }`: whose opinion one gives today, by role and as a deputy. */
export const reviewDepartments: Endpoint = {
  path: '/review-departments',
  method: 'get',
  handler: async (req) => {
    const person = personOf(req.user)
    if (!person) throw new APIError('Unauthorized', 401, undefined, true)
    const actor = { id: Number(person.id), roles: person.roles ?? [] }
    return Response.json({ departments: await inTransaction(req, () => departmentsAnswered({ req, actor, today: now(req).date })) })
  },
}
