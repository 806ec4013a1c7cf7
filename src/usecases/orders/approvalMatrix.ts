import { approversFor } from '@/src/domain/orders/approvalMatrix'

import type { Role, VerbContext } from '@/src/engine/document'
import { refuse } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'
import { baseGrossOf } from './reviews'

const usual: readonly Role[] = ['salesManager', 'generalManager']

/** Judges the approver by amount and role; tells who has approved with him and how many are still missing. Each person counts once. */
export function requireApprover({ req, doc, actor, settings, now }: VerbContext<Stored<'orders'>, unknown>): {
  given: Array<{ by: number; name?: string; at: string }>
  missing: number
} {
  const wanted = approversFor(settings.orders.approvalMatrix ?? [], baseGrossOf(doc)) ?? { roles: [...usual], needed: 1 }
  if (actor && !wanted.roles.some((role) => actor.roles.includes(role)))
    refuse(req, { code: 'FORBIDDEN', facts: { verb: 'approve', amount: baseGrossOf(doc), roles: wanted.roles } })
  const before = doc.approvals ?? []
  if (actor && before.some(({ by }) => by === actor.id))
    refuse(req, { code: 'FOUR_EYES', facts: { no: doc.no, verb: 'approve', approvers: wanted.needed }, remedy: { action: 'askColleague' } })
  const given = actor ? [...before, { by: actor.id, name: actor.name ?? actor.email, at: now.instant }] : before
  return { given, missing: actor ? Math.max(0, wanted.needed - given.length) : 0 }
}
