import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { businessDate } from '@/src/domain/kernel/businessDate'
import { d, type Decimal } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { decideOrderQuote } from '@/src/domain/quotes/decideOrderQuote'
import { decideQuotedQty, openOfBroken, openOfQuoted } from '@/src/domain/quotes/decideQuotedQty'
import { quotedLines } from '@/src/ledger/facts/quotes'
import { lockDocumentRows } from '@/src/ledger/locks'
import { lineProgress } from '@/src/ledger/posted'
import { ownerTakenOver } from '@/src/domain/people/ownerTakenOver'

import { titleTakenOver } from '@/src/engine/chooseTitle'
import type { Verb } from '@/src/engine/document'
import type { Settings } from '@/src/engine/settings'
import { refusal, refuse } from '@/src/engine/refusal'
import { createDocument } from '@/src/engine/documents/createDocument'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import type { Stored } from '@/src/engine/documents/stored'

const body = z.object({
  lines: z
    .array(
      z.object({
        quoteLine: z.string(),
        qty: z.number().positive(),
        /** the quantity of the break it is ordered at */
        break: z.number().positive().nullish(),
        /** the day the customer wishes for */
        date: z.iso.date().nullish(),
      }),
    )
    .min(1)
    .optional(),
  remark: z.string().trim().max(2000).nullish(),
})

type QuoteDocument = Stored<'quotes'>

/** Other quotes of the same customer, currency and tax mode whose lines are to go into the same order; only those one may see. */
async function otherQuotes({
  req,
  doc,
  lines,
}: {
  req: PayloadRequest
  doc: QuoteDocument
  lines: ReadonlyArray<{ quoteLine: string }>
}): Promise<QuoteDocument[]> {
  const foreign = lines.map(({ quoteLine }) => quoteLine).filter((id) => !doc.lines.some((line) => line.id === id))
  const ids = [...new Set([...(await quotedLines(req, foreign)).values()].map(({ quote }) => quote))].sort((a, b) => a - b)
  if (ids.length === 0) return []
  await lockDocumentRows({ req, documents: ids.map((id) => ({ slug: 'quotes', id })) })
  const same = ['customer', 'currency', 'taxMode'] as const
  const docs = await findDocuments({ req, slug: 'quotes', where: { id: { in: ids } }, limit: 0, overrideAccess: false })
  return docs.filter((quote) => same.every((field) => quote[field] === doc[field]))
}

const mayBeOrdered = (
  { no, status, validUntil }: Pick<QuoteDocument, 'no' | 'status' | 'validUntil'>,
  settings: Settings,
  today: string,
): Finding[] =>
  decideOrderQuote({
    no,
    status,
    validUntil: businessDate(String(validUntil).slice(0, 10)),
    date: businessDate(today),
    orderExpiredQuotes: settings.orders.orderExpiredQuotes,
  })

/**
 * 生成订单: a draft order of the lines chosen, or of everything the quote still has open, at the quoted prices. Lines of other quotes of the
 * same customer may be named too: several quotes feed one order.
 */
export const createOrder: Verb<Stored<'quotes'>, z.infer<typeof body>> = {
  name: 'create-order',
  label: { zh: '生成订单', en: 'Create order' },
  roles: ['sales', 'salesManager', 'generalManager'],
  body,
  createsOnly: true,
  offered: (doc) => doc.status !== 'superseded' && doc['current'] !== false,
  possible: ({ doc, settings, today }) => mayBeOrdered(doc, settings, today).length === 0,
  run: async ({ req, doc, body: asked, settings, actor, now }) => {
    if (doc['current'] === false && doc.status !== 'superseded')
      refuse(req, {
        code: 'ILLEGAL_STEP',
        facts: { document: doc.no, status: doc.status, verb: 'create-order', allowed: ['send', 'confirm'] },
      })
    const quotes = [doc, ...(await otherQuotes({ req, doc, lines: asked.lines ?? [] }))]
    const may = quotes.flatMap((quote) => mayBeOrdered(quote, settings, now.date))
    if (may.length > 0) throw refusal(may, req)
    const quoted = quotes.flatMap((quote) => quote.lines.map((line) => ({ ...line, quote: quote.id })))
    const progress = await lineProgress(
      req,
      quoted.map(({ id }) => id),
    )
    const source = new Map(quoted.map((line) => [line.id, line]))
    const open = new Map(quoted.map((line) => [line.id, openOfQuoted({ qty: line.qty, ordered: progress.get(line.id)?.ordered ?? 0 })]))
    const wanted: NonNullable<typeof asked.lines> =
      asked.lines ??
      doc.lines.flatMap((line) =>
        d(line.qty).gt(0) && open.get(line.id)?.gt(0) ? [{ quoteLine: line.id, qty: toNumber(open.get(line.id) as Decimal) }] : [],
      )
    const wrong = wanted.flatMap(({ quoteLine }, index): Finding[] => {
      if (!open.has(quoteLine))
        return [
          {
            code: 'INVALID_INPUT',
            severity: 'error',
            path: `lines.${index}.quoteLine`,
            facts: { field: 'quoteLine', value: quoteLine, accepted: `a line of ${doc.no}` },
          },
        ]
      return []
    })
    if (wrong.length === 0)
      wrong.push(
        ...decideQuotedQty(
          wanted.map(({ quoteLine, qty, break: chosen }, index) => {
            const line = chosen ? source.get(quoteLine) : undefined
            const left = line
              ? openOfBroken({ ...line, price: line.price ?? 0, ordered: progress.get(quoteLine)?.ordered ?? 0 })
              : (open.get(quoteLine) as Decimal)
            return { index, quoteLine, quote: doc.no, qty, open: left }
          }),
        ),
      )
    if (wrong.length > 0) throw refusal(wrong, req)
    if (wanted.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { quote: doc.no } })
    const order = await createDocument({
      req,
      slug: 'orders',
      data: {
        date: now.date,
        customer: doc.customer,
        ...ownerTakenOver(actor, doc),
        currency: doc.currency,
        taxMode: doc.taxMode,
        paymentTerms: doc.paymentTerms,
        deliveryAddress: doc['deliveryAddress'],
        terms: doc.terms,
        chosenTitle: await titleTakenOver(req, doc),
        preparedBy: doc.preparedBy,
        ...(asked.remark ? { remark: asked.remark } : {}),
        lines: wanted.map(({ quoteLine, qty, break: chosen, date }) => {
          const line = source.get(quoteLine)
          return {
            quoteLine,
            quote: line?.quote,
            ...(chosen ? { quoteBreak: chosen } : {}),
            ...(date ? { schedule: [{ date, qty }] } : {}),
            qty,
            item: line?.item,
            description: line?.description,
            unit: line?.unit,
            discountRate: line?.discountRate,
            taxRate: line?.taxRate,
            free: line?.free,
            warehouse: line?.warehouse,
            remark: line?.remark,
          }
        }),
      },
      overrideAccess: true,
    })
    return { created: { slug: 'orders', id: order.id, no: order.no } }
  },
}
