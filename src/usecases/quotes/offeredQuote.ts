import type { PayloadRequest } from 'payload'

import { businessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import { idOf } from '@/src/domain/kernel/idOf'
import { toNumber } from '@/src/domain/kernel/money'
import { decideOrderQuote } from '@/src/domain/quotes/decideOrderQuote'
import { openOfBroken, openOfQuoted } from '@/src/domain/quotes/decideQuotedQty'
import { freightGross } from '@/src/domain/pricing/freight'
import { pageState, type PageState } from '@/src/domain/quotes/quoteLink'
import type { RichBlock } from '@/src/domain/text/richText'
import { lineName, namesOf } from '@/src/domain/words/nameIn'
import type { Language } from '@/src/domain/words/words'
import { sealedIn } from '@/src/domain/text/sheetTexts'
import { now } from '@/src/engine/clock'
import { findDocument } from '@/src/engine/documents/findDocument'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import { readDocument } from '@/src/engine/documents/readDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { settingsOf } from '@/src/engine/settings'
import { lineProgress } from '@/src/ledger/posted'

import type { QuoteLink } from './quoteLinks'

/** One line as its customer sees it. Named field by field: what is not here does not reach the page. */
export type CustomersLine = {
  id: string
  item: number
  code: string
  /** what it is called, in either language */
  name: Record<Language, string>
  specification: string | null
  picture: number | null
  unit: string
  qty: number
  open: number
  price: number
  discountRate: number
  taxRate: number | null
  free: boolean
  gross: number
  net: number
  breaks: Array<{ qty: number; price: number }>
}

/** A quote as its customer sees it: what is offered to him, and nothing else of the house. */
export type CustomersQuote = {
  id: number
  no: string
  date: string
  validUntil: string
  customer: string
  language: 'zh' | 'en' | null
  currency: string
  taxMode: 'inclusive' | 'exclusive'
  terms: Record<Language, string> | null
  headerDiscount: number
  /** with its tax, in the totals */
  freight: number
  netTotal: number
  taxTotal: number
  grossTotal: number
  lines: CustomersLine[]
  /** what the house says under the quote, as it was sealed when it was approved */
  conditions: Readonly<Record<'zh' | 'en', RichBlock[]>>
  state: PageState
  list: Stored<'order-lists'> | null
  replacedBy: string | null
}

/** The list that came through a link, if one has. */
async function listOf(req: PayloadRequest, link: number): Promise<Stored<'order-lists'> | null> {
  const [list] = await findDocuments({ req, slug: 'order-lists', where: { link: { equals: link } }, limit: 1, overrideAccess: true })
  return list ?? null
}

async function itemsOf(req: PayloadRequest, lines: ReadonlyArray<{ item: number }>) {
  const where = { id: { in: [...new Set(lines.map(({ item }) => item))] } }
  const fields = ['code', 'name', 'nameEn', 'specification', 'pictures'] as const
  const items = await findDocuments({ req, slug: 'items', where, fields, overrideAccess: true })
  return new Map(items.map((item) => [item.id, item]))
}

/** What the holder of a link is shown, as things stand now. Inside the transaction of a confirmation it holds until that is over. */
export async function offeredQuote(req: PayloadRequest, link: QuoteLink): Promise<CustomersQuote> {
  const quote = await readDocument({ req, slug: 'quotes', id: Number(idOf(link.quote)), overrideAccess: true })
  const customer = await readDocument({ req, slug: 'customers', id: quote.customer, overrideAccess: true })
  const terms = quote.paymentTerms ? await findDocument({ req, slug: 'payment-terms', id: quote.paymentTerms, overrideAccess: true }) : null
  const items = await itemsOf(req, quote.lines)
  const progress = await lineProgress(req, quote.lines.map(({ id }) => id)) // prettier-ignore
  const list = await listOf(req, link.id)
  const lines = quote.lines.map((line): CustomersLine => {
    const item = items.get(line.item)
    const ordered = progress.get(line.id)?.ordered ?? 0
    const breaks = (line.breaks ?? []).map(({ qty, price }) => ({ qty, price })).sort((a, b) => a.qty - b.qty)
    const price = line.price ?? 0
    const open = breaks.length > 0 ? openOfBroken({ qty: line.qty, price, breaks, ordered }) : openOfQuoted({ qty: line.qty, ordered })
    return {
      ...{ id: line.id, item: line.item, unit: line.unit, qty: line.qty, price, breaks },
      code: item?.code ?? '',
      name: { zh: lineName(line.description, item, 'zh'), en: lineName(line.description, item, 'en') },
      specification: item?.specification ?? null,
      picture: idOf(item?.pictures?.[0]),
      open: toNumber(open),
      discountRate: line.discountRate ?? 0,
      taxRate: line.taxRate ?? null,
      free: Boolean(line.free),
      gross: line.gross,
      net: line.net,
    }
  })
  const { orderExpiredQuotes } = (await settingsOf(req)).orders
  const validUntil = businessDate(String(quote.validUntil).slice(0, 10))
  const judged = decideOrderQuote({ no: quote.no, status: quote.status, validUntil, date: businessDate(now(req).date), orderExpiredQuotes })
  const expired = judged.some(({ code }) => code === 'QUOTE_EXPIRED')
  const open = lines.some((line) => d(line.open).gt(0))
  const state = pageState({ status: quote.status, current: quote['current'] !== false, expired, listed: list !== null, open })
  return {
    ...{ id: quote.id, no: quote.no, validUntil, currency: quote.currency, taxMode: quote.taxMode, lines, state, list },
    date: String(quote.date).slice(0, 10),
    customer: customer.name,
    language: customer.language ?? null,
    terms: terms ? namesOf(terms) : null,
    conditions: { zh: sealedIn(quote['sealedTexts'], 'zh')?.terms ?? [], en: sealedIn(quote['sealedTexts'], 'en')?.terms ?? [] },
    headerDiscount: quote.headerDiscount ?? 0,
    freight: toNumber(freightGross(quote)),
    netTotal: quote.netTotal,
    taxTotal: quote.taxTotal,
    grossTotal: quote.grossTotal,
    replacedBy: state === 'superseded' ? await successorOf(req, quote.id) : null,
  }
}

/** The number of the revision that took over, which whoever held this one may be told. */
async function successorOf(req: PayloadRequest, quote: number): Promise<string | null> {
  const [next] = await findDocuments({
    req,
    slug: 'quotes',
    where: { and: [{ revises: { equals: quote } }, { current: { equals: true } }] },
    fields: ['no'],
    sort: '-id',
    limit: 1,
    overrideAccess: true,
  })
  return next?.no ?? null
}
