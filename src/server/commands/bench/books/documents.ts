import type { ClientBase } from 'pg'

import { insertSelect, stamps } from '@/src/imports/staging/insertSelect'

import { head, line, totals } from './columns'
import { writeQuotes } from './quotes'

const state = (done: string, whole: string): string =>
  `case when ${done} <= 0 then 'none' when ${done} < ${whole} then 'partly' else 'full' end`
const warehouse = `(select id from warehouses where code = 'GW')`

async function writeOrders(client: ClientBase): Promise<void> {
  await insertSelect({
    client,
    into: 'orders',
    values: {
      ...head,
      ...totals('d'),
      id: 'o.id',
      no: 'o.no',
      date: 'o.date',
      status: `case when d.shipped >= d.wanted then 'closed' else 'approved' end`,
      approved_at: `o.date + interval '10 hours'`,
      kind: `'standard'`,
      opening: 'false',
      review_status: `'notRequired'`,
      review_version: '1',
      credit_status: `'passed'`,
      hold: 'false',
      closed_early: 'd.closed > 0',
      delivery_status: state('d.shipped', 'd.wanted'),
      billing_status: state('d.billed', 'd.wanted'),
      payment_status: state('d.paid', 'd.net + d.tax'),
    },
    from: 'from g_orders o join g_done d on d.order_n = o.n order by o.n',
  })
  await insertSelect({
    client,
    into: 'orders_lines',
    values: {
      ...line,
      _parent_id: 'l.order_id',
      id: 'l.id',
      supply: `'finishedStock'`,
      promised: 'l.due',
      closed_qty: 'nullif(l.closed, 0)',
      warehouse_id: warehouse,
    },
    from: 'from g_split l order by l.n',
  })
  await insertSelect({
    client,
    into: 'orders_lines_schedule',
    values: { _order: '1', _parent_id: 'l.id', id: `l.id || '-d'`, date: 'l.due', qty: 'l.qty', promised: 'l.due' },
    from: 'from g_split l order by l.n',
  })
}

async function writeDeliveries(client: ClientBase): Promise<void> {
  await insertSelect({
    client,
    into: 'deliveries',
    values: {
      ...head,
      ...totals('d'),
      id: 'd.id',
      no: `'GDN' || lpad(d.id::text, 7, '0')`,
      date: 'd.day',
      status: `'issued'`,
      kind: `'standard'`,
      opening: 'true',
      loan: 'false',
      billing_status: `case when exists (select from g_invoices i where i.order_n = d.order_n and i.part = d.part) then 'full' else 'none' end`,
    },
    from: 'from g_deliveries d join g_orders o on o.n = d.order_n order by d.id',
  })
  await insertSelect({
    client,
    into: 'deliveries_lines',
    values: { ...line, _parent_id: 'd.id', id: `'d' || l.id`, order_line: 'l.order_line', order_id: 'l.order_id', warehouse_id: warehouse },
    from: 'from g_parts l join g_deliveries d on d.order_n = l.order_n and d.part = l.part order by d.id, l.position',
  })
}

async function writeInvoices(client: ClientBase): Promise<void> {
  await insertSelect({
    client,
    into: 'invoices',
    values: {
      ...head,
      ...totals('i'),
      id: 'i.id',
      no: `'GIN' || lpad(i.id::text, 7, '0')`,
      date: 'i.day',
      due_date: 'i.due',
      status: `'approved'`,
      kind: `'invoice'`,
      opening: 'true',
      open_amount: 'i.gross - coalesce(r.paid, 0)',
      settlement: state('coalesce(r.paid, 0)', 'i.gross'),
    },
    from: 'from g_invoices i join g_orders o on o.n = i.order_n left join g_receipts r on r.invoice_id = i.id order by i.id',
  })
  await insertSelect({
    client,
    into: 'invoices_lines',
    values: {
      ...line,
      _parent_id: 'i.id',
      id: `'i' || l.id`,
      order_line: 'l.order_line',
      order_id: 'l.order_id',
      delivery_line: `'d' || l.id`,
      delivery_id: 'i.delivery_id',
      cost_value: 'round(l.qty * l.cost, 2)',
    },
    from: 'from g_parts l join g_invoices i on i.order_n = l.order_n and i.part = l.part order by i.id, l.position',
  })
}

async function writeReceipts(client: ClientBase): Promise<void> {
  await insertSelect({
    client,
    into: 'receipts',
    values: {
      id: 'r.id',
      no: `'GRC' || lpad(r.id::text, 7, '0')`,
      date: 'r.day',
      status: `'approved'`,
      version: '1',
      customer_id: 'o.customer_id',
      bill_to_id: 'o.customer_id',
      salesperson_id: 'o.salesperson_id',
      department_id: 'o.department_id',
      amount: 'r.paid',
      method: `'transfer'`,
      open_amount: '0',
      allocation: `'full'`,
      ...stamps,
    },
    from: 'from g_receipts r join g_orders o on o.n = r.order_n order by r.id',
  })
  await insertSelect({
    client,
    into: 'receipts_allocations',
    values: { _order: '1', _parent_id: 'r.id', id: `'g' || r.id`, invoice_id: 'r.invoice_id', amount: 'r.paid', date: 'r.day' },
    from: 'from g_receipts r order by r.id',
  })
}

/** The documents of the plan, as they stand after everything that happened. What was shipped and billed came over with the opening books: stock is what is left after it. */
export async function writeDocuments(client: ClientBase, last: string): Promise<void> {
  await writeOrders(client)
  await writeDeliveries(client)
  await writeInvoices(client)
  await writeReceipts(client)
  await writeQuotes(client, last)
}
