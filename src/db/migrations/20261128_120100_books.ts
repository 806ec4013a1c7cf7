import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/*
 * What no form writes: the books, their balances, the guards and the indexes that Payload does not know of. All SQL stands here, so
 * that this migration stays what it was when it ran. The two stock tables are made by the baseline and completed here.
 */
const books = `
create table number_series (series text not null, day date not null, last int not null, primary key (series, day));
create table idempotency_keys (user_id int not null, key text not null, path text not null, body_hash text not null, status int,
  response jsonb, created_at timestamptz not null default now(), primary key (user_id, key));
create table stock_totals (item_id int not null references items(id), warehouse_id int not null,
  on_hand numeric(18,4) not null default 0, frozen numeric(18,4) not null default 0, reserved numeric(18,4) not null default 0,
  expected_in numeric(18,4) not null default 0, expected_transfers numeric(18,4) not null default 0,
  expected_inspection numeric(18,4) not null default 0, controlled boolean not null default false, primary key (item_id, warehouse_id),
  constraint stock_totals_no_oversell check (not controlled or on_hand - frozen - reserved >= 0));
create table item_costs (item_id int primary key references items(id), qty numeric(18,4) not null default 0,
  value numeric(18,2) not null default 0, average numeric(18,6) not null default 0, latest numeric(18,6));
create table item_cost_history (item_id int not null references items(id), valid_from date not null, valid_to date,
  cost numeric(18,6) not null check (cost >= 0), primary key (item_id, valid_from));
create table credit_entries (id bigserial primary key, object_kind text not null check (object_kind in ('customers','departments','users')),
  object_id int not null, bucket text not null check (bucket in ('orders','deliveries','unauditedInvoices','receivable')),
  amount numeric(18,2) not null,
  source_slug text not null, source_id int not null, source_line text not null default '', source_version int not null,
  cause_slug text not null, cause_id int not null, business_date date not null, at timestamptz not null default now());
create table credit_balances (object_kind text not null, object_id int not null, orders numeric(18,2) not null default 0 check (orders >= 0),
  deliveries numeric(18,2) not null default 0 check (deliveries >= 0),
  unaudited_invoices numeric(18,2) not null default 0 check (unaudited_invoices >= 0),
  receivable numeric(18,2) not null default 0, primary key (object_kind, object_id));
create table receivable_entries (id bigserial primary key, kind text not null check (kind in ('invoice','creditNote','receipt','allocation')),
  customer_id int not null references customers(id), document_slug text not null check (document_slug in ('invoices','receipts')),
  document_id int not null, amount numeric(18,2) not null,
  source_slug text not null, source_id int not null, source_line text not null default '', source_version int not null,
  cause_slug text not null, cause_id int not null, business_date date not null, at timestamptz not null default now());
create table receivable_balances (document_slug text not null, document_id int not null, customer_id int not null references customers(id),
  business_date date not null, due_date date, total numeric(18,2) not null default 0, open_amount numeric(18,2) not null default 0,
  primary key (document_slug, document_id),
  constraint receivable_open_within_total check (case when total >= 0 then open_amount between 0 and total else open_amount between total and 0 end));
create table progress_entries (id bigserial primary key, line_slug text not null check (line_slug in ('quotes','orders','deliveries')),
  line_id text not null, document_id int not null,
  kind text not null check (kind in ('ordered','planned','delivered','returned','replaced','invoicing','invoiced','shortClosed')),
  qty numeric(18,4) not null, amount numeric(18,2) not null,
  source_slug text not null, source_id int not null, source_line text not null default '', source_version int not null,
  cause_slug text not null, cause_id int not null, business_date date not null, at timestamptz not null default now());
create table line_progress (line_id text primary key, line_slug text not null, document_id int not null,
  ordered numeric(18,4) not null default 0 check (ordered >= 0), planned numeric(18,4) not null default 0 check (planned >= 0),
  delivered numeric(18,4) not null default 0 check (delivered >= 0), returned numeric(18,4) not null default 0 check (returned >= 0),
  replaced numeric(18,4) not null default 0 check (replaced >= 0), invoicing numeric(18,4) not null default 0 check (invoicing >= 0),
  invoiced numeric(18,4) not null default 0 check (invoiced >= 0), short_closed numeric(18,4) not null default 0 check (short_closed >= 0),
  delivered_amount numeric(18,2) not null default 0, invoicing_amount numeric(18,2) not null default 0,
  invoiced_amount numeric(18,2) not null default 0,
  constraint line_progress_billed_within_shipped check (line_slug <> 'deliveries' or invoicing + invoiced <= delivered),
  constraint line_progress_returned_within_delivered check (line_slug <> 'orders' or returned + replaced <= delivered));
create table file_uses (kind text not null check (kind in ('drawings', 'pictures')), file_id integer not null, document text not null,
  document_id integer not null, part text not null default 'own', owned boolean not null, salesperson_id integer, department_id integer,
  prepared_by_id integer, warehouse_ids integer[] not null default '{}', primary key (kind, file_id, document, document_id, part));`

const stockTables = `
alter table stock_entries alter column warehouse_id drop not null;
alter table stock_balances alter column warehouse_id drop not null;
create unique index stock_balances_key on stock_balances (item_id, coalesce(warehouse_id, 0), batch_no);
alter table stock_balances add constraint stock_balances_not_negative check (not controlled or on_hand >= 0),
  add constraint stock_balances_frozen_not_negative check (frozen >= 0),
  add constraint stock_balances_expected_not_negative check (expected_in >= 0);`

/** Lines refer to lines that Payload deletes and inserts again with every save: foreign keys look at COMMIT only (ADR 6). */
const lineReferences = `
alter table orders_lines add constraint orders_lines_quote_line_fk foreign key (quote_line) references quotes_lines(id) on delete no action deferrable initially deferred;
alter table deliveries_lines add constraint deliveries_lines_order_line_fk foreign key (order_line) references orders_lines(id) on delete no action deferrable initially deferred;
alter table invoices_lines add constraint invoices_lines_order_line_fk foreign key (order_line) references orders_lines(id) on delete no action deferrable initially deferred;
alter table invoices_lines add constraint invoices_lines_delivery_line_fk foreign key (delivery_line) references deliveries_lines(id) on delete no action deferrable initially deferred;
alter table invoices_lines add constraint invoices_lines_invoice_line_fk foreign key (invoice_line) references invoices_lines(id) on delete no action deferrable initially deferred;
alter table returns_lines add constraint returns_lines_delivery_line_fk foreign key (delivery_line) references deliveries_lines(id) on delete no action deferrable initially deferred;
alter table returns_lines add constraint returns_lines_order_line_fk foreign key (order_line) references orders_lines(id) on delete no action deferrable initially deferred;
alter table sample_work_orders add constraint sample_work_orders_order_line_fk foreign key (order_line) references orders_lines(id) on delete no action deferrable initially deferred;
create index orders_lines_quote_line_idx on orders_lines (quote_line);
create index deliveries_lines_order_line_idx on deliveries_lines (order_line);
create index invoices_lines_order_line_idx on invoices_lines (order_line);
create index invoices_lines_delivery_line_idx on invoices_lines (delivery_line);
create index invoices_lines_invoice_line_idx on invoices_lines (invoice_line) where invoice_line is not null;
create index invoices_lines_return_line_idx on invoices_lines (return_line) where return_line is not null;
create index returns_lines_delivery_line_idx on returns_lines (delivery_line);
create index returns_lines_order_line_idx on returns_lines (order_line);`

/** Bad rows are refused by name when they are saved; what comes past the forms is refused here. */
const rules = `
alter table price_policies add constraint price_policies_not_negative check (price >= 0 and discount_rate >= 0 and discount_rate <= 100 and min_qty >= 0) not valid;
alter table sample_work_orders add constraint sample_work_orders_completed check (completed >= 0 and completed <= qty and scrapped >= 0);
create unique index credit_releases_one_open on credit_releases (document_slug, document_id) where status = 'open';
create unique index order_changes_one_open on order_changes (order_id) where status in ('draft', 'inReview', 'approved');
create unique index order_revisions_once on order_revisions (order_id, revision);
create unique index samples_item_once on samples (item_id) where item_id is not null;
create unique index samples_formal_item_once on samples (formal_item_id) where formal_item_id is not null;
create unique index items_sample_once on items (sample_id) where sample_id is not null;
create unique index feedback_rounds_number on feedback_rounds (sample_id, round);
create unique index feedback_rounds_one_open on feedback_rounds (sample_id) where status = 'awaiting';
create unique index sample_work_orders_one_per_line on sample_work_orders (order_line) where order_line is not null and status <> 'cancelled';`

/** Found by an index, however many there are: a price's scope, what a line posted before, the oldest open invoice, lists by facet. */
const lookUps = `
create index price_policies_scope on price_policies (coalesce(item_id, 0), coalesce(customer_id, 0), coalesce(customer_category_id, 0),
  coalesce(case when item_id is null then item_category_id end, 0));
create index stock_entries_source on stock_entries (source_slug, source_id);
create index stock_entries_line on stock_entries (source_slug, source_id, source_line);
create index stock_entries_key on stock_entries (item_id, warehouse_id, batch_no);
create index stock_entries_open on stock_entries (item_id, due_date) include (warehouse_id, batch_no, account, qty) where account not in ('onHand', 'frozen');
create index stock_entries_batch on stock_entries (batch_no) where batch_no <> '';
create index stock_entries_corrected on stock_entries (source_line) where source_slug = 'cost-corrections';
create index credit_entries_source on credit_entries (source_slug, source_id);
create index credit_entries_object on credit_entries (object_kind, object_id);
create index credit_limits_in_force on credit_limits (object_kind, object_id, valid_from) where status = 'approved';
create index receivable_entries_source on receivable_entries (source_slug, source_id);
create index receivable_entries_document on receivable_entries (document_slug, document_id);
create index receivable_entries_customer_day on receivable_entries (customer_id, business_date) include (document_slug, document_id, amount);
create index receivable_balances_customer on receivable_balances (customer_id, due_date) where open_amount <> 0;
create index receivable_balances_oldest on receivable_balances (customer_id, business_date, document_id) where open_amount <> 0;
create index receivable_balances_first_due on receivable_balances (customer_id, due_date, document_id) where document_slug = 'invoices' and open_amount > 0;
create index receivable_balances_first_written on receivable_balances (customer_id, business_date, document_id) where document_slug = 'invoices' and open_amount > 0;
create index invoices_open_by_salesperson on invoices (salesperson_id, due_date, id) where open_amount > 0;
create index invoices_open_by_department on invoices (department_id, due_date, id) where open_amount > 0;
create index progress_entries_source on progress_entries (source_slug, source_id);
create index progress_entries_line on progress_entries (line_id);
create index line_progress_document on line_progress (line_slug, document_id);
create index orders_status_newest on orders (status, id desc);
create index orders_delivery_newest on orders (delivery_status, id desc);
create index orders_billing_newest on orders (billing_status, id desc);
create index orders_payment_newest on orders (payment_status, id desc);
create index orders_salesperson_newest on orders (salesperson_id, id desc);
create index order_reviews_waiting on order_reviews (department, due_at) where status = 'open';
create index file_uses_document on file_uses (document, document_id);
create index file_uses_salesperson on file_uses (salesperson_id) where salesperson_id is not null;`

const appendOnly = `
create function refuse_rewriting_history() returns trigger language plpgsql as $$
begin
  raise exception 'the books are append-only: % on % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger stock_entries_append_only before update or delete on stock_entries for each row execute function refuse_rewriting_history();
create trigger stock_entries_no_truncate before truncate on stock_entries for each statement execute function refuse_rewriting_history();
create trigger credit_entries_append_only before update or delete on credit_entries for each row execute function refuse_rewriting_history();
create trigger credit_entries_no_truncate before truncate on credit_entries for each statement execute function refuse_rewriting_history();
create trigger receivable_entries_append_only before update or delete on receivable_entries for each row execute function refuse_rewriting_history();
create trigger receivable_entries_no_truncate before truncate on receivable_entries for each statement execute function refuse_rewriting_history();
create trigger progress_entries_append_only before update or delete on progress_entries for each row execute function refuse_rewriting_history();
create trigger progress_entries_no_truncate before truncate on progress_entries for each statement execute function refuse_rewriting_history();
create trigger audit_log_append_only before update or delete on audit_log for each row execute function refuse_rewriting_history();
create trigger audit_log_no_truncate before truncate on audit_log for each statement execute function refuse_rewriting_history();`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statements of [books, stockTables, lineReferences, rules, lookUps, appendOnly]) await db.execute(sql.raw(statements))
}

/** Nothing lies under the baseline: whoever wants the books gone drops the database. */
export function down(_: MigrateDownArgs): Promise<void> {
  return Promise.reject(new Error('The books are the baseline; there is nothing to go back to'))
}
