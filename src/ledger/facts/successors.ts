import type { PayloadRequest } from 'payload'

import { knownKinds, tableOf } from '../kinds'
import type { Standing } from '../links'
import { query, sql } from '../query'

export type Successor = { slug: string; id: number; no: string; status: string }

/** Where rows of a kind of document name the one they stand on. */
const naming = (slug: string, { on, in: where, column, byLine = false }: Standing): { from: string; named: string } => {
  const rows = where === 'document' ? '' : ` join ${tableOf(slug)}_${where} l on l._parent_id = d.id`
  const own = where === 'document' ? 'd' : 'l'
  return byLine
    ? { from: `${tableOf(slug)} d${rows} join ${tableOf(on)}_lines e on e.id = ${own}.${column}`, named: 'e._parent_id' }
    : { from: `${tableOf(slug)} d${rows}`, named: `${own}.${column}` }
}

/** Documents that stand on this one: what is in the way of undoing it. Each kind says in its definition what it stands on. */
export async function successorsOf({ req, slug, id }: { req: PayloadRequest; slug: string; id: number }): Promise<Successor[]> {
  const standing = knownKinds().flatMap((kind) => kind.standsOn.flatMap((each) => (each.on === slug ? [{ kind: kind.slug, ...each }] : [])))
  if (standing.length === 0) return []
  const parts = standing.map(({ kind, ...each }) => {
    const { from, named } = naming(kind, each)
    return sql`select ${kind}::text as slug, d.id, d.no, d.status::text as status from ${sql.raw(from)}
      where ${sql.raw(named)} = ${id} and d.status::text not in (select value from jsonb_array_elements_text(${JSON.stringify(each.gone)}::jsonb))`
  })
  return query<Successor>(req, sql`select distinct * from (${sql.join(parts, sql` union `)}) s order by slug, id`)
}
