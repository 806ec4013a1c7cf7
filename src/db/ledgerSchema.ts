/*
 * The books and their balances: tables that no form can write. Run once by the ledger migration; the two stock tables
 * that Payload shows as read-only collections are created by its own migration and only completed here.
 */
const entryColumns = `
  source_slug text not null, source_id int not null, source_line text not null default '', source_version int not null,
  cause_slug text not null, cause_id int not null, business_date date not null, at timestamptz not null default now()`

const appendOnly = ['stock_entries', 'credit_entries', 'receivable_entries', 'progress_entries', 'audit_log']

const lineReferences: ReadonlyArray<{ table: string; column: string; target: string }> = [
  { table: 'orders_lines', column: 'quote_line', target: 'quotes_lines' },
  { table: 'deliveries_lines', column: 'order_line', target: 'orders_lines' },
  { table: 'invoices_lines', column: 'order_line', target: 'orders_lines' },
  { table: 'invoices_lines', column: 'delivery_line', target: 'deliveries_lines' },
]

const books = `
create table number_series (series text not null, day date not null, last int not null, primary key (series, day));
create table idempotency_keys (user_id int not null, key text not null, path text not null, body_hash text not null, status int,
  response jsonb, created_at timestamptz not null default now(), primary key (user_id, key));
create table stock_totals (item_id int not null references items(id), warehouse_id int not null,
  on_hand numeric(18,4) not null default 0, frozen numeric(18,4) not null default 0, reserved numeric(18,4) not null default 0,
  expected_in numeric(18,4) not null default 0, controlled boolean not null default false, primary key (item_id, warehouse_id),
  constraint stock_totals_no_oversell check (not controlled or on_hand - frozen - reserved >= 0));
create table item_costs (item_id int primary key references items(id), qty numeric(18,4) not null default 0, value numeric(18,2) not null default 0,
  average numeric(18,6) not null default 0, latest numeric(18,6));
create table item_cost_history (item_id int not null references items(id), valid_from date not null, valid_to date, cost numeric(18,6) not null check (cost >= 0),
  primary key (item_id, valid_from));
create table credit_entries (id bigserial primary key, object_kind text not null check (object_kind in ('customers','departments','users')),
  object_id int not null, bucket text not null check (bucket in ('orders','deliveries','unauditedInvoices','receivable')),
  amount numeric(18,2) not null, ${entryColumns});
create table credit_balances (object_kind text not null, object_id int not null, orders numeric(18,2) not null default 0 check (orders >= 0),
  deliveries numeric(18,2) not null default 0 check (deliveries >= 0), unaudited_invoices numeric(18,2) not null default 0 check (unaudited_invoices >= 0),
  receivable numeric(18,2) not null default 0, primary key (object_kind, object_id));
create table receivable_entries (id bigserial primary key, kind text not null check (kind in ('invoice','creditNote','receipt','allocation')),
  customer_id int not null references customers(id), document_slug text not null check (document_slug in ('invoices','receipts')),
  document_id int not null, amount numeric(18,2) not null, ${entryColumns});
create table receivable_balances (document_slug text not null, document_id int not null, customer_id int not null references customers(id),
  business_date date not null, due_date date, total numeric(18,2) not null default 0, open_amount numeric(18,2) not null default 0,
  primary key (document_slug, document_id),
  constraint receivable_open_within_total check (case when total >= 0 then open_amount between 0 and total else open_amount between total and 0 end));
create table progress_entries (id bigserial primary key, line_slug text not null check (line_slug in ('quotes','orders','deliveries')),
  line_id text not null, document_id int not null,
  kind text not null check (kind in ('ordered','planned','delivered','returned','replaced','invoicing','invoiced','shortClosed')),
  qty numeric(18,4) not null, amount numeric(18,2) not null, ${entryColumns});
create table line_progress (line_id text primary key, line_slug text not null, document_id int not null,
  ordered numeric(18,4) not null default 0 check (ordered >= 0), planned numeric(18,4) not null default 0 check (planned >= 0),
  delivered numeric(18,4) not null default 0 check (delivered >= 0), returned numeric(18,4) not null default 0 check (returned >= 0),
  replaced numeric(18,4) not null default 0 check (replaced >= 0), invoicing numeric(18,4) not null default 0 check (invoicing >= 0),
  invoiced numeric(18,4) not null default 0 check (invoiced >= 0), short_closed numeric(18,4) not null default 0 check (short_closed >= 0),
  delivered_amount numeric(18,2) not null default 0, invoicing_amount numeric(18,2) not null default 0, invoiced_amount numeric(18,2) not null default 0,
  constraint line_progress_billed_within_shipped check (line_slug <> 'deliveries' or invoicing + invoiced <= delivered));
create index credit_entries_source on credit_entries (source_slug, source_id);
create index credit_entries_object on credit_entries (object_kind, object_id);
create index receivable_entries_source on receivable_entries (source_slug, source_id);
create index receivable_entries_document on receivable_entries (document_slug, document_id);
create index receivable_balances_customer on receivable_balances (customer_id, due_date) where open_amount <> 0;
create index progress_entries_source on progress_entries (source_slug, source_id);
create index progress_entries_line on progress_entries (line_id);
create index line_progress_document on line_progress (line_slug, document_id);`

const stockTables = `
alter table stock_entries alter column warehouse_id drop not null;
alter table stock_balances alter column warehouse_id drop not null;
create index stock_entries_source on stock_entries (source_slug, source_id);
create index stock_entries_key on stock_entries (item_id, warehouse_id, batch_no);
create unique index stock_balances_key on stock_balances (item_id, coalesce(warehouse_id, 0), batch_no);
alter table stock_balances add constraint stock_balances_not_negative check (not controlled or on_hand >= 0);`

const guardFunction = `
create function refuse_rewriting_history() returns trigger language plpgsql as $$
begin
  raise exception 'the books are append-only: % on % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;`

/** Statements that create the books, in order. */
export const ledgerSchemaUp: readonly string[] = [
  books,
  stockTables,
  guardFunction,
  ...appendOnly.map(
    (table) =>
      `create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_rewriting_history();
       create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function refuse_rewriting_history();`,
  ),
  ...lineReferences.map(
    ({ table, column, target }) =>
      `alter table ${table} add constraint ${table}_${column}_fk foreign key (${column}) references ${target}(id) on delete no action deferrable initially deferred;
       create index ${table}_${column}_idx on ${table} (${column});`,
  ),
]

/** Statements that remove them again (development only: a downgrade of the books loses them). */
export const ledgerSchemaDown: readonly string[] = [
  ...lineReferences.map(
    ({ table, column }) => `alter table ${table} drop constraint ${table}_${column}_fk; drop index ${table}_${column}_idx;`,
  ),
  ...appendOnly.map((table) => `drop trigger ${table}_append_only on ${table}; drop trigger ${table}_no_truncate on ${table};`),
  `drop function refuse_rewriting_history();
   drop table number_series, idempotency_keys, stock_totals, item_costs, item_cost_history, credit_entries, credit_balances, receivable_entries, receivable_balances, progress_entries, line_progress;
   drop index stock_entries_source, stock_entries_key, stock_balances_key; alter table stock_balances drop constraint stock_balances_not_negative;`,
]
