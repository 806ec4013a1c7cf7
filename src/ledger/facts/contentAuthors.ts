import type { PayloadRequest } from 'payload'

import { openChangeStatuses } from '@/src/domain/orders/changeSteps'

import { query, sql } from '../query'

/** Verbs that change what a document says; all others only take it a step further. */
const contentVerbs = ['create', 'save', 'reprice']

/** Everyone who changed what a document says since its last approval was taken back (or ever), by the audit log. */
export async function contentAuthors(req: PayloadRequest, { slug, id }: { slug: string; id: number }): Promise<number[]> {
  const rows = await query<{ id: number }>(
    req,
    sql`select distinct a.user_id::int as id from audit_log a
        where a.slug = ${slug} and a.document_id = ${String(id)} and a.user_id is not null
          and a.verb in (select value from jsonb_array_elements_text(${JSON.stringify(contentVerbs)}::jsonb))
          and jsonb_typeof(a.changes) = 'array' and jsonb_array_length(a.changes) > 0
          and a.id > coalesce((select max(b.id) from audit_log b where b.slug = a.slug and b.document_id = a.document_id and b.verb = 'unapprove'), 0)
        order by 1`,
  )
  return rows.map(({ id: author }) => author)
}

/** The same of what is asked to be let pass: an order, and the changes of it that are open. */
export async function authorsBehind(req: PayloadRequest, { slug, id }: { slug: string; id: number }): Promise<number[]> {
  const changes =
    slug === 'orders'
      ? await query<{ id: number }>(
          req,
          sql`select c.id from order_changes c where c.order_id = ${id}
              and c.status::text in (select value from jsonb_array_elements_text(${JSON.stringify(openChangeStatuses)}::jsonb))`,
        )
      : []
  const documents = [{ slug, id }, ...changes.map((change) => ({ slug: 'order-changes', id: change.id }))]
  const authors = new Set<number>()
  for (const document of documents) for (const author of await contentAuthors(req, document)) authors.add(author)
  return [...authors]
}
