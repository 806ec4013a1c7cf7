import type { AutomaticAllocation } from '@/src/domain/fulfilment/invoice'
import { invoiceBaseGross } from '@/src/domain/fulfilment/invoiceContributions'
import { d, Decimal } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { cumulativePart } from '@/src/domain/kernel/split'
import { creditedShares } from '@/src/ledger/facts/creditNotes'
import { openInvoices } from '@/src/ledger/facts/receivables'

import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { payerOf } from '@/src/engine/payer'
import { creditSourceFindings, type InvoiceLineSources } from './prepareCreditNote'
import { linesOfInvoices } from './sourceDocuments'

type InvoiceDocument = Stored<'invoices'>

/**
 * What approving a credit note adds to it: the cost of sales it takes back, and the invoices it credits, settled with it as far
 * as they are open. What is left stays the customer's credit.
 */
export async function approvedCreditNote(
  ctx: VerbContext<InvoiceDocument>,
): Promise<{ patch: Partial<InvoiceDocument>; findings: Finding[] }> {
  const { req, doc } = ctx
  const named = doc.lines.flatMap(({ invoiceLine }) => (invoiceLine ? [invoiceLine] : []))
  const sources: InvoiceLineSources = await linesOfInvoices({
    req,
    lines: named,
    entered: false,
  })
  const findings = creditSourceFindings(doc.lines, sources)
  const credited = await creditedShares({ req, lines: named, except: doc.id })
  const lines = doc.lines.map((line) => {
    const from = sources.get(line.invoiceLine ?? '')?.line
    if (doc.priceOnly) return { ...line, costValue: 0 }
    if (!from || from.costValue === null || from.costValue === undefined) return { ...line, costValue: null }
    const before = credited.get(from.id)
    const cumQty = d(before?.qty ?? 0).plus(d(line.qty))
    const part = cumulativePart({ lineTotal: from.costValue, lineQty: from.qty, cumQty, already: before?.costValue ?? 0 })
    return { ...line, costValue: toNumber(part) }
  })
  return { patch: { lines, advances: await settledWith(ctx, sources) }, findings }
}

async function settledWith({ req, doc }: VerbContext<InvoiceDocument>, sources: InvoiceLineSources): Promise<AutomaticAllocation[]> {
  const customer = payerOf(doc)
  const invoices = [...new Set([...sources.values()].map((source) => source.doc.id))]
  let left: Decimal = invoiceBaseGross(doc)
  return (await openInvoices({ req, customer, invoices })).flatMap(({ id, openAmount, date }) => {
    const amount = Decimal.min(left, d(openAmount))
    left = left.minus(amount)
    return amount.gt(0) ? [{ invoice: id, amount: toNumber(amount), date: date > doc.date ? date : String(doc.date).slice(0, 10) }] : []
  })
}
