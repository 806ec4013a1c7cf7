import type { PayloadRequest } from 'payload'

import { hasRole, personOf } from '@/src/access/roles'
import { maySee } from '@/src/domain/people/sight'
import { listedDifferences, type ListedLine, type WishedChange } from '@/src/domain/quotes/listedDifferences'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import { isVisible } from '@/src/engine/step'
import { addressOf, livingLink } from '@/src/usecases/quotes/quoteLinks'

export type ShownList = {
  id: number
  no: string
  at: string
  name: string
  email: string
  remark: string | null
  quote: number
  order: number
  orderNo: string
  quoteNo: string
  grossTotal: number
  currency: string
  lines: ListedLine[]
  changes: WishedChange[]
}

/** What the house is told of the customer's page: the link, who opened it, and what was ordered through it. */
export type PageStory = {
  link: { url: string | null; expiresAt: string } | null
  openings: Array<{ at: string; client: string }>
  lists: ShownList[]
}

const MOST_OPENINGS = 50

async function listsOf(req: PayloadRequest, about: { quote: number } | { order: number }): Promise<ShownList[]> {
  const [field, id] = 'quote' in about ? (['quote', about.quote] as const) : (['order', about.order] as const)
  const lists = await findDocuments({ req, slug: 'order-lists', where: { [field]: { equals: id } }, sort: '-id', overrideAccess: true })
  const numbers = async (slug: 'orders' | 'quotes', ids: readonly number[]): Promise<Map<number, string>> => {
    const docs = await findDocuments({ req, slug, where: { id: { in: [...ids] } }, fields: ['no'], overrideAccess: true })
    return new Map(docs.map((doc) => [doc.id, doc.no]))
  }
  const orders = await numbers('orders', lists.map(({ order }) => order)) // prettier-ignore
  const quotes = await numbers('quotes', lists.map(({ quote }) => quote)) // prettier-ignore
  return lists.map((list) => ({
    ...{ id: list.id, no: list.no, at: list.at, name: list.name, email: list.email, quote: list.quote, order: list.order },
    remark: list.remark ?? null,
    orderNo: orders.get(list.order) ?? '',
    quoteNo: quotes.get(list.quote) ?? '',
    grossTotal: list.grossTotal ?? 0,
    currency: list.currency ?? '',
    lines: list.lines as ListedLine[],
    changes: listedDifferences(list.lines as ListedLine[]),
  }))
}

/** Of a quote one may see; null otherwise. The address of the page is for whoever may send it. */
export async function pageOfQuote(req: PayloadRequest, id: number): Promise<PageStory | null> {
  if (!(await isVisible({ req, slug: 'quotes', id }))) return null
  const link = await livingLink(req, id)
  const openings = await findDocuments({
    req,
    slug: 'audit-log',
    where: { and: [{ slug: { equals: 'quotes' } }, { documentId: { equals: String(id) } }, { verb: { equals: 'opened' } }] },
    fields: ['at', 'client'],
    sort: '-id',
    limit: MOST_OPENINGS,
    overrideAccess: true,
  })
  const maySend = hasRole(req.user, 'sales', 'salesManager', 'generalManager')
  return {
    link: link && { url: maySend ? addressOf(req, link) : null, expiresAt: link.expiresAt },
    openings: openings.map(({ at, client }) => ({ at, client: client ?? '' })),
    lists: await listsOf(req, { quote: id }),
  }
}

/** Of an order one may see: the list it came from, and what in it was wished otherwise than quoted. Whoever reads no prices reads none here. */
export async function listsOfOrder(req: PayloadRequest, id: number): Promise<{ lists: ShownList[] } | null> {
  if (!(await isVisible({ req, slug: 'orders', id }))) return null
  if (!maySee(personOf(req.user), 'price')) return { lists: [] }
  return { lists: await listsOf(req, { order: id }) }
}
