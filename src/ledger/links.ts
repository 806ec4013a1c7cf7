type By = 'line' | 'document'

/** How one kind of document follows from another: by line (the later line names the earlier one), or as a whole document. */
export type DocumentLink = {
  from: string
  to: string
  /** What is known of either end when the link is followed from there; one word where both ends are alike. */
  by: By | { from: By; to: By }
  /** The column in which the later line names the earlier one, where it does so alone. */
  line?: string
  /** Columns from_id, from_line, to_id, to_line, position, item_id, qty, amount; `$keys` is the condition on the side that is known. */
  select: (side: 'from' | 'to', keys: string) => string
}

/** A document that cannot be undone while the one that says so stands: where it is named, and in which statuses it no longer counts. */
export type Standing = {
  on: string
  /** The rows that name it: those of a list, or the document itself. */
  in: 'lines' | 'allocations' | 'document'
  /** The column that names it, or a line of it. */
  column: string
  byLine?: boolean
  gone: readonly string[]
}

const tableOf = (slug: string): string => slug.replaceAll('-', '_')
const empty = (columns: readonly string[]): string => columns.map((column) => ` and t.${column} is null`).join('')

/** A later line with what it takes from an earlier one. Nothing has passed through a document that was cancelled. */
export const byLine = ({
  from,
  to,
  column,
  unless = [],
}: {
  from: string
  to: string
  column: string
  /** Lines that name something nearer in one of these columns come from there. */
  unless?: readonly string[]
}): DocumentLink => ({
  from,
  to,
  by: 'line',
  line: column,
  select: (side, keys) =>
    `select f._parent_id as from_id, f.id as from_line, t._parent_id as to_id, t.id as to_line, t._order as position, t.item_id,
       case when h.status::text <> 'cancelled' then t.qty else 0 end as qty, case when h.status::text <> 'cancelled' then t.gross else 0 end as amount
     from ${tableOf(to)}_lines t join ${tableOf(from)}_lines f on f.id = t.${column} join ${tableOf(to)} h on h.id = t._parent_id
     where ${side === 'from' ? 'f.id' : 't.id'} in (${keys})${empty(unless)}`,
})

/** A document that belongs to another as a whole, without goods or money of its own. */
export const byDocument = ({
  from,
  to,
  column,
  unless = [],
}: {
  from: string
  to: string
  column: string
  unless?: readonly string[]
}): DocumentLink => wholly({ from, to, column, and: empty(unless) })

const wholly = ({ from, to, column, and }: { from: string; to: string; column: string; and: string }): DocumentLink => ({
  from,
  to,
  by: 'document',
  select: (side, keys) =>
    `select t.${column} as from_id, null as from_line, t.id as to_id, null as to_line, 0 as position, null::int as item_id,
       null::numeric as qty, null::numeric as amount
     from ${tableOf(to)} t where t.${column} is not null${and} and ${side === 'from' ? `t.${column}` : 't.id'}::text in (${keys})`,
})

/** The opinions asked for about a document: those that still are, or were given; one that was closed unanswered says nothing. */
export const heardAbout = ({ from, column, unless = [] }: { from: string; column: string; unless?: readonly string[] }): DocumentLink =>
  wholly({ from, to: 'order-reviews', column, and: `${empty(unless)} and (t.status::text = 'open' or t.opinion is not null)` })

/** Lines of a kind of document that are about the item of a sample. */
export const aboutSample = ({ to, unless = [] }: { to: string; unless?: readonly string[] }): DocumentLink => ({
  from: 'samples',
  to,
  by: { from: 'document', to: 'line' },
  select: (side, keys) =>
    `select s.id as from_id, null as from_line, t._parent_id as to_id, t.id as to_line, t._order as position, t.item_id,
       case when h.status::text = 'cancelled' then 0 else t.qty end as qty, case when h.status::text = 'cancelled' then 0 else t.gross end as amount
     from ${tableOf(to)}_lines t join samples s on s.item_id = t.item_id join ${tableOf(to)} h on h.id = t._parent_id
     where ${side === 'from' ? 's.id::text' : 't.id'} in (${keys})${empty(unless)}`,
})

/** The work order that makes a line of an order. */
export const makesOrderLine: DocumentLink = {
  from: 'orders',
  to: 'sample-work-orders',
  by: { from: 'line', to: 'document' },
  select: (side, keys) =>
    `select l._parent_id as from_id, l.id as from_line, w.id as to_id, null as to_line, l._order as position, w.item_id,
       case when w.status::text = 'cancelled' then w.completed else w.qty end as qty, null::numeric as amount
     from sample_work_orders w join orders_lines l on l.id = w.order_line
     where ${side === 'from' ? 'l.id' : 'w.id::text'} in (${keys})`,
}

/** What a customer says of the sample a delivery brought him. */
export const answersDelivery: DocumentLink = {
  from: 'deliveries',
  to: 'feedback-rounds',
  by: { from: 'line', to: 'document' },
  select: (side, keys) =>
    `select l._parent_id as from_id, l.id as from_line, r.id as to_id, null as to_line, l._order as position, l.item_id, l.qty, null::numeric as amount
     from feedback_rounds r join samples s on s.id = r.sample_id join deliveries_lines l on l._parent_id = r.delivery_id and l.item_id = s.item_id
     where ${side === 'from' ? 'l.id' : 'r.id::text'} in (${keys})`,
}

/** A receipt taken in advance on an order. */
export const paidInAdvance: DocumentLink = {
  from: 'orders',
  to: 'receipts',
  by: 'document',
  select: (side, keys) =>
    `select r.on_order_id as from_id, null as from_line, r.id as to_id, null as to_line, 0 as position, null::int as item_id, null::numeric as qty,
       case when r.status::text in ('reversed', 'cancelled') then 0 else r.amount end as amount
     from receipts r where r.on_order_id is not null and ${side === 'from' ? 'r.on_order_id' : 'r.id'}::text in (${keys})`,
}

/** What a receipt settles of an invoice. */
export const settlesInvoice: DocumentLink = {
  from: 'invoices',
  to: 'receipts',
  by: 'document',
  select: (side, keys) =>
    `select a.invoice_id as from_id, null as from_line, a._parent_id as to_id, null as to_line, 0 as position, null::int as item_id, null::numeric as qty,
       sum(case when r.status::text in ('reversed', 'cancelled') then 0 else a.amount end) as amount
     from receipts_allocations a join receipts r on r.id = a._parent_id
     where ${side === 'from' ? 'a.invoice_id' : 'a._parent_id'}::text in (${keys}) group by a.invoice_id, a._parent_id`,
}

/** What the approval of an invoice or a credit note settled, from the book of receivables; taken back it is gone. */
const settledBy = ({ of, from, to, keys }: { of: 'invoices' | 'receipts'; from: string; to: string; keys: string }): string =>
  `select e.${from}::int as from_id, null as from_line, e.${to}::int as to_id, null as to_line, 0 as position, null::int as item_id, null::numeric as qty, -sum(e.amount) as amount
   from receivable_entries e where e.kind = 'allocation' and e.source_slug = 'invoices' and e.document_slug = '${of}' and ${keys}
   group by 1, 3 having sum(e.amount) <> 0`

/** The advances an invoice took when it was approved: they stand in the books only. */
export const tookAdvances: DocumentLink = {
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
}

/** The invoices a credit note settles beside its own: they stand in the books only. */
export const setsOffInvoices: DocumentLink = {
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
}

/** Where a document has lines of goods, a link that reaches it as a whole reaches all of them: those kinds of which links know lines. */
export const endsByLine = (links: readonly DocumentLink[]): ReadonlySet<string> =>
  new Set(
    links.flatMap(({ from, to, by }) =>
      typeof by === 'string'
        ? by === 'line'
          ? [from, to]
          : []
        : [...(by.from === 'line' ? [from] : []), ...(by.to === 'line' ? [to] : [])],
    ),
  )
