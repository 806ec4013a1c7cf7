import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { customerFacts } from '@/src/ledger/facts/customers'
import { openInvoices } from '@/src/ledger/facts/receivables'
import { lockDocumentRows } from '@/src/ledger/locks'

import type { VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { findDocument } from '@/src/engine/documents/findDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { payerOf } from '@/src/engine/payer'

type ReceiptDocument = Stored<'receipts'>

/** Validates a receipt as entered. Money is always taken, whatever the customer's status; what it settles is judged at approval. */
export async function prepareReceipt(ctx: VerbContext<ReceiptDocument>): Promise<{ doc: ReceiptDocument; findings: Finding[] }> {
  const { req } = ctx
  const customer = idOf(ctx.doc.customer)
  const doc: ReceiptDocument = {
    ...ctx.doc,
    date: String(ctx.doc.date).slice(0, 10),
    customer: customer ?? 0,
    onOrder: idOf(ctx.doc.onOrder),
    allocations: (ctx.doc.allocations ?? []).map((row) => ({ ...row, invoice: idOf(row.invoice) ?? 0 })),
  }
  const findings: Finding[] = []
  if (!isBusinessDate(doc.date)) findings.push(invalid('date', 'date', ctx.doc.date, 'YYYY-MM-DD'))
  const amount = Number(doc.amount)
  if (!Number.isFinite(amount) || amount <= 0 || amount > 1e12) findings.push(invalid('amount', 'amount', doc.amount, '> 0'))
  else if (d(amount).decimalPlaces() > 2) findings.push(invalid('amount', 'amount', doc.amount, '≤ 2 decimals'))
  const facts = customer === null ? null : await customerFacts(req, customer)
  if (!facts) return { doc, findings: [...findings, invalid('customer', 'customer', ctx.doc.customer, 'id of a customer')] }
  const billTo = ctx.stored && ctx.stored.customer === facts.id ? payerOf(ctx.stored) : facts.billTo
  const named = (doc.allocations ?? []).map(({ invoice }) => invoice)
  const open = new Set((await openInvoices({ req, customer: billTo, invoices: named })).map(({ id }) => id))
  named.forEach((id, index) => {
    if (!open.has(id)) findings.push(invalid(`allocations.${index}.invoice`, 'invoice', id, 'an open invoice of this customer'))
  })
  const order = doc.onOrder ? await orderOfCustomer(ctx, doc.onOrder, billTo) : null
  if (doc.onOrder && !order) findings.push(invalid('onOrder', 'onOrder', doc.onOrder, 'an order of this customer'))
  return {
    doc: {
      ...doc,
      billTo,
      salesperson: idOf(order?.salesperson) ?? facts.salesperson,
      department: idOf(order?.department) ?? facts.department,
    },
    findings,
  }
}

type AdvancedOrder = { customer: number; billTo: number | null; status: string; salesperson?: number | null; department?: number | null }

/** An advance is on a living order of somebody whose bills this customer pays. */
async function orderOfCustomer({ req }: VerbContext<ReceiptDocument>, id: number, billTo: number): Promise<AdvancedOrder | null> {
  await lockDocumentRows({ req, documents: [{ slug: 'orders', id }] }) // nobody cancels it while the money comes in
  const order = await findDocument({ req, slug: 'orders', id, overrideAccess: !req.user })
  return order && payerOf(order) === billTo && order.status !== 'cancelled' ? order : null
}
