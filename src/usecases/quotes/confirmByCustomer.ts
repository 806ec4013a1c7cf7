import type { PayloadRequest } from 'payload'

import { businessDate } from '@/src/domain/kernel/businessDate'
import { type JudgedWish, judgeWish, type Wish, type WishProblem } from '@/src/domain/quotes/judgeWish'
import { listedDifferences, type ListedLine } from '@/src/domain/quotes/listedDifferences'
import type { PageState } from '@/src/domain/quotes/quoteLink'
import { now } from '@/src/engine/clock'
import { createDocument } from '@/src/engine/documents/createDocument'
import { readDocument } from '@/src/engine/documents/readDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { takenDown } from '@/src/engine/operation'
import { settingsOf } from '@/src/engine/settings'
import { takeStep } from '@/src/engine/step'
import { lockDocumentRow, nextInSeries } from '@/src/ledger/locks'

import { notify, peopleById } from '../control/notify'
import { createOrder } from './createOrder'
import { type CustomersQuote, offeredQuote } from './offeredQuote'
import type { QuoteLink } from './quoteLinks'

export type OrderList = Stored<'order-lists'>

/** What became of a confirmation: a list (the one there was, when it was sent before), what is wrong with it, a link or an offer that is over. */
export type Confirmed =
  | { kind: 'listed'; list: OrderList; isNew: boolean }
  | { kind: 'wrong'; problems: WishProblem[]; quote: CustomersQuote }
  | { kind: 'gone' }
  | { kind: 'closed'; state: Exclude<PageState, 'open' | 'listed'>; quote: CustomersQuote }

/** A draft order of what was wished for, by the verb the house itself uses; the house's guards judge it and keep what they find. */
async function orderOf(req: PayloadRequest, quote: Stored<'quotes'>, { lines, remark }: JudgedWish): Promise<Stored<'orders'>> {
  const settings = await settingsOf(req)
  const { created } = await takenDown(req, () =>
    createOrder.run({ req, doc: quote, stored: quote, body: { lines, remark }, actor: null, settings, now: now(req) }),
  )
  if (!created) throw new Error(`${quote.no} gave no order`)
  return readDocument({ req, slug: 'orders', id: created.id, overrideAccess: true })
}

/** Every line of the quote with what the customer takes of it. */
const listedLines = (quote: CustomersQuote, order: Stored<'orders'>, { lines }: JudgedWish): ListedLine[] =>
  quote.lines.map((line) => {
    const wished = lines.find(({ quoteLine }) => quoteLine === line.id)
    const ordered = order.lines.find(({ quoteLine }) => quoteLine === line.id)
    const { item, code, name, specification, unit } = line
    return {
      ...{
        quoteLine: line.id,
        item,
        code,
        name: name.zh,
        ...(name.en === name.zh ? {} : { nameEn: name.en }),
        specification,
        unit,
        quotedQty: line.qty,
        quotedPrice: line.price,
      },
      qty: wished?.qty ?? null,
      price: ordered?.price ?? null,
      date: wished?.date ?? null,
      gross: ordered?.gross ?? null,
    }
  })

const nobody = '–'

/** The salesperson, and whoever wrote the quote, are told: here and by mail. */
async function tell(req: PayloadRequest, quote: Stored<'quotes'>, order: Stored<'orders'>, list: OrderList): Promise<void> {
  const changes = listedDifferences(list.lines as ListedLine[]).length
  const said = { zh: changes > 0 ? `，与报价有 ${changes} 处不同` : '', en: changes > 0 ? `; it differs from the quotation in ${changes} places` : '' } // prettier-ignore
  const remark = list.remark ? { zh: `\n客户备注：${list.remark}`, en: `\nRemark of the customer: ${list.remark}` } : { zh: '', en: '' }
  await notify({
    req,
    people: await peopleById(req, [quote.salesperson, quote.preparedBy]),
    kind: 'customerConfirmed',
    key: `order-list-${list.id}`,
    related: { slug: 'orders', id: order.id },
    title: { zh: `客户已确认报价 ${quote.no}，订单 ${order.no}`, en: `The customer has confirmed ${quote.no}: order ${order.no}` },
    text: {
      zh: `${list.name}（${list.email}）确认了报价 ${quote.no}，订购清单 ${list.no}，草稿订单 ${order.no}${said.zh}。${remark.zh}`,
      en: `${list.name} (${list.email}) has confirmed quotation ${quote.no}: order list ${list.no}, draft order ${order.no}${said.en}.${remark.en}`,
    },
  })
}

/**
 * 客户订购清单: what a customer confirms on his page is written down as he sent it, and becomes a draft order at the prices of the quote. Sent
 * twice, at once or later, from two tabs or to two servers: the quote is locked, and the list that is there answers.
 */
export async function confirmByCustomer({
  req,
  link,
  wish,
  language,
  isTrial,
}: {
  req: PayloadRequest
  link: QuoteLink
  wish: Wish
  language: 'zh' | 'en'
  /** nothing of it stays: what it comes to is to be known, and nobody has signed */
  isTrial: boolean
}): Promise<Confirmed> {
  await lockDocumentRow({ req, slug: 'quotes', id: link.quote })
  const still = await readDocument({ req, slug: 'quote-links', id: link.id, overrideAccess: true })
  if (still.endedAt) return { kind: 'gone' } // while this one waited for the quote
  const offered = await offeredQuote(req, link)
  if (offered.list) return { kind: 'listed', list: offered.list, isNew: false }
  if (offered.state !== 'open' && offered.state !== 'listed') return { kind: 'closed', state: offered.state, quote: offered }
  const { date, instant } = now(req)
  const { problems, judged: said } = judgeWish({ wish, offered: offered.lines, today: businessDate(date), isTrial })
  if (problems.length > 0) return { kind: 'wrong', problems, quote: offered }
  const judged = isTrial ? { ...said, name: nobody, email: nobody } : said
  const before = await readDocument({ req, slug: 'quotes', id: link.quote, overrideAccess: true })
  if (['approved', 'sent'].includes(before.status))
    await takeStep({
      req,
      slug: 'quotes',
      id: before.id,
      verb: 'confirm',
      body: { confirmedBy: `${judged.name} <${judged.email}>`.slice(0, 200) },
    })
  const quote = await readDocument({ req, slug: 'quotes', id: link.quote, overrideAccess: true })
  const order = await orderOf(req, quote, judged)
  const no = `OL${date.replaceAll('-', '')}-${String(await nextInSeries({ req, series: 'OL', day: date })).padStart(4, '0')}`
  const list = await createDocument({
    req,
    slug: 'order-lists',
    data: {
      ...{ no, at: instant, quote: quote.id, link: link.id, order: order.id, customer: quote.customer, language },
      ...{ name: judged.name, email: judged.email, remark: judged.remark, address: req.headers.get('x-client-address') ?? '' },
      ...{ currency: order.currency, netTotal: order.netTotal, taxTotal: order.taxTotal, grossTotal: order.grossTotal },
      lines: listedLines(offered, order, judged),
      ...{ salesperson: quote.salesperson, department: quote.department, preparedBy: quote.preparedBy },
    },
    overrideAccess: true,
  })
  await tell(req, quote, order, list)
  return { kind: 'listed', list, isNew: true }
}
