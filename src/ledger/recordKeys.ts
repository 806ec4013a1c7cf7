import type { PayloadRequest } from 'payload'

import { asJson, readOnce, sql } from './query'

const snake = (name: string): string =>
  name
    .replaceAll('-', '_')
    .replace(/([A-Z])/g, '_$1')
    .toLowerCase()

/** The records of a kind whose text field has one of these values, each by its id and that value: a file names a hundred thousand of them. */
export const recordKeys = (
  req: PayloadRequest,
  { slug, field, values }: { slug: string; field: string; values: readonly string[] },
): Promise<Array<{ id: number; key: unknown }>> => {
  const column = sql.identifier(snake(field))
  return readOnce(
    req,
    sql`select id, ${column} as key from ${sql.identifier(snake(slug))}
        where ${column} in (select v.key from jsonb_to_recordset(${asJson(values.map((key) => ({ key })))}::jsonb) as v(key text))`,
  )
}
