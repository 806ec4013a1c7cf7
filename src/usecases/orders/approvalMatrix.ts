import { approversFor } from '@/src/domain/orders/approvalMatrix'

import type { Possibility, Role, VerbContext } from '@/src/engine/document'
import { refuse } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'
import { orderAmount } from '@/src/ledger/facts/orderAmount'

import { baseGrossOf } from './reviews'

const usual: readonly Role[] = ['salesManager', 'generalManager']

type Asked = Omit<Possibility<Stored<'orders'>>, 'today'>
type Wanted = { roles: readonly Role[]; needed: number }

const wantedFor = (settings: Asked['settings'], amount: number): Wanted =>
  approversFor(settings.orders.approvalMatrix ?? [], amount) ?? { roles: [...usual], needed: 1 }

/** The same before anybody presses anything: the page of an order has not read what it comes to. */
const wantedBefore = async ({ req, doc, settings }: Omit<Asked, 'actor'>): Promise<Wanted> =>
  wantedFor(settings, (settings.orders.approvalMatrix ?? []).length > 0 ? await orderAmount(req, doc.id) : 0)

/** The roles an order of this amount waits for. */
export const awaitedApprovers = async (asked: Omit<Asked, 'actor'>): Promise<{ roles: readonly Role[] }> => ({
  roles: (await wantedBefore(asked)).roles,
})

/** Whether this person may be one of those who approve an order of this amount. */
export const mayApprove = async (asked: Asked): Promise<boolean> =>
  (await wantedBefore(asked)).roles.some((role) => asked.actor?.roles.includes(role)) &&
  !(asked.doc.approvals ?? []).some(({ by }) => by === asked.actor?.id)

/** Judges the approver by amount and role; tells who has approved with him and how many are still missing. Each person counts once. */
export function requireApprover(ctx: VerbContext<Stored<'orders'>, unknown>): {
  given: Array<{ by: number; name?: string; at: string }>
  missing: number
} {
  const { req, doc, actor, now } = ctx
  const wanted = wantedFor(ctx.settings, baseGrossOf(doc))
  if (actor && !wanted.roles.some((role) => actor.roles.includes(role)))
    refuse(req, { code: 'FORBIDDEN', facts: { verb: 'approve', amount: baseGrossOf(doc), roles: wanted.roles } })
  const before = doc.approvals ?? []
  if (actor && before.some(({ by }) => by === actor.id))
    refuse(req, { code: 'FOUR_EYES', facts: { no: doc.no, verb: 'approve', approvers: wanted.needed }, remedy: { action: 'askColleague' } })
  const given = actor ? [...before, { by: actor.id, name: actor.name ?? actor.email, at: now.instant }] : before
  return { given, missing: actor ? Math.max(0, wanted.needed - given.length) : 0 }
}
