import type { PayloadRequest } from 'payload'

import type { Department, Desk, OpenReview } from './desk'
import { myDepartments } from './myDepartments'
import { deskOrder } from './reviewedOrder'
import { type Find, named, type Relation, type ReviewRow } from './rows'
import { idOf } from '@/src/domain/kernel/idOf'
import { now } from '@/src/engine/clock'
import { findRecords } from '@/src/engine/documents/findRecords'

const finder =
  (req: PayloadRequest): Find =>
  (slug, where, sort, depth = 1) =>
    findRecords({ req, slug, where, sort, limit: 100, depth, overrideAccess: false })

/** Rulings first, then what is due first; conditions that sales may accept come last. */
async function tasks({
  find,
  mine,
  mayRule,
  sells,
  now,
}: {
  find: Find
  mine: Department[]
  mayRule: boolean
  sells: boolean
  now: string
}): Promise<OpenReview[]> {
  const task = (row: ReviewRow, kind: OpenReview['task']): OpenReview => ({
    key: `${kind}${row.id}`,
    task: row.change ? 'change' : kind,
    order: idOf(row.order) ?? 0,
    change: idOf(row.change),
    no: named(row.change ?? null) || named(row.order),
    customer: named(row.customer),
    department: row.department,
    dueAt: row.dueAt,
    late: kind === 'review' && Boolean(row.dueAt && row.dueAt < now),
  })
  const open =
    mine.length > 0 ? await find('order-reviews', { and: [{ status: { equals: 'open' } }, { department: { in: mine } }] }, 'dueAt') : []
  const toRule = mayRule ? await find('orders', { status: { equals: 'awaitingRuling' } }, 'id') : []
  const conditions = sells
    ? await find(
        'order-reviews',
        {
          and: [
            { status: { equals: 'answered' } },
            { opinion: { equals: 'agreeWithCondition' } },
            { conditionAccepted: { not_equals: true } },
            { change: { exists: false } },
            { 'order.status': { in: ['inReview', 'awaitingRuling'] } },
          ],
        },
        'dueAt',
      )
    : []
  const listed = [
    ...(toRule as Array<{ id: number; no: string; customer: Relation }>).map((order): OpenReview => ({
      key: `rule${order.id}`,
      task: 'rule',
      order: order.id,
      change: null,
      no: order.no,
      customer: named(order.customer),
      department: 'sales',
      dueAt: null,
      late: false,
    })),
    ...(open as ReviewRow[]).map((row) => task(row, 'review')),
    ...(conditions as ReviewRow[]).map((row) => task(row, 'conditions')),
  ]
  // an order stands once on the list, with the first thing there is to do about it
  return listed.filter(
    (row, at) => row.change !== null || listed.findIndex(({ order, change }) => change === null && order === row.order) === at,
  )
}

/** What waits for this person and the chosen order with all that helps to decide, with his own rights. */
export async function reviewDesk({ req, chosen }: { req: PayloadRequest; chosen: number | null }): Promise<Desk> {
  const roles = (req.user as { roles?: string[] } | null)?.roles ?? []
  const mine = await myDepartments(req)
  const mayRule = roles.includes('generalManager')
  const sells = roles.some((role) => ['sales', 'salesManager'].includes(role))
  const find = finder(req)
  const reviews = await tasks({ find, mine, mayRule, sells, now: now(req).instant })
  const wanted = chosen ?? reviews.find(({ change }) => change === null)?.order ?? null
  return { reviews, order: wanted === null ? null : await deskOrder({ req, id: wanted, mine, mayRule, sells, find }) }
}
