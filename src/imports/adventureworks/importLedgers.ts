import { insertSelect } from '../staging/insertSelect'
import type { Stretch } from './importDocuments'

type Source = 'orders' | 'deliveries' | 'invoices'

const ids: Record<Source, { document: string; line: string; date: string }> = {
  orders: { document: 'l.order_id', line: 'l.order_line', date: 'l.order_date' },
  deliveries: { document: 'l.delivery_id', line: 'l.delivery_line', date: 'l.ship_date' },
  invoices: { document: 'l.invoice_id', line: 'l.invoice_line', date: 'l.order_date' },
}

/** Which document moves which line: ordered by the order, delivered by the delivery, invoiced by the invoice. */
const progressOf: ReadonlyArray<{ source: Source; target: 'orders' | 'deliveries'; kind: string }> = [
  { source: 'orders', target: 'orders', kind: 'ordered' },
  { source: 'deliveries', target: 'orders', kind: 'delivered' },
  { source: 'deliveries', target: 'deliveries', kind: 'delivered' },
  { source: 'invoices', target: 'deliveries', kind: 'invoiced' },
  { source: 'invoices', target: 'orders', kind: 'invoiced' },
]

const newLines = 'from import_aw_new_lines l where l.order_position between $1 and $2'

async function postProgress({ client, first, last }: Stretch): Promise<number> {
  let rows = 0
  for (const { source, target, kind } of progressOf) {
    rows += await insertSelect({
      client,
      into: 'progress_entries',
      values: {
        line_slug: `'${target}'`,
        line_id: ids[target].line,
        document_id: ids[target].document,
        kind: `'${kind}'`,
        qty: 'l.qty',
        amount: 'l.gross2',
        source_slug: `'${source}'`,
        source_id: ids[source].document,
        source_line: ids[source].line,
        source_version: '1',
        cause_slug: `'${source}'`,
        cause_id: ids[source].document,
        business_date: ids[source].date,
      },
      from: `${newLines} order by l.order_position, l.position`,
      parameters: [first, last],
    })
  }
  for (const target of ['orders', 'deliveries'] as const) {
    rows += await insertSelect({
      client,
      into: 'line_progress',
      values: {
        line_id: ids[target].line,
        line_slug: `'${target}'`,
        document_id: ids[target].document,
        ordered: target === 'orders' ? 'l.qty' : '0',
        delivered: 'l.qty',
        invoiced: 'l.qty',
        delivered_amount: 'l.gross2',
        invoiced_amount: 'l.gross2',
      },
      from: newLines,
      parameters: [first, last],
    })
  }
  return rows
}

const newOrders = 'from import_aw_new_orders o where o.position between $1 and $2'

/** What the invoice made the customer owe: the total due, freight included, in cents. */
const owed = 'round(o.total_due, 2)'

const causedByInvoice = {
  source_slug: `'invoices'`,
  source_id: 'o.invoice_id',
  source_line: `''`,
  source_version: '1',
  cause_slug: `'invoices'`,
  cause_id: 'o.invoice_id',
  business_date: 'o.order_date',
} as const

async function postReceivables({ client, first, last }: Stretch): Promise<number> {
  const parameters = [first, last]
  const entries = await insertSelect({
    client,
    into: 'receivable_entries',
    values: {
      kind: `'invoice'`,
      customer_id: 'o.customer_id',
      document_slug: `'invoices'`,
      document_id: 'o.invoice_id',
      amount: owed,
      ...causedByInvoice,
    },
    from: `${newOrders} order by o.position`,
    parameters,
  })
  const balances = await insertSelect({
    client,
    into: 'receivable_balances',
    values: {
      document_slug: `'invoices'`,
      document_id: 'o.invoice_id',
      customer_id: 'o.customer_id',
      business_date: 'o.order_date',
      due_date: 'o.order_date',
      total: owed,
      open_amount: owed,
    },
    from: newOrders,
    parameters,
  })
  return entries + balances
}

/** The receivable uses the credit of the customer, as approving an invoice books it. */
async function postCredit({ client, first, last }: Stretch): Promise<number> {
  const parameters = [first, last]
  const entries = await insertSelect({
    client,
    into: 'credit_entries',
    values: { object_kind: `'customers'`, object_id: 'o.customer_id', bucket: `'receivable'`, amount: owed, ...causedByInvoice },
    from: `${newOrders} order by o.position`,
    parameters,
  })
  await client.query(
    `insert into credit_balances (object_kind, object_id, receivable)
     select 'customers', o.customer_id, sum(${owed}) ${newOrders} group by 2 order by 2
     on conflict (object_kind, object_id) do update set receivable = credit_balances.receivable + excluded.receivable`,
    parameters,
  )
  return entries
}

/** Books what the documents of a stretch of new orders contribute (progress, receivables, credit). Returns the rows written. */
export async function importLedgers(stretch: Stretch): Promise<number> {
  return (await postProgress(stretch)) + (await postReceivables(stretch)) + (await postCredit(stretch))
}
