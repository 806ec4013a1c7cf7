import type { PayloadRequest } from 'payload'

import { query, sql } from '../query'

export type OpenChange = { id: number; no: string; status: string }

/** Changes of an order that are not decided yet, but for one. Read under the order's lock. */
export const openChangesOf = ({ req, order, except }: { req: PayloadRequest; order: number; except: number }): Promise<OpenChange[]> =>
  query<OpenChange>(
    req,
    sql`select id, no, status::text as status from order_changes
        where order_id = ${order} and id <> ${except} and status::text in ('draft', 'inReview', 'approved') order by id`,
  )
