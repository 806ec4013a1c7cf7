import type { PayloadRequest, Where } from 'payload'

import { mayOpen } from '@/reports/kit/defineReport'
import { readParams } from '@/reports/kit/params'
import { runReport } from '@/reports/kit/runReport'
import type { Viewer } from '@/reports/kit/statement'
import { unshippedLines } from '@/reports/unshipped-lines/definition'
import { readOnly } from '@/src/db/readOnly'
import { inTransaction } from '@/src/db/transaction'
import { spokenFigure } from '@/src/domain/grid/readCell'
import { addDays, businessDate } from '@/src/domain/kernel/businessDate'
import { businessDateOf } from '@/src/domain/kernel/instant'
import { labelOf } from '@/src/domain/messages/labels'
import { statusWord } from '@/src/domain/words/statusWords'
import { now as momentOf } from '@/src/engine/clock'
import { ordersBelowMinimum } from '@/src/ledger/facts/followUp'
import { personOf } from '@/src/access/roles'
import { env } from '@/src/env/env'
import { languageOf } from '@/src/engine/refusal'
import { settingsOf } from '@/src/engine/settings'
import { departmentsAnswered } from '@/src/usecases/orders/delegations'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'
import { dueSteps } from '@/src/questions/control/notes'

import { documentGroups } from './followUpGroups'
import { listAddress } from './listAddress'

export type BoardRow = { slug: string; id: number; no: string; text: string; date: string | null }
export type BoardGroup = {
  key: string
  label: string
  count: number
  urgent: boolean
  rows: BoardRow[]
  /** The screen with all of them, relative to the admin. */
  link: string
}

/** Rows told of each group; the count is always of all. */
const told = 8

type Doc = {
  id: number
  no?: string
  status?: string
  date?: string
  dueAt?: string | null
  department?: string
  name?: string
  customer?: { name?: string } | number | null
  order?: { id: number; no?: string } | number | null
}

async function documents({
  req,
  collection,
  where,
  sort,
}: {
  req: PayloadRequest
  collection: string
  where: Where
  sort: string
}): Promise<{ count: number; docs: Doc[] }> {
  const { docs, totalDocs }: { docs: object[]; totalDocs: number } = await req.payload.find({
    collection: collectionNamed(req, collection),
    where,
    sort,
    limit: told,
    depth: 1,
    overrideAccess: false,
    disableErrors: true, // closed to this person: nothing to show
    user: req.user,
    req,
  })
  return { count: totalDocs, docs: docs.map((doc) => doc as Doc) }
}

/** An opinion leads to its order; everything else to itself. */
function rowOf(collection: string, doc: Doc, language: 'zh' | 'en'): BoardRow {
  const order = typeof doc.order === 'object' ? doc.order : null
  const target =
    collection === 'order-reviews' && order ? { slug: 'orders', id: order.id, no: order.no } : { slug: collection, id: doc.id, no: doc.no }
  const customer = typeof doc.customer === 'object' ? doc.customer?.name : undefined
  const words = [
    customer,
    doc.name,
    doc.department && typeof doc.department === 'string' ? labelOf(doc.department, language) : undefined,
    doc.status ? statusWord(collection, doc.status, language) : undefined,
  ]
  return {
    slug: target.slug,
    id: target.id,
    no: target.no ?? String(target.id),
    text: words.filter(Boolean).join(' · '),
    date: doc.dueAt ? businessDateOf({ instant: doc.dueAt, timeZone: env.TZ_BUSINESS }) : doc.date?.slice(0, 10) || null,
  }
}

async function lines({
  req,
  viewer,
  state,
  today,
}: {
  req: PayloadRequest
  viewer: Viewer
  state: 'overdue' | 'atRisk'
  today: string
}): Promise<{ count: number; rows: BoardRow[] }> {
  const language = languageOf(req)
  const { params } = readParams({ shape: unshippedLines.params, given: [['state', state]], language, today })
  const answer = await readOnly({
    payload: req.payload,
    replicaUrls: env.DATABASE_REPLICA_URLS,
    timeZone: env.TZ_BUSINESS,
    work: (reader) => runReport({ report: unshippedLines, params, viewer, reader, language, today, limit: told }),
  })
  return {
    count: answer.rowCount,
    rows: answer.rows.map((row) => ({
      slug: 'orders',
      id: Number(row['orderId']),
      no: String(row['no']),
      text: `${String(row['customer'])} · ${String(row['itemCode'])} ${String(row['item'])} · ${spokenFigure(Number(row['open']), 'figure')}`,
      date: row['due'] === null ? null : String(row['due']),
    })),
  }
}

/**
 * The follow-up board (跟单看板): what waits for this person and what goes wrong among the documents he may see, with counts over
 * all of them. Groups a role has no part in are left out; an empty group stays, since nothing to do is an answer.
 */
export async function followUpBoard({ req, viewer }: { req: PayloadRequest; viewer: Viewer }): Promise<BoardGroup[]> {
  const language = languageOf(req)
  const { instant: now, date: today } = momentOf(req)
  const roles = personOf(req.user)?.roles ?? []
  const actor = personOf(req.user)
  const { unbilledAfterDays, below, departments } = await inTransaction(req, async () => ({
    departments: actor ? await departmentsAnswered({ req, actor: { id: Number(actor.id), roles: actor.roles ?? [] }, today }) : [],
    unbilledAfterDays: (await settingsOf(req)).orders.unbilledAfterDays,
    below: await ordersBelowMinimum({ req, since: addDays(businessDate(today), -30) }),
  }))
  const board: BoardGroup[] = []
  const add = async (
    group: { key: string; label: { zh: string; en: string }; urgent?: boolean; place?: string; collection: string; sort: string },
    where: Where,
  ): Promise<void> => {
    const { count, docs } = await documents({ req, collection: group.collection, where, sort: group.sort })
    board.push({
      key: group.key,
      label: group.label[language],
      count,
      urgent: Boolean(group.urgent) && count > 0,
      rows: docs.map((doc) => rowOf(group.collection, doc, language)),
      link: group.place ?? listAddress({ slug: group.collection, where, sort: group.sort }),
    })
  }
  for (const group of documentGroups) {
    const where = group.where({ today, now, departments, unbilledAfterDays })
    const shown = !group.roles || group.roles.some((role) => roles.includes(role))
    if (shown && where && Object.hasOwn(req.payload.collections, group.collection)) await add(group, where)
  }
  const due = await dueSteps({ req, today })
  const [oldest] = due
  board.unshift({
    key: 'dueSteps',
    label: { zh: '到期的下一步', en: 'Next steps due' }[language],
    count: due.length,
    urgent: due.length > 0,
    rows: due.slice(0, told),
    link: oldest ? `/collections/${oldest.slug}/${oldest.id}/notes` : '/follow-up',
  })
  if (roles.some((role) => ['sales', 'salesManager', 'generalManager', 'auditor'].includes(role)))
    await add(
      {
        key: 'belowMinimum',
        label: { zh: '近三十天低于最低售价的订单', en: 'Sold below the minimum price, last 30 days' },
        collection: 'orders',
        sort: '-id',
      },
      { id: { in: below.slice(0, 500) } },
    )
  if (mayOpen(unshippedLines, roles))
    for (const [state, label] of [
      ['overdue', { zh: '逾期未出货', en: 'Lines late' }],
      ['atRisk', { zh: '交期有风险', en: 'Lines at risk' }],
    ] as const) {
      const { count, rows } = await lines({ req, viewer, state, today })
      const urgent = state === 'overdue' && count > 0
      board.push({ key: state, label: label[language], count, urgent, rows, link: `/unshipped?state=${state}` })
    }
  return board
}
