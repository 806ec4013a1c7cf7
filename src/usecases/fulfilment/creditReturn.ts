import { z } from 'zod'

import { d, Decimal } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { creditedReturns, invoicedLines } from '@/src/ledger/facts/creditNotes'

import type { Verb } from '@/src/engine/document'
import { refuse } from '@/src/engine/refusal'
import type { Stored } from '@/src/engine/documents/stored'
import { draftCreditNote } from './createCreditNote'

const body = z.object({ date: z.iso.date().optional() })

/**
 * 生成红字发票: proposes the credit note of a refund or a price difference: what was returned and not credited yet, as far as it was
 * invoiced, from the latest invoice back. Goods that were never invoiced need none: they are simply not billed.
 */
export const creditReturn: Verb<Stored<'returns'>, z.infer<typeof body>> = {
  name: 'create-credit-note',
  label: { zh: '生成红字发票', en: 'Create credit note' },
  roles: ['finance', 'salesManager', 'generalManager'],
  body,
  createsOnly: true,
  asks: [{ name: 'date', label: { zh: '日期', en: 'Date' }, kind: 'date', required: false }],
  offered: (doc) => doc.kind !== 'replace',
  run: async ({ req, doc, body: { date }, now }) => {
    const priceOnly = doc.kind === 'priceOnly'
    const credited = await creditedReturns(
      req,
      doc.lines.map(({ id }) => id),
    )
    const invoiced = await invoicedLines(
      req,
      doc.lines.map(({ deliveryLine }) => deliveryLine),
    )
    const open = new Map(invoiced.map((line) => [line.invoiceLine, Decimal.max(0, d(line.qty).minus(d(line.credited)))]))
    const lines = doc.lines.flatMap((line) => {
      if (doc.kind === 'replace') return []
      let left = d(line.qty).minus(d(credited.get(line.id) ?? 0))
      return invoiced
        .filter(({ deliveryLine }) => deliveryLine === line.deliveryLine)
        .flatMap(({ invoiceLine }) => {
          const qty = Decimal.min(left, open.get(invoiceLine) ?? d(0))
          if (qty.lte(0)) return []
          left = left.minus(qty)
          open.set(invoiceLine, (open.get(invoiceLine) ?? d(0)).minus(qty))
          return [{ invoiceLine, returnLine: line.id, qty: toNumber(qty), ...(line.price === null ? {} : { price: line.price }) }]
        })
    })
    if (lines.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { document: doc.no } })
    return { created: await draftCreditNote({ req, date: date ?? now.date, lines, priceOnly }) }
  },
}
