import { d } from '@/src/domain/kernel/decimal'
import { roundAmount, roundQty, toNumber } from '@/src/domain/kernel/money'

import type { Stage, Told } from '../stage'

type Opinion = { opinion: 'agree' | 'agreeWithCondition' | 'disagree'; remark?: string; proposals?: unknown }

/** What an order went through, in the order it happened. Days count back from today. */
export type OrderPlot = {
  customer: string
  by: 'sales' | 'sales2' | 'manager'
  ago: number
  /** item, quantity, and what else the line says */
  lines: ReadonlyArray<readonly [string, number, Record<string, unknown>?]>
  header?: Record<string, unknown>
  /** how far it goes before anything leaves: draft (default) → submitted → reviewed → approved */
  until?: 'submitted' | 'reviewed' | 'approved'
  /** opinions that are not plain agreement, by department; `null`: has not answered */
  opinions?: Readonly<Record<string, Opinion | null>>
  /** the part of the gross total the customer pays before anything is delivered */
  advance?: { ago: number; part: number }
  deliveries?: readonly DeliveryPlot[]
}

export type DeliveryPlot = {
  ago: number
  /** part of every line's quantity; 1 = everything still open */
  part: number
  draft?: boolean
  invoice?: { ago: number; draft?: boolean; paid?: ReadonlyArray<{ ago: number; part: number }> }
}

const reviewer: Readonly<Record<string, string>> = { sales: 'manager', pmc: 'pmc', rd: 'rd', engineering: 'engineering' }

/** Plays one order. Returns it as it then is. */
export async function playOrder(stage: Stage, plot: OrderPlot): Promise<Told<'orders'>> {
  const { id } = await stage.create(plot.by, 'orders', {
    customer: stage.id('customers', plot.customer),
    date: stage.ago(plot.ago),
    ...plot.header,
    lines: plot.lines.map(([item, qty, more]) => ({
      item: stage.id('items', item),
      qty,
      warehouse: stage.id('warehouses', item.startsWith('YB') ? 'YB' : 'CP'),
      schedule: [{ date: stage.ago(plot.ago - 14), qty }],
      ...more,
    })),
  })
  if (plot.until) await stage.run(plot.by, 'orders', id, 'submit')
  if (plot.until === 'reviewed' || plot.until === 'approved' || plot.opinions) await review(stage, id, plot.opinions ?? {})
  if (plot.until === 'approved') await stage.run('manager', 'orders', id, 'approve')
  if (plot.advance) await takeAdvance(stage, await stage.read(plot.by, 'orders', id), plot.advance)
  for (const delivery of plot.deliveries ?? []) await deliver(stage, await stage.read(plot.by, 'orders', id), plot.by, delivery)
  return stage.read(plot.by, 'orders', id)
}

/** Every department that was asked answers; without a word of its own it agrees. */
async function review(stage: Stage, id: number, opinions: NonNullable<OrderPlot['opinions']>): Promise<void> {
  for (const { department } of await stage.find('gm', 'order-reviews', { order: { equals: id }, status: { equals: 'open' } })) {
    const said = opinions[department]
    if (said === null) continue
    await stage.run(reviewer[department] as string, 'orders', id, 'review', { department, ...(said ?? { opinion: 'agree' }) })
  }
}

async function takeAdvance(stage: Stage, order: Told<'orders'>, { ago, part }: { ago: number; part: number }): Promise<void> {
  await receive(stage, { customer: order.customer, date: stage.ago(ago), amount: share(order.grossTotal, part), onOrder: order.id })
}

/** Money comes in: the accountant enters it, the head of finance approves. */
async function receive(stage: Stage, data: Record<string, unknown>): Promise<void> {
  const receipt = await stage.create('finance', 'receipts', { method: 'transfer', ...data })
  await stage.run('finance2', 'receipts', receipt.id, 'approve')
}

const share = (whole: unknown, part: number): number => toNumber(roundAmount(d(whole as number).times(part)))

async function deliver(stage: Stage, order: Told<'orders'>, by: string, plot: DeliveryPlot): Promise<void> {
  const lines = order.lines.map(({ id, qty }) => ({ orderLine: id, qty: toNumber(roundQty(d(qty).times(plot.part))) }))
  const delivery = await stage.bear(by, 'orders', order.id, 'create-delivery', 'deliveries', {
    date: stage.ago(plot.ago),
    ...(plot.part < 1 ? { lines } : {}),
  })
  if (plot.draft) return
  await stage.run('manager', 'deliveries', delivery.id, 'approve')
  if (!plot.invoice) return
  const invoice = await stage.bear('finance', 'deliveries', delivery.id, 'create-invoice', 'invoices', {
    date: stage.ago(plot.invoice.ago),
  })
  if (plot.invoice.draft) return
  await stage.run('finance2', 'invoices', invoice.id, 'approve')
  for (const { ago, part } of plot.invoice.paid ?? []) {
    const amount = share(invoice.grossTotal, part)
    await receive(stage, { customer: invoice.customer, date: stage.ago(ago), amount, allocations: [{ invoice: invoice.id, amount }] })
  }
}
