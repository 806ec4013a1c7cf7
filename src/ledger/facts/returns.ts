import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

export type ReturnedShare = {
  /** for refund or replacement */
  qty: string
  gross: string
  net: string
  baseGross: string
  baseNet: string
  refunded: string
  /** gross and net given back by price-only returns */
  loweredGross: string
  loweredNet: string
  /** quantity and cost value that really came back */
  receivedQty: string
  issueValue: string
}

/** What other returns, drafts included, have taken of delivery lines. Read under the lock of the deliveries. */
export async function returnedShares({
  req,
  lines,
  except,
}: {
  req: PayloadRequest
  lines: readonly string[]
  except: number
}): Promise<Map<string, ReturnedShare>> {
  if (lines.length === 0) return new Map()
  const goods = sql.raw(`h.kind::text <> 'priceOnly'`)
  const refund = sql.raw(`h.kind::text = 'refund'`)
  const came = sql.raw(`h.kind::text <> 'priceOnly' and h.status::text in ('received', 'inspected')`)
  const rows = await query<ReturnedShare & { id: string }>(
    req,
    sql`select l.delivery_line as id, coalesce(sum(l.qty) filter (where ${goods}), 0) as qty, coalesce(sum(l.qty) filter (where ${refund}), 0) as refunded,
          coalesce(sum(l.gross) filter (where ${refund}), 0) as gross, coalesce(sum(l.net) filter (where ${refund}), 0) as net,
          coalesce(sum(l.base_gross) filter (where ${refund}), 0) as "baseGross", coalesce(sum(l.base_net) filter (where ${refund}), 0) as "baseNet",
          coalesce(sum(l.gross) filter (where not ${goods}), 0) as "loweredGross", coalesce(sum(l.net) filter (where not ${goods}), 0) as "loweredNet",
          coalesce(sum(l.qty) filter (where ${came}), 0) as "receivedQty", coalesce(sum(l.issue_value) filter (where ${came}), 0) as "issueValue"
        from returns_lines l join returns h on h.id = l._parent_id
        where l.delivery_line in (select k.id from jsonb_to_recordset(${asJson(lines.map((id) => ({ id })))}::jsonb) as k(id text))
          and h.id <> ${except} and h.status::text <> 'cancelled' group by 1`,
  )
  return new Map(rows.map(({ id, ...share }) => [id, share]))
}
