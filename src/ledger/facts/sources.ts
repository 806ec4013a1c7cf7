import type { PayloadRequest } from 'payload'

import { query, sql, textList } from '../query'

export type LineOwner = { document: number; order: number | null; delivery?: number | null }

/** The documents that own order, delivery or invoice lines; what they come from is told too, so that it can be locked first. */
export async function ownersOfLines({
  req,
  slug,
  lines,
}: {
  req: PayloadRequest
  slug: 'orders' | 'deliveries' | 'invoices'
  lines: readonly string[]
}): Promise<Map<string, LineOwner>> {
  if (lines.length === 0) return new Map()
  const wanted = sql`any(${textList(lines)})`
  const rows = await query<LineOwner & { id: string }>(
    req,
    slug === 'orders'
      ? sql`select id, _parent_id as document, _parent_id as "order" from orders_lines where id = ${wanted}`
      : slug === 'deliveries'
        ? sql`select id, _parent_id as document, order_id as "order" from deliveries_lines where id = ${wanted}`
        : sql`select id, _parent_id as document, order_id as "order", delivery_id as delivery from invoices_lines where id = ${wanted}`,
  )
  return new Map(rows.map(({ id, ...owner }) => [id, owner]))
}

export type TakenShare = {
  qty: string
  gross: string
  net: string
  baseGross: string
  baseNet: string
  costValue: string
  replacing: string
}

/**
 * What other documents have taken of lines so far, drafts included: deliveries of order lines, invoices of order or delivery lines.
 * Credit notes give back. `approvedOnly` leaves drafts out (their cost is not decided yet). Read under the lock of the line's document.
 */
export async function takenShares({
  req,
  by,
  of,
  lines,
  except,
  approvedOnly = false,
}: {
  req: PayloadRequest
  by: 'deliveries' | 'invoices'
  of: 'order_line' | 'delivery_line'
  lines: readonly string[]
  except: number
  approvedOnly?: boolean
}): Promise<Map<string, TakenShare>> {
  if (lines.length === 0) return new Map()
  const column = sql.raw(`l."${of}"`)
  const documents = sql.raw(by)
  const lineTable = sql.raw(`${by}_lines`)
  const sign = by === 'invoices' ? sql.raw(`case when h.kind::text = 'creditNote' then -1 else 1 end`) : sql.raw('1')
  const cost = by === 'invoices' ? sql.raw('coalesce(l.cost_value, 0)') : sql.raw('0')
  // a correction of prices takes no goods back: what is billed of a line stays what it is
  const notPriceOnly = by === 'invoices' ? sql.raw('and not coalesce(h.price_only, false)') : sql.raw('')
  // what replaces returned goods has no share of the order's amounts
  const replacing = by === 'deliveries' ? sql.raw('coalesce(l.replacement_qty, 0)') : sql.raw('0')
  const rows = await query<TakenShare & { id: string }>(
    req,
    sql`select ${column} as id, sum(${sign} * (l.qty - ${replacing})) as qty, sum(${replacing}) as replacing, sum(${sign} * l.gross) as gross, sum(${sign} * l.net) as net,
          sum(${sign} * l.base_gross) as "baseGross", sum(${sign} * l.base_net) as "baseNet", sum(${sign} * ${cost}) as "costValue"
        from ${lineTable} l join ${documents} h on h.id = l._parent_id
        where ${column} = any(${textList(lines)})
          and h.id <> ${except} and h.status::text <> 'cancelled' and (${!approvedOnly} or h.status::text = 'approved') ${notPriceOnly}
        group by 1`,
  )
  return new Map(rows.map(({ id, ...share }) => [id, share]))
}
