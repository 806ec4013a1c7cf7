import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '@/src/ledger/query'

export type StagedRow = { row: number; values: Record<string, unknown> }
export type StagedGroup = { key: string; rows: StagedRow[] }

/**
 * Rows of a file set aside by what they belong to (the number of their document), however far apart they stand: in the database, so that a
 * million of them take no more memory than one portion. Gone with the transaction.
 */
export async function openGroups(req: PayloadRequest): Promise<{
  add: (rows: ReadonlyArray<StagedRow & { key: string }>) => Promise<void>
  /** Portions of whole groups, in the order the file first names them: no more groups than this, and no more rows but for those of one group. */
  portions: (most: { groups: number; rows: number }) => AsyncIterable<StagedGroup[]>
}> {
  await query(req, sql`drop table if exists import_rows, import_groups`)
  await query(req, sql`create temp table import_rows (key text not null, "row" int not null, "values" jsonb not null) on commit drop`)
  return {
    add: async (rows) => {
      await query(
        req,
        sql`insert into import_rows select key, "row", "values" from jsonb_to_recordset(${asJson(rows)}::jsonb) as r(key text, "row" int, "values" jsonb)`,
      )
    },
    portions: (most) => portionsOf(req, most),
  }
}

async function* portionsOf(req: PayloadRequest, most: { groups: number; rows: number }): AsyncIterable<StagedGroup[]> {
  await query(
    req,
    sql`create temp table import_groups on commit drop as
        select key, row_number() over (order by first)::int as position, sum(rows) over (order by first)::int as until
        from (select key, min("row") as first, count(*) as rows from import_rows group by key) g`,
  )
  await query(req, sql`create index on import_rows (key)`)
  await query(req, sql`create unique index on import_groups (position)`)
  await query(req, sql`create index on import_groups (until)`)
  await query(req, sql`analyze import_rows`)
  await query(req, sql`analyze import_groups`)
  for (let [position, until] = [0, 0]; ;) {
    const groups = await query<StagedGroup & { position: number; until: number }>(
      req,
      sql`select g.key, g.position, g.until, json_agg(json_build_object('row', r."row", 'values', r."values") order by r."row") as rows
          from import_groups g join import_rows r on r.key = g.key
          where g.position > ${position}::int and g.position <= ${position + most.groups}::int
            and (g.until <= ${until + most.rows}::int or g.position = ${position + 1}::int)
          group by g.key, g.position, g.until order by g.position`,
    )
    const last = groups.at(-1)
    if (!last) return
    ;({ position, until } = last)
    yield groups
  }
}
