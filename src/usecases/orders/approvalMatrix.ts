import { approversFor } from '@/src/domain/orders/approvalMatrix'

import type { Role, VerbContext } from '@/src/engine/document'
import { refuse } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'
import { baseGrossOf } from './reviews'

const usual: readonly Role[] = ['salesManager', 'generalManager']

type Asked = Pick<VerbContext<Stored<'orders'>>, 'doc' | 'actor' | 'settings'>

const wantedFor = ({ doc, settings }: Asked): { roles: readonly Role[]; needed: number } =>
  approversFor(settings.orders.approvalMatrix ?? [], baseGrossOf(doc)) ?? { roles: [...usual], needed: 1 }

/** Whether this person may be one of those who approve an order of this amount. */
export const mayApprove = (asked: Asked): boolean =>
  wantedFor(asked).roles.some((role) => asked.actor?.roles.includes(role)) &&
  !(asked.doc.approvals ?? []).some(({ by }) => by === asked.actor?.id)

/** Judges the approver by amount and role; tells who has approved with him and how many are still missing. Each person counts once. */
export function requireApprover(ctx: VerbContext<Stored<'orders'>, unknown>): {
  given: Array<{ by: number; name?: string; at: string }>
  missing: number
} {
  const { req, doc, actor, now } = ctx
  const wanted = wantedFor(ctx)
  if (actor && !wanted.roles.some((role) => actor.roles.includes(role)))
    refuse(req, { code: 'FORBIDDEN', facts: { verb: 'approve', amount: baseGrossOf(doc), roles: wanted.roles } })
  const before = doc.approvals ?? []
  if (actor && before.some(({ by }) => by === actor.id))
    refuse(req, { code: 'FOUR_EYES', facts: { no: doc.no, verb: 'approve', approvers: wanted.needed }, remedy: { action: 'askColleague' } })
  const given = actor ? [...before, { by: actor.id, name: actor.name ?? actor.email, at: now.instant }] : before
  return { given, missing: actor ? Math.max(0, wanted.needed - given.length) : 0 }
}
