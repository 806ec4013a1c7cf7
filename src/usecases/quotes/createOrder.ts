import { z } from 'zod'

import { businessDate } from '@/src/domain/kernel/businessDate'
import { d, Decimal } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { decideOrderQuote } from '@/src/domain/quotes/decideOrderQuote'
import type { Quote } from '@/src/domain/quotes/quote'
import { lineProgress } from '@/src/ledger/posted'

import type { AnyDocument, Verb } from '../engine/document'
import { refusal, refuse } from '../engine/refusal'

const body = z.object({
  lines: z
    .array(z.object({ quoteLine: z.string(), qty: z.number().positive() }))
    .min(1)
    .optional(),
})

/** 生成订单: a draft order of the lines chosen, or of everything the quote still has open, at the quoted prices. */
export const createOrder: Verb<Quote & AnyDocument, z.infer<typeof body>> = {
  name: 'create-order',
  label: { zh: '生成订单', en: 'Create order' },
  roles: ['sales', 'salesManager', 'generalManager'],
  body,
  createsOnly: true,
  run: async ({ req, doc, body: asked, settings, now }) => {
    const may = decideOrderQuote({
      no: doc.no,
      status: doc.status,
      validUntil: businessDate(String(doc.validUntil).slice(0, 10)),
      date: businessDate(now.date),
      orderExpiredQuotes: settings.orders.orderExpiredQuotes,
    })
    if (may.length > 0) throw refusal(may, req)
    const progress = await lineProgress(
      req,
      doc.lines.map(({ id }) => id),
    )
    const open = new Map(doc.lines.map((line) => [line.id, Decimal.max(0, d(line.qty).minus(d(progress.get(line.id)?.ordered ?? 0)))]))
    const wanted =
      asked.lines ??
      doc.lines.flatMap((line) => (open.get(line.id)?.gt(0) ? [{ quoteLine: line.id, qty: toNumber(open.get(line.id) as Decimal) }] : []))
    const wrong = wanted.flatMap(({ quoteLine, qty }, index): Finding[] => {
      const left = open.get(quoteLine)
      if (!left)
        return [
          {
            code: 'INVALID_INPUT',
            severity: 'error',
            path: `lines.${index}.quoteLine`,
            facts: { field: 'quoteLine', value: quoteLine, accepted: `a line of ${doc.no}` },
          },
        ]
      return d(qty).gt(left)
        ? [
            {
              code: 'INVALID_INPUT',
              severity: 'error',
              path: `lines.${index}.qty`,
              facts: { field: 'qty', value: qty, accepted: `≤ ${left.toString()}` },
            },
          ]
        : []
    })
    if (wrong.length > 0) throw refusal(wrong, req)
    if (wanted.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { quote: doc.no } })
    const source = new Map(doc.lines.map((line) => [line.id, line]))
    const order = (await req.payload.create({
      collection: 'orders' as never,
      data: {
        date: now.date,
        customer: doc.customer,
        salesperson: doc.salesperson,
        department: doc.department,
        currency: doc.currency,
        exchangeRate: doc.exchangeRate,
        taxMode: doc.taxMode,
        paymentTerms: doc.paymentTerms,
        deliveryAddress: doc['deliveryAddress'],
        preparedBy: doc.preparedBy,
        headerDiscount:
          wanted.length === doc.lines.length && wanted.every(({ quoteLine, qty }) => d(qty).eq(d(source.get(quoteLine)?.qty)))
            ? doc.headerDiscount
            : 0,
        lines: wanted.map(({ quoteLine, qty }) => {
          const line = source.get(quoteLine)
          return {
            quoteLine,
            quote: doc.id,
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
      } as never,
      depth: 0,
      overrideAccess: true,
      req,
    })) as unknown as { id: number; no: string }
    return { created: { slug: 'orders', id: order.id, no: order.no } }
  },
}
