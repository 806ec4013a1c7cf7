import type { PayloadRequest } from 'payload'

import type { Department, Desk, DeskOrder, OpenReview, Opinion } from './desk'

type Relation = { id: number; no?: string; name?: string; code?: string; status?: string } | number | null
type Row = {
  id: number
  order: Relation
  customer: Relation
  department: Department
  dueAt: string | null
  status: string
  opinion: string | null
  remark: string | null
  reviewer: Relation
  proposals: { lines?: Array<{ promised?: string }>; promised?: string } | null
}

const roleOf: Record<Department, string> = { sales: 'salesManager', pmc: 'pmc', rd: 'rd', engineering: 'engineering' }

const named = (relation: Relation): string =>
  relation && typeof relation === 'object' ? (relation.name ?? relation.code ?? relation.no ?? '') : ''
const idOf = (relation: Relation): number => (relation && typeof relation === 'object' ? relation.id : Number(relation))

async function ask<Answer>(req: PayloadRequest, path: string): Promise<Answer | null> {
  // the figures come from the same doors every client uses, with the reader's own rights
  const port = process.env['PORT'] ?? '3000'
  const answer = await fetch(`http://127.0.0.1:${port}/api/${path}`, {
    headers: { cookie: req.headers.get('cookie') ?? '', origin: req.origin ?? '' },
    cache: 'no-store',
  })
  return answer.ok ? ((await answer.json()) as Answer) : null
}

/** My open reviews (late ones first), what waits for a ruling of mine, and the chosen order with all that helps to decide. */
export async function loadReviews({ req, chosen }: { req: PayloadRequest; chosen: number | null }): Promise<Desk> {
  const roles = ((req.user as { roles?: string[] } | null)?.roles ?? []) as string[]
  const mine = (Object.keys(roleOf) as Department[]).filter((department) => roles.includes(roleOf[department]))
  const mayRule = roles.includes('generalManager')
  const find = async (collection: string, where: object, sort: string, depth = 1): Promise<unknown[]> => {
    const { docs } = await req.payload.find({
      collection: collection as never,
      where: where as never,
      sort,
      limit: 100,
      depth,
      overrideAccess: false,
      user: req.user,
      req,
    })
    return docs
  }
  const open = (
    mine.length > 0
      ? await find(
          'order-reviews',
          { and: [{ status: { equals: 'open' } }, { department: { in: mine } }, { change: { exists: false } }] },
          'dueAt',
        )
      : []
  ) as Row[]
  const toRule = (mayRule ? await find('orders', { status: { equals: 'awaitingRuling' } }, 'id') : []) as Array<{
    id: number
    no: string
    customer: Relation
  }>
  const now = new Date().toISOString()
  const reviews: OpenReview[] = [
    ...toRule.map((order) => ({
      id: -order.id,
      order: order.id,
      no: order.no,
      customer: named(order.customer),
      department: 'sales' as const,
      dueAt: null,
      late: false,
      toRule: true,
    })),
    ...open.map((row) => ({
      id: row.id,
      order: idOf(row.order),
      no: named(row.order),
      customer: named(row.customer),
      department: row.department,
      dueAt: row.dueAt,
      late: Boolean(row.dueAt && row.dueAt < now),
      toRule: false,
    })),
  ]
  const wanted = chosen ?? reviews[0]?.order ?? null
  return { reviews, order: wanted === null ? null : await deskOrder({ req, id: wanted, mine, mayRule, find }) }
}

type OrderRow = {
  id: number
  no: string
  version: number
  status: string
  kind: string
  date: string
  grossTotal: number
  currency: string
  remark: string | null
  lines: Line[]
  customer: Relation
  salesperson: Relation
}
type Find = (collection: string, where: object, sort: string, depth?: number) => Promise<unknown[]>
type Line = {
  id: string
  item: Relation
  description: string
  qty: number
  unit: string
  stockQty: number
  price: number | null
  gross: number
  baseNet: number
  promised: string | null
  schedule?: Array<{ date: string; qty: number }> | null
  changes: string[] | null
  warehouse: Relation
}

async function deskOrder({
  req,
  id,
  mine,
  mayRule,
  find,
}: {
  req: PayloadRequest
  id: number
  mine: Department[]
  mayRule: boolean
  find: Find
}): Promise<DeskOrder | null> {
  const [order] = (await find('orders', { id: { equals: id } }, 'id')) as OrderRow[]
  if (!order) return null
  const opinions = (await find('order-reviews', { and: [{ order: { equals: id } }, { change: { exists: false } }] }, 'id')) as Row[]
  const credit = await ask<{ exposure: number; free?: number | null }>(req, `credit/customers/${idOf(order.customer)}`)
  const stock = new Map<number, number>()
  for (const item of new Set(order.lines.map((line) => idOf(line.item)))) {
    const told = await ask<{ rows: Array<{ available: number }> }>(req, `availability?item=${item}`)
    if (told)
      stock.set(
        item,
        told.rows.reduce((sum, row) => sum + row.available, 0),
      )
  }
  const margins = (await ask<{ lines: Array<{ line: string; rate: number | null }> }>(req, `order-margin/${id}`))?.lines
  return {
    id,
    no: order.no,
    version: order.version,
    status: order.status,
    kind: order.kind,
    date: order.date,
    customer: named(order.customer),
    salesperson: named(order.salesperson),
    grossTotal: order.grossTotal,
    currency: order.currency,
    remark: order.remark,
    credit: credit ? { exposure: credit.exposure, free: credit.free ?? null } : null,
    mine,
    mayRule,
    lines: order.lines.map((line) => ({
      id: line.id,
      item: named(line.item),
      description: line.description,
      qty: line.qty,
      unit: line.unit,
      price: line.price,
      gross: line.gross,
      promised: line.promised,
      schedule: (line.schedule ?? []).map(({ date, qty }) => ({ date: String(date).slice(0, 10), qty: Number(qty) })),
      changes: line.changes ?? [],
      available: stock.get(idOf(line.item)) ?? null,
      ...(margins ? { margin: margins.find((entry) => entry.line === line.id)?.rate ?? null } : {}),
    })),
    opinions: opinions.map((row): Opinion => ({
      id: row.id,
      department: row.department,
      status: row.status,
      opinion: row.opinion,
      remark: row.remark,
      reviewer: named(row.reviewer) || null,
      promised: row.proposals?.lines?.find(({ promised }) => promised)?.promised ?? row.proposals?.promised ?? null,
    })),
  }
}
