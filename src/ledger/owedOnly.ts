import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from './query'

/** Of invoices, those that came in saying what is owed and not for what. */
export async function owedOnly(req: PayloadRequest, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  const rows = await query<{ id: number }>(
    req,
    sql`select i.id from invoices i where i.id in (select k.id from jsonb_to_recordset(${asJson(ids.map((id) => ({ id })))}::jsonb) as k(id int))
        and i.opening and not exists (select from invoices_lines l where l._parent_id = i.id)`,
  )
  return new Set(rows.map(({ id }) => id))
}
