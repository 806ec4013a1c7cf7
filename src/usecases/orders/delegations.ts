import type { ReviewDepartment } from '@/src/domain/orders/requiredDepartments'

import type { Role, VerbContext } from '../engine/document'

const roleOf: Record<ReviewDepartment, Role> = { sales: 'salesManager', pmc: 'pmc', rd: 'rd', engineering: 'engineering' }

type DelegationRow = { id: number; person: number | { id: number; roles?: Role[] | null }; deputy: number | { id: number } }

/**
 * In whose name this person answers for a department: his own when he holds its role, a colleague's who has named him deputy for today,
 * or null when he may not answer at all.
 */
export async function actingFor(
  { req, actor, now }: Pick<VerbContext<unknown>, 'req' | 'actor' | 'now'>,
  department: ReviewDepartment,
): Promise<{ onBehalfOf: number | null } | null> {
  if (!actor) return null
  if (actor.roles.includes(roleOf[department])) return { onBehalfOf: null }
  const { docs } = await req.payload.find({
    collection: 'review-delegations' as never,
    where: {
      and: [{ deputy: { equals: actor.id } }, { from: { less_than_equal: now.date } }, { until: { greater_than_equal: now.date } }],
    },
    limit: 0,
    pagination: false,
    depth: 1,
    overrideAccess: true,
    req,
  })
  for (const { person } of docs as unknown as DelegationRow[])
    if (typeof person === 'object' && person.roles?.includes(roleOf[department])) return { onBehalfOf: person.id }
  return null
}
