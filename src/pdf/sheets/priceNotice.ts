import { APIError, type PayloadRequest } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { addDays, businessDate } from '@/src/domain/kernel/businessDate'
import { idOf } from '@/src/domain/kernel/idOf'
import { textOf } from '@/src/domain/kernel/textOf'
import { changeRate } from '@/src/domain/pricing/priceAdjustment'
import { sheetKinds } from '@/src/domain/text/sheetTexts'
import { unitIn } from '@/src/domain/words/nameIn'
import { sheetWords } from '@/src/domain/words/sheetWords'
import { adjustedPrices } from '@/src/questions/pricing/adjustedPrices'
import { findDocument } from '@/src/engine/documents/findDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { inLanguages } from '@/src/domain/words/words'

import type { Print, PrintedDocument, PrintedLine, Sheet, SheetCell, SheetColumn } from '../sheet'
import { codeOf, dayOf, nameFor, nameOf, percent, quantity, unitPrice } from '../shown'

const title = sheetKinds.notice

type Customer = Stored<'customers'>
type NoticeLine = { line: PrintedLine; oldPrice: number | null; newPrice: number }

const say = inLanguages({
  from: { zh: '生效日', en: 'Effective from' },
  reason: { zh: '调价原因', en: 'Reason' },
  forWhom: { zh: '适用客户', en: 'For' },
  all: { zh: '全部客户', en: 'All customers' },
  breakFrom: { zh: '数量下限', en: 'From quantity' },
  old: { zh: '原价', en: 'Old price' },
  new: { zh: '新价', en: 'New price' },
  change: { zh: '调幅', en: 'Change' },
  until: { zh: '至', en: 'until' },
  dear: { zh: '致', en: 'To' },
  scope: {
    zh: '单据日期为生效日及以后的订单按新价执行；生效日前的订单及仍在有效期内的报价维持原价。',
    en: 'Orders dated on or after the effective date take the new prices; earlier orders and quotations within their validity keep theirs.',
  },
  effect: { zh: '执行说明', en: 'How it applies' },
  none: { zh: '本次调价不涉及该客户', en: 'This adjustment does not concern the customer' },
})

async function customerOf(req: PayloadRequest, id: number): Promise<Customer> {
  const customer = Number.isInteger(id) ? await findDocument({ req, slug: 'customers', id, overrideAccess: false }) : null
  if (!customer) throw new APIError('Not found', 404, undefined, true)
  return customer
}

/** The lines that concern a customer, at the prices he pays; his own only, nobody else's name or price. */
async function linesFor(req: PayloadRequest, doc: PrintedDocument, customer: Customer): Promise<NoticeLine[]> {
  const lines = doc.lines ?? []
  const effectiveFrom = dayOf(doc['effectiveFrom'])
  const question = {
    req,
    adjustment: doc.id,
    customer: customer.id,
    inForce: ['approved', 'effective', 'superseded'].includes(doc.status),
    date: effectiveFrom,
    dayBefore: addDays(businessDate(effectiveFrom), -1),
    lines: lines.map((line) => ({
      customer: idOf(line['customer']),
      customerCategory: idOf(line['customerCategory']),
      item: idOf(line['item']),
      unit: textOf(line['unit']) || null,
      minQty: (line['minQty'] as number | null) ?? null,
      currency: textOf(line['currency']),
      oldPrice: (line['oldPrice'] as number | null) ?? null,
      newPrice: line['newPrice'] as number,
    })),
  }
  const found = await inTransaction(req, () => adjustedPrices(question))
  return found.map(({ index, oldPrice, newPrice }) => ({ line: lines[index] as PrintedLine, oldPrice, newPrice }))
}

const whomOf = (line: PrintedLine, language: Sheet['language'], all: string): string =>
  nameOf(line['customer']) || nameFor(line['customerCategory'], language) || all

function tableOf(notice: readonly NoticeLine[], language: Sheet['language'], personal: boolean): Sheet['tables'][number] {
  const [common, own] = [sheetWords[language], say[language]]
  const has = (field: string): boolean => notice.some(({ line }) => Boolean(line[field]))
  const columns: Array<[SheetColumn, (entry: NoticeLine, at: number) => SheetCell] | null> = [
    [{ title: '#', align: 'right' }, (_entry, at) => String(at + 1)],
    personal ? null : [{ title: own.forWhom, width: 96 }, ({ line }) => whomOf(line, language, own.all)],
    [{ title: common.item, noWrap: true }, ({ line }) => codeOf(line['item']) || codeOf(line['itemCategory'])],
    [
      { title: common.name, width: '*' },
      ({ line }) => {
        const item = line['item'] as { name?: string; specification?: string | null } | null
        const until = line['validTo'] ? `${own.until} ${dayOf(line['validTo'])}` : ''
        const sub = [item?.specification, line['remark'], until].filter(Boolean).map(String).join('  ')
        return { text: nameFor(line['item'], language) || nameFor(line['itemCategory'], language), sub }
      },
    ],
    [
      { title: common.unit },
      ({ line }) => unitIn(textOf(line['unit']) || textOf((line['item'] as { unit?: string } | null)?.unit), language),
    ],
    has('minQty') ? [{ title: own.breakFrom, align: 'right' }, ({ line }) => quantity(line['minQty'])] : null,
    [{ title: common.currency }, ({ line }) => textOf(line['currency'])],
    [{ title: own.old, align: 'right' }, ({ oldPrice }) => unitPrice(oldPrice)],
    [{ title: own.new, align: 'right' }, ({ newPrice }) => unitPrice(newPrice)],
    [
      { title: own.change, align: 'right', noWrap: true },
      ({ oldPrice, newPrice }) => {
        const rate = changeRate(oldPrice, newPrice)
        return rate ? `${rate.gt(0) ? '+' : ''}${percent(rate.toDecimalPlaces(2).toNumber())}` : ''
      },
    ],
  ]
  const shown = columns.filter((column) => column !== null)
  return {
    columns: shown.map(([column]) => column),
    rows: notice.map((entry, at) => shown.map(([, cell]) => cell(entry, at))),
    empty: own.none,
  }
}

/** 调价通知: all lines for the house; with `?customer=` what one customer pays before and after, and nothing of anybody else. */
export const priceNotice: Print = {
  slug: 'price-adjustments',
  name: 'notice',
  title,
  kinds: ['notice'],
  kind: () => 'notice',
  mailTo: 'customer',
  load: async ({ req, doc, query }) => {
    if (!query.get('customer')) return {}
    const customer = await customerOf(req, Number(query.get('customer')))
    return { customer, lines: await linesFor(req, doc, customer) }
  },
  copies: async ({ req, doc, customer }) => {
    const named = customer === null ? [...new Set((doc.lines ?? []).flatMap((line) => idOf(line['customer']) ?? []))] : [customer]
    const people = await Promise.all(named.map((id) => customerOf(req, id)))
    return people.map((one) => ({
      query: new URLSearchParams({ customer: String(one.id) }),
      to: (one.contacts?.find(({ main, email }) => main && email) ?? one.contacts?.find(({ email }) => email))?.email ?? null,
      customer: one.code,
    }))
  },
  sheet: ({ doc, language, company, related }) => {
    const own = say[language]
    const { customer, lines } = related as { customer?: Customer; lines?: NoticeLine[] }
    const all = (doc.lines ?? []).map((line): NoticeLine => ({
      line,
      oldPrice: (line['oldPrice'] as number | null) ?? null,
      newPrice: line['newPrice'] as number,
    }))
    const contact = customer?.contacts?.find(({ main }) => main) ?? customer?.contacts?.[0]
    const facts: Sheet['facts'] = [
      ...(customer ? [[own.dear, customer.name] as [string, string]] : []),
      ...(contact?.name ? [[sheetWords[language].contact, contact.name] as [string, string]] : []),
      [own.from, dayOf(doc['effectiveFrom'])],
      [sheetWords[language].date, dayOf(doc['date'])],
    ]
    const reason = textOf(doc['reason'])
    const zh = language === 'zh'
    return {
      language,
      company,
      title: title[language],
      no: doc.no,
      facts,
      tables: [tableOf(lines ?? all, language, customer !== undefined)],
      notes: [{ title: own.effect, text: own.scope }, ...(reason ? [{ title: own.reason, text: reason }] : [])],
      signatures: customer
        ? zh
          ? ['供方', '需方确认']
          : ['Seller', 'Seen by the customer']
        : zh
          ? ['制单', '审核']
          : ['Prepared', 'Approved'],
    }
  },
}
