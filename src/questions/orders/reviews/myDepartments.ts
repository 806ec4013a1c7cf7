import type { PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import { inTransaction } from '@/src/db/transaction'
import type { ReviewDepartment } from '@/src/domain/orders/requiredDepartments'
import { now } from '@/src/engine/clock'
import { departmentsAnswered } from '@/src/usecases/orders/delegations'

/** Whose opinion this person gives today, by role and as a deputy; nobody gives none. */
export async function myDepartments(req: PayloadRequest): Promise<ReviewDepartment[]> {
  const person = personOf(req.user)
  if (!person) return []
  const actor = { id: Number(person.id), roles: person.roles ?? [] }
  return inTransaction(req, () => departmentsAnswered({ req, actor, today: now(req).date }))
}
