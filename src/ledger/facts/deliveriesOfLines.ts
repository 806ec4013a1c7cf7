import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

/** `shared`: it draws on other lines, too. */
export type OpenDelivery = { id: number; no: string; status: 'draft' | 'approved'; slug: 'deliveries'; shared: boolean }

const among = (lines: readonly string[]) =>
  sql`(select k.id from jsonb_to_recordset(${asJson(lines.map((id) => ({ id })))}::jsonb) as k(id text))`

/** Deliveries that draw on these order lines and have not left yet: drafts and approved ones, oldest first. */
export async function openDeliveriesOf(req: PayloadRequest, lines: readonly string[]): Promise<OpenDelivery[]> {
  if (lines.length === 0) return []
  return query<OpenDelivery>(
    req,
    sql`select 'deliveries' as slug, v.id, v.no, v.status::text as status,
          exists (select from deliveries_lines o where o._parent_id = v.id and (o.order_line is null or o.order_line not in ${among(lines)})) as shared
        from deliveries v
        where v.status::text in ('draft', 'approved')
          and v.id in (select l._parent_id from deliveries_lines l where l.order_line in ${among(lines)}) order by v.id`,
  )
}

/** Order lines that any delivery, return or invoice names, cancelled ones too: their history keeps them. */
export async function namedLines(req: PayloadRequest, lines: readonly string[]): Promise<Set<string>> {
  if (lines.length === 0) return new Set()
  const rows = await query<{ id: string }>(
    req,
    sql`select order_line as id from deliveries_lines where order_line in ${among(lines)}
        union select order_line from invoices_lines where order_line in ${among(lines)}
        union select order_line from returns_lines where order_line in ${among(lines)}`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Draft invoices that bill these order lines. */
export async function draftInvoicesOf(
  req: PayloadRequest,
  lines: readonly string[],
): Promise<Array<{ slug: string; id: number; no: string; status: string }>> {
  if (lines.length === 0) return []
  return query(
    req,
    sql`select distinct 'invoices' as slug, i.id, i.no, i.status::text as status from invoices i join invoices_lines l on l._parent_id = i.id
        where l.order_line in ${among(lines)} and i.status::text = 'draft' order by i.id`,
  )
}
