import { d } from '@/src/domain/kernel/decimal'
import { roundPrice, toNumber } from '@/src/domain/kernel/money'

import type { Stage, Told } from '../stage'

/** Money on account, a cheque that bounced, prices corrected after the invoice, and what a year earned the oldest customers. */
export async function tellReceivables(stage: Stage): Promise<void> {
  const invoiceOf = async (customer: string): Promise<Told<'invoices'> | undefined> => {
    const approved = { status: { equals: 'approved' }, kind: { equals: 'invoice' } }
    const [found] = await stage.find('finance', 'invoices', { customer: { equals: stage.id('customers', customer) }, ...approved })
    return found
  }
  await receive(stage, { customer: stage.id('customers', 'C002'), date: stage.ago(8), amount: 3000, remark: '未注明用途' })
  const overdue = await invoiceOf('C005')
  if (overdue) {
    const amount = Number(overdue.openAmount)
    const cheque = await receive(stage, {
      customer: overdue.customer,
      date: stage.ago(40),
      amount,
      method: 'cheque',
      allocations: [{ invoice: overdue.id, amount }],
    })
    await stage.run('finance2', 'receipts', cheque.id, 'bounce', { date: stage.ago(33), reason: '空头支票退回' })
  }
  const dear = await invoiceOf('C003')
  if (dear) {
    const [line] = dear.lines
    if (line) {
      const price = toNumber(roundPrice(d(line.price).times('0.98')))
      const note = await stage.bear('finance', 'invoices', dear.id, 'create-credit-note', 'invoices', {
        ...{ date: stage.ago(20), priceOnly: true },
        lines: [{ invoiceLine: line.id, qty: line.qty, price }],
      })
      await stage.run('finance2', 'invoices', note.id, 'approve')
    }
  }
  const wrong = await invoiceOf('C007')
  if (wrong) {
    const [line] = wrong.lines
    const lines = line ? [{ invoiceLine: line.id, qty: 1000 }] : []
    if (line && line.qty > 1000)
      await stage.bear('finance', 'invoices', wrong.id, 'create-credit-note', 'invoices', { date: stage.ago(3), lines })
  }
  await stage.create('finance', 'credit-grades', { customer: stage.id('customers', 'C001') })
  const rating = await stage.create('finance', 'credit-grades', { customer: stage.id('customers', 'C003') })
  await stage.run('finance2', 'credit-grades', rating.id, 'approve', { gradeOnly: true })
}

async function receive(stage: Stage, data: Record<string, unknown>): Promise<Told<'receipts'>> {
  const receipt = await stage.create('finance', 'receipts', { method: 'transfer', ...data })
  await stage.run('finance2', 'receipts', receipt.id, 'approve')
  return receipt
}
