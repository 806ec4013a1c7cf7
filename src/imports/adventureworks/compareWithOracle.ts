import type { ClientBase } from 'pg'
import { figureSets, type FigureSet } from './booksFigures'

type OracleRow = Readonly<Record<string, unknown>>
export type Difference = { set: string; key: string; measure: string; oracle: string | null; books: string | null }
export type Comparison = { set: string; keys: number; figures: number; differences: Difference[] }

/** Amounts are compared in cents, everything else exactly; cents are cut by the database, which rounds half away from zero. */
const roundedInSql = ({ measure, expression }: { measure: string; expression: string }): string =>
  /^(SubTotal|TaxAmt|Freight|TotalDue|LineTotal|cost|margin)$/.test(measure)
    ? `round(${expression}, 2)::text`
    : `(${expression}::numeric)::float8::text`

function oracleRows({ oracle, name }: { oracle: Readonly<Record<string, unknown>>; name: string }): readonly OracleRow[] {
  const found = name.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], oracle)
  const rows = Array.isArray(found) ? found : (found as { rows?: unknown } | undefined)?.rows
  if (!Array.isArray(rows)) throw new Error(`The oracle holds no ${name}`)
  return rows as OracleRow[]
}

/** Both sides in the same shape: (place, key, measure → text). The oracle's rows go through the same rounding in SQL. */
async function compareSet({
  client,
  oracle,
  set,
}: {
  client: ClientBase
  oracle: Readonly<Record<string, unknown>>
  set: FigureSet
}): Promise<Comparison> {
  const columns = (from: string): string =>
    set.measures.map((measure) => `${roundedInSql({ measure, expression: `${from}."${measure}"` })} as "${measure}"`).join(', ')
  const expected = oracleRows({ oracle, name: set.name }).map((row) => ({ ...row, key: set.keyOf(row) }))
  const shape = set.measures.map((measure) => `"${measure}" numeric`).join(', ')
  const quoted = set.measures.map((measure) => `"${measure}"`).join(', ')
  const wanted = await client.query<Record<string, string>>(
    `select o.key, ${columns('o')}
     from rows from (jsonb_to_recordset($1::jsonb) as (key text, ${shape})) with ordinality as o(key, ${quoted}, place) order by o.place`,
    [JSON.stringify(expected)],
  )
  const booked = await client.query<Record<string, string>>(`select b.key::text as key, ${columns('b')} from (${set.select}) as b`)

  const byKey = new Map(booked.rows.map((row, place) => [row.key ?? '', { row, place }]))
  const differences: Difference[] = []
  wanted.rows.forEach((row, place) => {
    const key = row.key ?? ''
    const found = byKey.get(key)
    byKey.delete(key)
    if (set.ranking && found && found.place !== place) {
      differences.push({ set: set.name, key, measure: 'rank', oracle: String(place + 1), books: String(found.place + 1) })
    }
    for (const measure of set.measures) {
      const [wantedFigure, bookedFigure] = [row[measure] ?? null, found?.row[measure] ?? null]
      if (wantedFigure !== bookedFigure) differences.push({ set: set.name, key, measure, oracle: wantedFigure, books: bookedFigure })
    }
  })
  for (const key of byKey.keys()) differences.push({ set: set.name, key, measure: 'key', oracle: null, books: key })
  return { set: set.name, keys: wanted.rows.length, figures: wanted.rows.length * set.measures.length, differences }
}

/**
 * Asks the books every figure set of `oracle` (the parsed oracle.json) and names each figure that is not the same:
 * amounts to the cent, counts and quantities exactly, rankings in order.
 */
export async function compareWithOracle({
  client,
  oracle,
}: {
  client: ClientBase
  oracle: Readonly<Record<string, unknown>>
}): Promise<Comparison[]> {
  const comparisons: Comparison[] = []
  for (const set of figureSets) comparisons.push(await compareSet({ client, oracle, set }))
  return comparisons
}
