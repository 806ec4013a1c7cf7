import type { PayloadRequest } from 'payload'

import type { Invoice } from '@/src/domain/fulfilment/invoice'
import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { proposeAllocation } from '@/src/domain/receivables/allocate'
import type { Receipt } from '@/src/domain/receivables/receipt'
import { openAmountOf, openInvoices } from '@/src/ledger/facts/receivables'

import { payerOf } from '@/src/engine/payer'

export type ProposedAllocation = { id: number; no: string; date: string; dueDate: string; openAmount: number; proposed: number }

/** Every open invoice of the payer, oldest due first, with what this receipt would settle of it; a draft counts with its whole amount. */
export async function allocationProposal(req: PayloadRequest, receipt: Receipt): Promise<ProposedAllocation[]> {
  const open = receipt.status === 'draft' ? String(receipt.amount) : await openAmountOf({ req, slug: 'receipts', id: receipt.id })
  return proposal({ req, customer: payerOf(receipt), open })
}

/** The same for what is left of a credit note. */
export async function setOffProposal(
  req: PayloadRequest,
  note: Pick<Invoice, 'id' | 'kind' | 'no' | 'billTo'>,
): Promise<ProposedAllocation[]> {
  const open = note.kind === 'creditNote' ? d(await openAmountOf({ req, slug: 'invoices', id: note.id })).neg() : d(0)
  return proposal({ req, customer: payerOf(note), open: open.toString() })
}

async function proposal(asked: { req: PayloadRequest; customer: number; open: string }): Promise<ProposedAllocation[]> {
  const { req, open, customer } = asked
  const invoices = await openInvoices({ req, customer })
  const proposed = new Map(proposeAllocation({ open, invoices }).map(({ invoice, amount }) => [Number(invoice), amount]))
  return invoices.map(({ id, no, date, dueDate, openAmount }) => ({
    ...{ id, no, date, dueDate, openAmount: toNumber(d(openAmount)) },
    proposed: toNumber(proposed.get(id) ?? d(0)),
  }))
}
