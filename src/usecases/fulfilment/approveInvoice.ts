import type { AutomaticAllocation } from '@/src/domain/fulfilment/invoice'
import { invoiceBaseGross } from '@/src/domain/fulfilment/invoiceContributions'
import { Decimal, d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import type { Verb, VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { byAnother, requireFourEyes } from '@/src/engine/fourEyes'
import { standingOf } from '@/src/engine/inputFindings'
import { payerOf } from '@/src/engine/payer'
import { openAdvances } from '@/src/ledger/facts/receivables'
import { lockDocumentRows } from '@/src/ledger/locks'

import { approvedCreditNote } from './approveCreditNote'
import { invoiceSources, overInvoiceFindings, sourceFindings, sourceIdOf } from './invoiceSources'
import { withLineCosts } from './lineCosts'

type InvoiceDocument = Stored<'invoices'>

/** Advances on the invoiced orders settle the invoice at once, oldest first, up to its gross (O-13). Base currency. */
async function takeAdvances({ req, doc }: VerbContext<InvoiceDocument, unknown>): Promise<AutomaticAllocation[]> {
  const orders = [...new Set(doc.lines.flatMap(({ order }) => (order ? [order] : [])))]
  const customer = payerOf(doc)
  const found = await openAdvances({ req, customer, orders })
  if (found.length === 0) return []
  await lockDocumentRows({ req, documents: found.map(({ id }) => ({ slug: 'receipts', id })) })
  let left: Decimal = invoiceBaseGross(doc)
  return (await openAdvances({ req, customer, orders })).flatMap(({ id, openAmount, date }) => {
    const amount = Decimal.min(left, d(openAmount))
    left = left.minus(amount)
    const day = String(doc.date).slice(0, 10)
    return amount.gt(0) ? [{ receipt: id, amount: toNumber(amount), date: date > day ? date : day }] : []
  })
}

/** 审核: posts receivable, revenue and cost of sales; drafts bind nobody. */
export const approveInvoice: Verb<InvoiceDocument> = {
  name: 'approve',
  label: { zh: '审核', en: 'Approve' },
  roles: ['finance', 'generalManager'],
  possible: byAnother('invoices'),
  run: async (ctx) => {
    const { req, doc, actor, now } = ctx
    await requireFourEyes(ctx, 'invoices')
    const approval = { status: 'approved' as const, approvedBy: actor?.id ?? null, approvedAt: now.instant }
    if (doc.kind === 'creditNote') {
      const { patch, findings } = await approvedCreditNote(ctx)
      return { patch: { ...approval, ...patch }, findings }
    }
    const drawn = doc.lines.filter((line) => sourceIdOf(line))
    const sources = await invoiceSources({ req, lines: drawn, entered: false })
    const findings = [...sourceFindings(ctx, drawn, sources, 'approve'), ...(await overInvoiceFindings(ctx, drawn, sources))]
    // goods that left are always invoiced; what did not leave waits for who is frozen
    if (doc.lines.some(({ deliveryLine }) => !deliveryLine)) findings.push(...(await standingOf(ctx, doc)))
    const lines = await withLineCosts(ctx, sources)
    const advances = await takeAdvances(ctx)
    return { patch: { ...approval, lines, advances }, findings }
  },
}
