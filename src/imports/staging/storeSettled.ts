import type { PayloadRequest } from 'payload'

import { sealOpenings } from '@/src/ledger/openingSeals'
import { query, sql } from '@/src/ledger/query'

/** What had been paid of an opening invoice, as the newest file says it. */
export async function storeSettled(req: PayloadRequest, invoice: number, settledBefore: number): Promise<void> {
  await query(
    req,
    sql`update invoices set settled_before = ${settledBefore}::numeric, updated_at = now() where id = ${invoice}::int and opening`,
  )
  await sealOpenings(req, 'invoices', { first: invoice, last: invoice })
}
