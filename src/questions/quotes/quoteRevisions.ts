import type { PayloadRequest } from 'payload'

import { type ComparableHead, type ComparedHead, comparedHeads } from '@/src/domain/quotes/comparedHeads'
import { type ComparedLine, comparedLines } from '@/src/domain/quotes/comparedLines'
import { readRichText } from '@/src/domain/text/richText'
import { plainTextOf } from '@/src/domain/text/writeRichText'
import { idOf } from '@/src/domain/kernel/idOf'
import { findDocument } from '@/src/engine/documents/findDocument'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import type { Stored } from '@/src/engine/documents/stored'
import { refuse } from '@/src/engine/refusal'

type Told = {
  id: number
  no: string
  revision: number
  date: string
  status: string
  validUntil: string
  grossTotal: number
  currency: string
}

const told = ({ id, no, revision, date, status, validUntil, grossTotal, currency }: Stored<'quotes'>): Told => ({
  ...{ id, no, status, grossTotal, currency },
  revision: revision ?? 0,
  date: String(date).slice(0, 10),
  validUntil: String(validUntil).slice(0, 10),
})

/** The chain of revisions a quote stands in, first to last: what it revises, and what revises it, of those one may see. */
async function chainOf(req: PayloadRequest, quote: Stored<'quotes'>): Promise<Array<Stored<'quotes'>>> {
  const chain = new Map([[quote.id, quote]])
  let edge = [quote]
  while (edge.length > 0) {
    const earlier = edge.flatMap(({ revises }) => (typeof revises === 'number' ? [revises] : []))
    const found = await findDocuments({
      req,
      slug: 'quotes',
      where: { or: [{ id: { in: earlier } }, { revises: { in: edge.map(({ id }) => id) } }] },
      overrideAccess: false,
    })
    edge = found.filter(({ id }) => !chain.has(id))
    for (const one of edge) chain.set(one.id, one)
  }
  return [...chain.values()].sort((a, b) => (a.revision ?? 0) - (b.revision ?? 0) || a.id - b.id)
}

/** What two revisions say differently of the whole, payment terms by their name. */
async function headsOf(req: PayloadRequest, two: readonly [Stored<'quotes'>, Stored<'quotes'>]): Promise<ComparedHead[]> {
  const terms = two.flatMap(({ paymentTerms }) => idOf(paymentTerms) ?? [])
  const known = await findDocuments({ req, slug: 'payment-terms', where: { id: { in: terms } }, fields: ['name'], overrideAccess: true })
  const names = new Map(known.map(({ id, name }) => [id, name]))
  const head = (quote: Stored<'quotes'>): ComparableHead => ({
    ...quote,
    validUntil: String(quote.validUntil).slice(0, 10),
    paymentTerms: names.get(idOf(quote.paymentTerms) ?? 0) ?? null,
    terms: plainTextOf(readRichText(quote.terms)),
  })
  return comparedHeads(head(two[0]), head(two[1]))
}

export type QuoteRevisions = {
  revisions: Told[]
  compared: { from: number; to: number; head: ComparedHead[]; lines: Array<ComparedLine & { name: string }> } | null
}

/**
 * The revisions of a quote one may see, and two of them line by line: those named by their ids, else the last two. Null when he may not see it.
 */
export async function quoteRevisions({
  req,
  id,
  from,
  to,
}: {
  req: PayloadRequest
  id: number
  from: number | null
  to: number | null
}): Promise<QuoteRevisions | null> {
  const quote = await findDocument({ req, slug: 'quotes', id, overrideAccess: false })
  if (!quote) return null
  const chain = await chainOf(req, quote)
  const chosen = (name: string, wanted: number | null, place: number): Stored<'quotes'> | undefined =>
    wanted === null
      ? chain.at(place)
      : (chain.find((one) => one.id === wanted) ??
        refuse(req, {
          code: 'INVALID_INPUT',
          path: name,
          facts: { field: name, value: wanted, accepted: chain.map((one) => one.id).join(', ') },
        }))
  const [before, after] = [chosen('from', from, -2), chosen('to', to, -1)]
  if (!before || !after || before.id === after.id) return { revisions: chain.map(told), compared: null }
  const head = await headsOf(req, [before, after])
  const lines = comparedLines(before.lines, after.lines)
  const items = await findDocuments({
    req,
    slug: 'items',
    where: { id: { in: lines.map(({ item }) => item) } },
    fields: ['code', 'name'],
    overrideAccess: false,
  })
  const names = new Map(items.map(({ id: item, code, name }) => [item, `${code} ${name}`]))
  return {
    revisions: chain.map(told),
    compared: { from: before.id, to: after.id, head, lines: lines.map((line) => ({ ...line, name: names.get(line.item) ?? '' })) },
  }
}
