import type { PayloadRequest } from 'payload'

import { query, sql } from '../query'

import { linksInOrder, tableOf } from '../kinds'
import { type DocumentLink, endsByLine } from '../links'

export type LinkEnd = { slug: string; id: number; line: string | null }
export type LinkHop = { from: LinkEnd; to: LinkEnd; position: number; item: number | null; qty: string | null; amount: string | null }

type Row = {
  from_id: number
  from_line: string | null
  to_id: number
  to_line: string | null
  position: number
  item_id: number | null
  qty: string | null
  amount: string | null
}

type Reached = {
  /** Keys a link can be followed from: line ids, or document ids as text. */
  of: (link: Pick<DocumentLink, 'by'>, side: 'from' | 'to', slug: string) => string[]
  /** True when the end is new. */
  add: (end: LinkEnd) => boolean
}

/** What a search has reached, by kind: lines and whole documents. */
function nothingReached(): Reached {
  const known = { line: new Map<string, Set<string>>(), document: new Map<string, Set<string>>() }
  const put = (by: keyof typeof known, slug: string, key: string): boolean => {
    const set = known[by].get(slug) ?? new Set<string>()
    const isNew = !set.has(key)
    known[by].set(slug, set.add(key))
    return isNew
  }
  return {
    of: ({ by }, side, slug) => [...(known[typeof by === 'string' ? by : by[side]].get(slug) ?? [])],
    add: ({ slug, id, line }) => {
      const newDocument = put('document', slug, String(id))
      const newLine = line !== null && put('line', slug, line)
      return newDocument || newLine
    },
  }
}

/** Document ids that a search has met as wholes (an allocation names an invoice, not a line): all their lines belong to it. */
async function addLines(req: PayloadRequest, slug: string, ids: readonly number[], reached: Reached): Promise<void> {
  if (ids.length === 0) return
  const rows = await query<{ id: string; parent: number }>(
    req,
    sql`select id, _parent_id as parent from ${sql.raw(`${tableOf(slug)}_lines`)} where _parent_id in (select value::int from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`,
  )
  for (const { id, parent } of rows) reached.add({ slug, id: parent, line: id })
}

async function follow(req: PayloadRequest, link: DocumentLink, side: 'from' | 'to', keys: readonly string[]): Promise<LinkHop[]> {
  if (keys.length === 0) return []
  const marker = '$keys'
  const [before = '', after = ''] = link.select(side, marker).split(marker)
  const rows = await query<Row>(
    req,
    sql`${sql.raw(before)}select value from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)${sql.raw(after)}`,
  )
  return rows.map((row) => ({
    from: { slug: link.from, id: row.from_id, line: row.from_line },
    to: { slug: link.to, id: row.to_id, line: row.to_line },
    position: row.position,
    item: row.item_id,
    qty: row.qty,
    amount: row.amount,
  }))
}

const keyOf = (way: number, { from, to }: LinkHop): string => [way, from.slug, from.id, from.line, to.slug, to.id, to.line].join('|')

/**
 * The whole chain of a document in both directions, by line (联查): first up to where its lines come from, then from every line
 * reached down to all that followed. Never sideways: what another order put on the same invoice stays out. A number of statements
 * that depends on the kinds and the depth of the chain, not on its size.
 */
export async function linkedDocuments({ req, slug, id }: { req: PayloadRequest; slug: string; id: number }): Promise<LinkHop[]> {
  const reached = nothingReached()
  const hops = new Map<string, LinkHop>()
  const links = linksInOrder()
  const lined = endsByLine(links)
  const addWhole = async (kind: string, ids: readonly number[]): Promise<void> => {
    if (lined.has(kind)) await addLines(req, kind, ids, reached)
  }
  reached.add({ slug, id, line: null })
  await addWhole(slug, [id])
  for (const side of ['to', 'from'] as const) {
    for (let grew = true; grew;) {
      grew = false
      for (const [way, link] of links.entries()) {
        const found = await follow(req, link, side, reached.of(link, side, link[side]))
        const met: number[] = []
        for (const hop of found) {
          hops.set(keyOf(way, hop), hop)
          const end = side === 'to' ? hop.from : hop.to
          if (!reached.add(end)) continue
          grew = true
          if (end.line === null) met.push(end.id)
        }
        await addWhole(side === 'to' ? link.from : link.to, [...new Set(met)])
      }
    }
  }
  const kind = ({ from, to }: LinkHop): number => links.findIndex((link) => link.from === from.slug && link.to === to.slug)
  return [...hops.values()].sort((a, b) => kind(a) - kind(b) || a.from.id - b.from.id || a.to.id - b.to.id || a.position - b.position)
}
