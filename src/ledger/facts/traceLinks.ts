type By = 'line' | 'document'

/** How one kind of document follows from another: by line (the later line names the earlier one), or as a whole document. */
export type TraceLink = {
  from: string
  to: string
  /** What is known of either end when the link is followed from there; one word where both ends are alike. */
  by: By | { from: By; to: By }
  /** Columns from_id, from_line, to_id, to_line, position, item_id, qty, amount; `$keys` is the condition on the side that is known. */
  select: (side: 'from' | 'to', keys: string) => string
}

/** A later line with what it takes from an earlier one. Nothing has passed through a document that was cancelled. */
const byLine = ({
  from,
  to,
  column,
  fromTable,
  toTable,
  amount = 't.gross',
  void: voided = [],
  and = '',
}: {
  from: string
  to: string
  column: string
  fromTable: string
  toTable: string
  amount?: string
  void?: readonly string[]
  and?: string
}): TraceLink => {
  const passes = voided.length > 0 ? `h.status::text not in (${voided.map((status) => `'${status}'`).join(', ')})` : 'true'
  return {
    from,
    to,
    by: 'line',
    select: (side, keys) =>
      `select f._parent_id as from_id, f.id as from_line, t._parent_id as to_id, t.id as to_line, t._order as position, t.item_id,
         case when ${passes} then t.qty else 0 end as qty, case when ${passes} then ${amount} else 0 end as amount
       from ${toTable}_lines t join ${fromTable}_lines f on f.id = t.${column} join ${toTable} h on h.id = t._parent_id
       where ${side === 'from' ? 'f.id' : 't.id'} in (${keys}) ${and}`,
  }
}

/** A document that belongs to another as a whole, without goods or money of its own. */
const byDocument = ({
  from,
  to,
  column,
  table,
  and = 'true',
}: {
  from: string
  to: string
  column: string
  table: string
  and?: string
}): TraceLink => ({
  from,
  to,
  by: 'document',
  select: (side, keys) =>
    `select t.${column} as from_id, null as from_line, t.id as to_id, null as to_line, 0 as position, null::int as item_id,
       null::numeric as qty, null::numeric as amount
     from ${table} t where t.${column} is not null and ${and} and ${side === 'from' ? `t.${column}` : 't.id'}::text in (${keys})`,
})

/** An opinion that was asked for and still is, or was given; those that were closed unanswered say nothing. */
const heard = `(t.status::text = 'open' or t.opinion is not null)`

/** What the approval of an invoice or a credit note settled, from the book of receivables; taken back it is gone. */
const settledBy = ({ of, from, to, keys }: { of: 'invoices' | 'receipts'; from: string; to: string; keys: string }): string =>
  `select e.${from}::int as from_id, null as from_line, e.${to}::int as to_id, null as to_line, 0 as position, null::int as item_id, null::numeric as qty, -sum(e.amount) as amount
   from receivable_entries e where e.kind = 'allocation' and e.source_slug = 'invoices' and e.document_slug = '${of}' and ${keys}
   group by 1, 3 having sum(e.amount) <> 0`

/** Lines of a kind of document that are about the item of a sample. */
const ofSample = ({ to, table, and = '' }: { to: string; table: string; and?: string }): TraceLink => ({
  from: 'samples',
  to,
  by: { from: 'document', to: 'line' },
  select: (side, keys) =>
    `select s.id as from_id, null as from_line, l._parent_id as to_id, l.id as to_line, l._order as position, l.item_id,
       case when h.status::text = 'cancelled' then 0 else l.qty end as qty, case when h.status::text = 'cancelled' then 0 else l.gross end as amount
     from ${table}_lines l join samples s on s.item_id = l.item_id join ${table} h on h.id = l._parent_id
     where ${side === 'from' ? 's.id::text' : 'l.id'} in (${keys}) ${and}`,
})

/** Every way from one document to the next, in the order goods and money go. */
export const traceLinks: readonly TraceLink[] = [
  ofSample({ to: 'quotes', table: 'quotes' }),
  ofSample({ to: 'orders', table: 'orders', and: 'and l.quote_line is null' }),
  byDocument({ from: 'samples', to: 'sample-work-orders', column: 'sample_id', table: 'sample_work_orders', and: 't.order_line is null' }),
  byLine({ from: 'quotes', to: 'orders', column: 'quote_line', fromTable: 'quotes', toTable: 'orders', void: ['cancelled'] }),
  byDocument({ from: 'quotes', to: 'quotes', column: 'revises_id', table: 'quotes' }),
  byDocument({ from: 'orders', to: 'order-reviews', column: 'order_id', table: 'order_reviews', and: `t.change_id is null and ${heard}` }),
  byDocument({ from: 'orders', to: 'order-changes', column: 'order_id', table: 'order_changes' }),
  byDocument({ from: 'order-changes', to: 'order-reviews', column: 'change_id', table: 'order_reviews', and: heard }),
  {
    from: 'orders',
    to: 'sample-work-orders',
    by: { from: 'line', to: 'document' },
    select: (side, keys) =>
      `select l._parent_id as from_id, l.id as from_line, w.id as to_id, null as to_line, l._order as position, w.item_id,
         case when w.status::text = 'cancelled' then w.completed else w.qty end as qty, null::numeric as amount
       from sample_work_orders w join orders_lines l on l.id = w.order_line
       where ${side === 'from' ? 'l.id' : 'w.id::text'} in (${keys})`,
  },
  byLine({ from: 'orders', to: 'deliveries', column: 'order_line', fromTable: 'orders', toTable: 'deliveries', void: ['cancelled'] }),
  byLine({
    from: 'orders',
    to: 'invoices',
    column: 'order_line',
    fromTable: 'orders',
    toTable: 'invoices',
    void: ['cancelled'],
    and: 'and t.delivery_line is null and t.invoice_line is null',
  }),
  byLine({
    from: 'deliveries',
    to: 'invoices',
    column: 'delivery_line',
    fromTable: 'deliveries',
    toTable: 'invoices',
    void: ['cancelled'],
    and: 'and t.invoice_line is null',
  }),
  {
    from: 'deliveries',
    to: 'feedback-rounds',
    by: { from: 'line', to: 'document' },
    select: (side, keys) =>
      `select l._parent_id as from_id, l.id as from_line, r.id as to_id, null as to_line, l._order as position, l.item_id, l.qty, null::numeric as amount
       from feedback_rounds r join samples s on s.id = r.sample_id join deliveries_lines l on l._parent_id = r.delivery_id and l.item_id = s.item_id
       where ${side === 'from' ? 'l.id' : 'r.id::text'} in (${keys})`,
  },
  byDocument({ from: 'samples', to: 'feedback-rounds', column: 'sample_id', table: 'feedback_rounds', and: 't.delivery_id is null' }),
  byLine({ from: 'deliveries', to: 'returns', column: 'delivery_line', fromTable: 'deliveries', toTable: 'returns', void: ['cancelled'] }),
  byLine({ from: 'returns', to: 'invoices', column: 'return_line', fromTable: 'returns', toTable: 'invoices', void: ['cancelled'] }),
  byLine({ from: 'invoices', to: 'invoices', column: 'invoice_line', fromTable: 'invoices', toTable: 'invoices', void: ['cancelled'] }),
  {
    from: 'orders',
    to: 'receipts',
    by: 'document',
    select: (side, keys) =>
      `select r.on_order_id as from_id, null as from_line, r.id as to_id, null as to_line, 0 as position, null::int as item_id, null::numeric as qty,
         case when r.status::text in ('reversed', 'cancelled') then 0 else r.amount end as amount
       from receipts r where r.on_order_id is not null and ${side === 'from' ? 'r.on_order_id' : 'r.id'}::text in (${keys})`,
  },
  {
    from: 'invoices',
    to: 'receipts',
    by: 'document',
    select: (side, keys) =>
      `select a.invoice_id as from_id, null as from_line, a._parent_id as to_id, null as to_line, 0 as position, null::int as item_id, null::numeric as qty,
         sum(case when r.status::text in ('reversed', 'cancelled') then 0 else a.amount end) as amount
       from receipts_allocations a join receipts r on r.id = a._parent_id
       where ${side === 'from' ? 'a.invoice_id' : 'a._parent_id'}::text in (${keys}) group by a.invoice_id, a._parent_id`,
  },
  // what settles by itself or is set off stands in the books only: advances an invoice took, invoices a credit note settles beside its own
  {
    from: 'invoices',
    to: 'receipts',
    by: 'document',
    select: (side, keys) =>
      settledBy({
        of: 'receipts',
        from: 'source_id',
        to: 'document_id',
        keys: `${side === 'from' ? 'e.source_id' : 'e.document_id'}::text in (${keys})`,
      }),
  },
  {
    from: 'invoices',
    to: 'invoices',
    by: 'document',
    select: (side, keys) =>
      settledBy({
        of: 'invoices',
        from: 'document_id',
        to: 'source_id',
        keys: `e.source_id <> e.document_id and ${side === 'from' ? 'e.document_id' : 'e.source_id'}::text in (${keys})
         and not exists (select 1 from invoices_lines n join invoices_lines o on o.id = n.invoice_line where n._parent_id = e.source_id and o._parent_id = e.document_id)`,
      }),
  },
]

/** The table that holds the lines of a kind of document; documents without lines of goods have none. */
export const lineTables: Readonly<Record<string, string>> = {
  quotes: 'quotes_lines',
  orders: 'orders_lines',
  deliveries: 'deliveries_lines',
  returns: 'returns_lines',
  invoices: 'invoices_lines',
}

/** Kinds that can be traced. */
export const traced: readonly string[] = [...new Set(traceLinks.flatMap(({ from, to }) => [from, to]))]
