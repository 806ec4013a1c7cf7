import type { PayloadRequest } from 'payload'

import { query, sql } from '../query'

/** Something somebody is to do next, as it was noted beside a record. */
export type OpenStep = { slug: string; id: number; no: string | null; due: string; who: string; text: string }

const tableOf = (slug: string): string => slug.replaceAll('-', '_') // a slug of the configuration

const most = 100

/**
 * Next steps nobody has done yet, of a customer and of his documents of these kinds, the first due first. One statement, by the indexes of the
 * customer and of the record noted about.
 */
export async function openSteps(
  req: PayloadRequest,
  { customer, kinds }: { customer: number; kinds: readonly string[] },
): Promise<OpenStep[]> {
  const open = sql`n.done_at is null and n.due is not null`
  const parts = [
    sql`select n.* from document_notes n where n.slug = 'customers' and n.document_id = ${customer} and ${open}`,
    ...kinds.map(
      (slug) =>
        sql`select n.* from ${sql.raw(`"${tableOf(slug)}"`)} h join document_notes n on n.slug = ${slug} and n.document_id = h.id
            where h.customer_id = ${customer} and ${open}`,
    ),
  ]
  return query<OpenStep>(
    req,
    sql`select s.slug, s.document_id::int as id, s.no, s.due::text as due, coalesce(u.name, '') as who, s.text
        from (${sql.join(parts, sql` union all `)}) s left join users u on u.id = s.assignee_id order by s.due, s.id limit ${most}`,
  )
}
