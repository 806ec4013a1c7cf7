import type { ClientBase } from 'pg'

import { insertSelect } from '@/src/imports/staging/insertSelect'

import { caused, creditObjects, ofOrder } from './causes'
import { bookOpenOrders, bookStock } from './stock'

const shippedParts = 'from g_parts l join g_deliveries d on d.order_n = l.order_n and d.part = l.part order by d.id, l.position'
const billedParts = 'from g_parts l join g_invoices i on i.order_n = l.order_n and i.part = l.part order by i.id, l.position'

const orderLine = { line_slug: `'orders'`, line_id: 'l.order_line', document_id: 'l.order_id' }
const ofDelivery = { slug: 'deliveries', id: 'd.id', line: `'d' || l.id`, day: 'd.day' }
const ofInvoice = { slug: 'invoices', id: 'i.id', line: `'i' || l.id`, day: 'i.day' }

async function bookProgress(client: ClientBase): Promise<void> {
  const entries = (values: Record<string, string>, from: string): Promise<number> =>
    insertSelect({ client, into: 'progress_entries', values, from })
  const [part, whole] = [
    { qty: 'l.qty', amount: 'l.net + l.tax' },
    { qty: 'l.qty', amount: 'l.net + l.tax' },
  ]
  await entries(
    { line_slug: `'orders'`, line_id: 'l.id', document_id: 'l.order_id', kind: `'ordered'`, ...whole, ...caused(ofOrder) },
    'from g_split l order by l.n',
  )
  await entries(
    { line_slug: `'quotes'`, line_id: 'x.quote_line', document_id: 'x.quote_id', kind: `'ordered'`, ...whole, ...caused(ofOrder) },
    'from g_split l join orders_lines x on x.id = l.id where x.quote_id is not null order by l.n',
  )
  await entries({ ...orderLine, kind: `'delivered'`, ...part, ...caused(ofDelivery) }, shippedParts)
  const deliveryLine = { line_slug: `'deliveries'`, line_id: `'d' || l.id` }
  await entries({ ...deliveryLine, document_id: 'd.id', kind: `'delivered'`, ...part, ...caused(ofDelivery) }, shippedParts)
  await entries({ ...orderLine, kind: `'invoiced'`, ...part, ...caused(ofInvoice) }, billedParts)
  await entries({ ...deliveryLine, document_id: 'i.delivery_id', kind: `'invoiced'`, ...part, ...caused(ofInvoice) }, billedParts)
  await entries(
    {
      line_slug: `'orders'`,
      line_id: 'l.id',
      document_id: 'l.order_id',
      kind: `'shortClosed'`,
      qty: 'l.closed',
      amount: '0',
      ...caused({ ...ofOrder, day: 'l.rest_shipped' }),
    },
    'from g_split l where l.closed > 0 order by l.n',
  )
  await client.query(`insert into line_progress (line_id, line_slug, document_id, ordered, delivered, invoiced, short_closed, delivered_amount, invoiced_amount)
    select e.line_id, e.line_slug, e.document_id, coalesce(sum(qty) filter (where kind = 'ordered'), 0), coalesce(sum(qty) filter (where kind = 'delivered'), 0),
      coalesce(sum(qty) filter (where kind = 'invoiced'), 0), coalesce(sum(qty) filter (where kind = 'shortClosed'), 0),
      coalesce(sum(amount) filter (where kind = 'delivered'), 0), coalesce(sum(amount) filter (where kind = 'invoiced'), 0)
    from progress_entries e group by 1, 2, 3 on conflict do nothing`)
}

async function bookReceivables(client: ClientBase): Promise<void> {
  const entries = (values: Record<string, string>, from: string): Promise<number> =>
    insertSelect({ client, into: 'receivable_entries', values, from })
  const invoices = 'from g_invoices i join g_orders o on o.n = i.order_n order by i.id'
  const receipts = 'from g_receipts r join g_orders o on o.n = r.order_n order by r.id'
  const byInvoice = caused({ slug: 'invoices', id: 'i.id', line: `''`, day: 'i.day' })
  const byReceipt = caused({ slug: 'receipts', id: 'r.id', line: `''`, day: 'r.day' })
  const customer_id = 'o.customer_id'
  await entries(
    { kind: `'invoice'`, customer_id, document_slug: `'invoices'`, document_id: 'i.id', amount: 'i.gross', ...byInvoice },
    invoices,
  )
  await entries(
    { kind: `'receipt'`, customer_id, document_slug: `'receipts'`, document_id: 'r.id', amount: 'r.paid', ...byReceipt },
    receipts,
  )
  await entries(
    { kind: `'allocation'`, customer_id, document_slug: `'receipts'`, document_id: 'r.id', amount: '-r.paid', ...byReceipt },
    receipts,
  )
  await entries(
    { kind: `'allocation'`, customer_id, document_slug: `'invoices'`, document_id: 'r.invoice_id', amount: '-r.paid', ...byReceipt },
    receipts,
  )
  await client.query(`insert into receivable_balances (document_slug, document_id, customer_id, business_date, due_date, total, open_amount)
    select 'invoices', i.id, o.customer_id, i.day, i.due, i.gross, i.gross - coalesce(r.paid, 0)
    from g_invoices i join g_orders o on o.n = i.order_n left join g_receipts r on r.invoice_id = i.id
    union all select 'receipts', r.id, o.customer_id, r.day, null, r.paid, 0 from g_receipts r join g_orders o on o.n = r.order_n`)
  for (const [kind, id] of creditObjects) {
    const object = { object_kind: `'${kind}'`, object_id: id, bucket: `'receivable'` }
    await insertSelect({ client, into: 'credit_entries', values: { ...object, amount: 'i.gross', ...byInvoice }, from: invoices })
    await insertSelect({ client, into: 'credit_entries', values: { ...object, amount: '-r.paid', ...byReceipt }, from: receipts })
  }
}

/** What the documents of the plan contribute to the books, entry by entry and in the balances. */
export async function writeLedgers(client: ClientBase, last: string): Promise<void> {
  await bookProgress(client)
  await bookReceivables(client)
  await bookStock(client, last)
  await bookOpenOrders(client)
}
