import type { PayloadRequest } from 'payload'

import { groupBy } from '@/src/domain/kernel/groupBy'

import { asJson, readOnce, sql } from '../query'

export type RecordRef = { slug: string; id: number }

const tableOf = (slug: string): string => slug.replaceAll('-', '_')
const known = /^[a-z]+(-[a-z]+)*$/

/** Which of the records exist, whoever asks: one statement for any number of collections. */
export async function existing(req: PayloadRequest, records: readonly RecordRef[]): Promise<RecordRef[]> {
  const bySlug = groupBy(records, ({ slug }) => slug)
  const parts = [...bySlug]
    .filter(([slug]) => known.test(slug))
    .map(
      ([slug, refs]) =>
        sql`select ${slug}::text as slug, t.id::int as id from ${sql.raw(tableOf(slug))} t where t.id in (select k.id from jsonb_to_recordset(${asJson(refs.map(({ id }) => ({ id })))}::jsonb) as k(id int))`,
    )
  if (parts.length === 0) return []
  return readOnce<RecordRef>(req, sql.join(parts, sql` union all `))
}

/** The documents whose lines these are. Unknown lines are left out. */
export async function documentsOfLines(
  req: PayloadRequest,
  lines: ReadonlyArray<{ slug: string; line: string }>,
): Promise<Array<RecordRef & { line: string }>> {
  const bySlug = groupBy(lines, ({ slug }) => slug)
  const parts = [...bySlug]
    .filter(([slug]) => known.test(slug))
    .map(
      ([slug, refs]) =>
        sql`select ${slug}::text as slug, l._parent_id::int as id, l.id::text as line from ${sql.raw(`${tableOf(slug)}_lines`)} l where l.id in (select k.line from jsonb_to_recordset(${asJson(refs.map(({ line }) => ({ line })))}::jsonb) as k(line text))`,
    )
  return parts.length === 0 ? [] : readOnce(req, sql.join(parts, sql` union all `))
}
