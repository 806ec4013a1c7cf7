import { z } from 'zod'

import type { InvoiceLine } from '@/src/domain/fulfilment/invoice'
import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { creditedShares } from '@/src/ledger/facts/creditNotes'

import type { CreatedDocument, Verb, VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { refusal, refuse } from '@/src/engine/refusal'
import { createDocument } from '@/src/engine/documents/createDocument'
import type { Stored } from '@/src/engine/documents/stored'

const body = z.object({
  lines: z
    .array(z.object({ invoiceLine: z.string(), qty: z.number().positive(), price: z.number().nonnegative().optional() }))
    .min(1)
    .optional(),
  priceOnly: z.boolean().optional(),
  date: z.iso.date().optional(),
})

type CreditLine = { invoiceLine: string; qty: number; price?: number; returnLine?: string }

/** A draft credit note of these invoice lines, made as a person would enter it. */
export async function draftCreditNote({
  req,
  date,
  lines,
  priceOnly,
}: Pick<VerbContext<unknown>, 'req'> & { date: string; lines: readonly CreditLine[]; priceOnly: boolean }): Promise<CreatedDocument> {
  const made = await createDocument({ req, slug: 'invoices', data: { kind: 'creditNote', date, priceOnly, lines }, overrideAccess: true })
  return { slug: 'invoices', id: made.id, no: made.no }
}

/** 生成红字发票: a draft credit note of what is named, or of everything that is not credited yet; it mirrors the invoice to the cent. */
export const createCreditNote: Verb<Stored<'invoices'>, z.infer<typeof body>> = {
  name: 'create-credit-note',
  label: { zh: '生成红字发票', en: 'Create credit note' },
  roles: ['finance', 'salesManager', 'generalManager'],
  body,
  createsOnly: true,
  asks: [
    {
      name: 'lines',
      label: { zh: '红冲明细', en: 'Lines to credit' },
      kind: 'lines',
      required: false,
      key: 'invoiceLine',
      show: [
        { name: 'item', label: { zh: '物料', en: 'Item' } },
        { name: 'price', label: { zh: '开票单价', en: 'Invoiced price' }, figure: true },
        { name: 'gross', label: { zh: '价税合计', en: 'Gross' }, figure: true },
      ],
      columns: [{ name: 'qty', label: { zh: '红冲数量', en: 'Quantity' }, kind: 'number', from: 'qty' }],
    },
    { name: 'date', label: { zh: '日期', en: 'Date' }, kind: 'date', required: false },
  ],
  offered: (doc) => doc.kind === 'invoice',
  run: async ({ req, doc, body: asked, now }) => {
    if (doc.kind !== 'invoice') throw refusal([invalid('kind', 'kind', doc.kind, 'invoice')], req)
    const unknown = (asked.lines ?? []).flatMap(({ invoiceLine }, index) =>
      doc.lines.some(({ id }) => id === invoiceLine)
        ? []
        : [invalid(`lines.${index}.invoiceLine`, 'invoiceLine', invoiceLine, `a line of ${doc.no}`)],
    )
    if (unknown.length > 0) throw refusal(unknown, req)
    const lines = asked.lines ?? (await uncredited(req, doc.lines))
    if (lines.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { document: doc.no } })
    return { created: await draftCreditNote({ req, date: asked.date ?? now.date, lines, priceOnly: asked.priceOnly ?? false }) }
  },
}

async function uncredited(req: VerbContext<unknown>['req'], lines: readonly InvoiceLine[]): Promise<CreditLine[]> {
  const credited = await creditedShares({ req, lines: lines.map(({ id }) => id), except: 0 })
  return lines.flatMap(({ id, qty }) => {
    const left = d(qty).minus(d(credited.get(id)?.qty ?? 0))
    return left.gt(0) ? [{ invoiceLine: id, qty: toNumber(left) }] : []
  })
}
