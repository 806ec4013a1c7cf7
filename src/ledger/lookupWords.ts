import type { PayloadRequest } from 'payload'

import { asJson, idList, query, type Sql, sql } from './query'

export type RecordWords = { id: number; code: string; words: readonly string[]; owners: readonly string[] }

/** A word as it stands in the index: beside those of other kinds of records, and apart from them. */
export const lexeme = (kind: string, word: string): string => `${kind}|${word}`

/** Whose a record is, as a word among its words, so that a person's own records are found without reading the others. */
export const ownerWord = (who: 'person' | 'department', id: number): string => `@${who}${id}`

/** What writes the words of records, made before it is their turn. No word holds a blank: those of a record are sent as one text, its kind is added to each here. */
export function wordsWritten(kind: string, records: readonly RecordWords[]): Sql {
  const rows = records.map(({ id, code, words, owners }) => ({ id, code, words: [...words, ...owners].join(' ') }))
  const prefix = lexeme(kind, '')
  return sql`insert into lookup_words (kind, record_id, code, words)
      select ${kind}::text, r.id, r.code, array_to_tsvector(
        case when r.words = '' then '{}' else string_to_array(${prefix}::text || replace(r.words, ' ', ${` ${prefix}`}::text), ' ') end)
      from json_to_recordset(${asJson(rows)}::json) as r(id int, code text, words text)
      on conflict (kind, record_id) do update set code = excluded.code, words = excluded.words`
}

/** What records are found by, written whenever they are saved: one statement for any number of records of one kind. */
export const rememberWords = async (req: PayloadRequest, kind: string, records: readonly RecordWords[]): Promise<void> =>
  void (await query(req, wordsWritten(kind, records)))

/** What customers who are part of these now were called: whoever types an old code or name finds the one who goes on. */
export async function mergedNames(req: PayloadRequest, ids: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await query<{ id: number; names: string[] }>(
    req,
    sql`select merged_into_id as id, array_agg(distinct n.name) as names
        from customers c cross join lateral (values (c.code), (c.name), (c.short_name)) n(name)
        where merged_into_id in (select k.id from jsonb_to_recordset(${asJson(ids.map((id) => ({ id })))}::jsonb) as k(id int)) and n.name <> '' group by 1`,
  )
  return new Map(rows.map(({ id, names }) => [id, names]))
}

export async function forgetWords(req: PayloadRequest, kind: string, id: number): Promise<void> {
  await query(req, sql`delete from lookup_words where kind = ${kind}::text and record_id = ${id}::int`)
}

/** Of these records those that have no words. */
export async function wordlessOf(req: PayloadRequest, kind: string, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await query<{ id: number }>(
    req,
    sql`select r.id from unnest(${idList(ids)}) r(id) where not exists (select from lookup_words w where w.kind = ${kind}::text and w.record_id = r.id)`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Records that came another way than through a save (an import, a restored table) and have no words yet. */
export async function wordless(req: PayloadRequest, kind: string, table: string, limit: number): Promise<number[]> {
  const rows = await query<{ id: number }>(
    req,
    sql`select t.id from ${sql.identifier(table)} t
      where not exists (select 1 from lookup_words w where w.kind = ${kind}::text and w.record_id = t.id) order by t.id limit ${limit}::int`,
  )
  return rows.map(({ id }) => id)
}
