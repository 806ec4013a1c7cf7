import type { PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import { idOf } from '@/src/domain/kernel/idOf'
import { withoutForbiddenFacts } from '@/src/domain/people/hiddenFacts'
import { changesBetween, type FieldChange } from '@/src/domain/control/changesBetween'
import { refuse } from '@/src/engine/refusal'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import { findRecords } from '@/src/engine/documents/findRecords'

export type Revision = {
  revision: number
  at: string
  reason?: string | null
  change?: number | null
  by?: number | null
  content?: unknown
}

/** Every revision of an order, first to last; one that was never changed has the revision it is. Whether one may see the order is the caller's to ask. */
export async function revisionsOf({
  req,
  order,
}: {
  req: PayloadRequest
  order: Record<string, unknown> & { id: number }
}): Promise<Revision[]> {
  const stored = await findDocuments({
    req,
    slug: 'order-revisions',
    where: { order: { equals: order.id } },
    sort: 'revision',
    overrideAccess: true,
  })
  if (stored.length > 0) return stored.map((row) => ({ ...row, at: row.at ?? '' }))
  const approvedBy = order['approvedBy'] as number | { id: number } | null | undefined
  return [
    {
      revision: Number(order['revision'] ?? 1),
      at: String(order['approvedAt'] ?? ''),
      by: idOf(approvedBy),
      content: order,
    },
  ]
}

const bookkeeping =
  /(^|\.)(status|hold|holdReason|revision|approvedBy|approvedAt|reviewStatus|reviewVersion|creditStatus|deliveryStatus|billingStatus|paymentStatus|approvals|ruling|closedEarly|deliverableQty|minPrice|costValue)$/

/** A delivery date that was replaced is one difference, not one gone and one come; whole lines stay what they are. */
function paired(changes: readonly FieldChange[]): FieldChange[] {
  const inner = ({ path }: FieldChange): boolean => path.split('.').length > 2
  const goneAt = new Map(changes.filter((change) => inner(change) && change.after === null).map((change) => [change.path, change]))
  const comeAt = new Set(changes.filter((change) => inner(change) && change.before === null).map(({ path }) => path))
  return changes.flatMap((change) => {
    if (!inner(change)) return [change]
    if (change.after === null && comeAt.has(change.path)) return []
    const gone = change.before === null ? goneAt.get(change.path) : undefined
    return [gone ? { ...change, before: gone.before } : change]
  })
}

/** What two revisions say differently, field by field; what the house keeps about the order is left out. */
export const compareRevisions = (before: unknown, after: unknown): FieldChange[] =>
  paired(changesBetween(before, after).filter(({ path }) => !bookkeeping.test(path)))

const idsIn = (revisions: readonly Revision[], field: 'item' | 'warehouse'): number[] => [
  ...new Set(
    revisions.flatMap(({ content }) =>
      ((content as { lines?: Array<Record<string, unknown>> } | null)?.lines ?? []).flatMap((line) => {
        const id = Number(line[field])
        return Number.isInteger(id) && id > 0 ? [id] : []
      }),
    ),
  ),
]

/** Codes and names by id, of those this person may read. */
async function namesOf(
  req: PayloadRequest,
  collection: 'items' | 'warehouses' | 'users',
  ids: readonly number[],
): Promise<Record<number, string>> {
  if (ids.length === 0) return {}
  const records = await findRecords({
    req,
    slug: collection,
    where: { id: { in: ids } },
    overrideAccess: collection === 'users', // who agreed to a revision is no secret to those who may read it
  })
  return Object.fromEntries(records.map(({ id, code, name }) => [id, [code, name].filter(Boolean).join(' ')]))
}

/**
 * The revisions of an order this person may see, who agreed to each, when and why; with `from` and `to` also what the one says
 * differently from the other, and the names of the items and warehouses they mention. Null when he may not see the order.
 */
export async function orderRevisions({ req, id, from, to }: { req: PayloadRequest; id: number; from: number | null; to: number | null }) {
  const order = await req.payload.findByID({
    collection: 'orders',
    id,
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
    user: req.user,
    req,
  })
  if (!order) return null
  const known = await revisionsOf({ req, order: { ...order } })
  const people = await namesOf(
    req,
    'users',
    known.flatMap(({ by }) => (by ? [by] : [])),
  )
  const revisions = known.map(({ revision, at, reason, change, by }) => ({
    revision,
    at,
    reason: reason ?? null,
    change: change ?? null,
    by: by ?? null,
    byName: by ? (people[by] ?? null) : null,
  }))
  if (from === null && to === null) return { revisions }
  const at = (name: string, wanted: number | null): Revision => {
    const found = known.find(({ revision }) => revision === wanted)
    const accepted = known.map(({ revision }) => revision).join(', ')
    return found ?? refuse(req, { code: 'INVALID_INPUT', path: name, facts: { field: name, value: wanted, accepted } })
  }
  const [before, after] = [at('from', from), at('to', to)]
  return {
    revisions,
    changes: withoutForbiddenFacts(personOf(req.user), compareRevisions(before.content, after.content)) as FieldChange[],
    items: await namesOf(req, 'items', idsIn([before, after], 'item')),
    warehouses: await namesOf(req, 'warehouses', idsIn([before, after], 'warehouse')),
  }
}
