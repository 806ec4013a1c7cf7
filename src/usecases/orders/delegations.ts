import { type ReviewDepartment, reviewDepartments } from '@/src/domain/orders/requiredDepartments'

import type { Role, VerbContext } from '@/src/engine/document'

import { reviewerRole } from './reviews'

type Asking = Pick<VerbContext<unknown>, 'req'> & { actor: { id: number; roles: readonly Role[] }; today: string }

/** Colleagues who have named this person their deputy for today, with their roles. */
async function delegators({ req, actor, today }: Asking): Promise<Array<{ id: number; roles: readonly Role[] }>> {
  const { docs } = await req.payload.find({
    collection: 'review-delegations',
    where: {
      and: [{ deputy: { equals: actor.id } }, { from: { less_than_equal: today } }, { until: { greater_than_equal: today } }],
    },
    limit: 0,
    pagination: false,
    depth: 1,
    overrideAccess: true,
    req,
  })
  return docs.flatMap(({ person }) => (person && typeof person === 'object' ? [{ id: person.id, roles: person.roles ?? [] }] : []))
}

/**
 * In whose name this person answers for a department: his own when he holds its role, a colleague's who has named him deputy for today,
 * or null when he may not answer at all.
 */
export async function actingFor(
  { req, actor, now }: Pick<VerbContext<unknown>, 'req' | 'actor' | 'now'>,
  department: ReviewDepartment,
): Promise<{ onBehalfOf: number | null } | null> {
  if (!actor) return null
  if (actor.roles.includes(reviewerRole[department])) return { onBehalfOf: null }
  const person = (await delegators({ req, actor, today: now.date })).find(({ roles }) => roles.includes(reviewerRole[department]))
  return person ? { onBehalfOf: person.id } : null
}

/** The departments this person answers for today: by his roles, and as a deputy. */
export async function departmentsAnswered(asking: Asking): Promise<ReviewDepartment[]> {
  const roles = new Set([...asking.actor.roles, ...(await delegators(asking)).flatMap((person) => person.roles)])
  return reviewDepartments.filter((department) => roles.has(reviewerRole[department]))
}
