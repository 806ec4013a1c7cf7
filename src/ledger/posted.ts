import type { PayloadRequest } from 'payload'

import { txOf } from '@/src/db/transaction'

import type { CreditTarget, DocumentRef, ProgressTarget, ReceivableTarget, StockTarget } from './postings'
import { asJson, query, sql } from './query'

type SourceRow = { sourceSlug: string; sourceId: number; line: string }
type StockRow = SourceRow & Omit<StockTarget, 'source' | 'line'>
type CreditRow = SourceRow & {
  kind: CreditTarget['object']['kind']
  objectId: number
  bucket: CreditTarget['bucket']
  amount: string
}
type ProgressRow = SourceRow & {
  slug: ProgressTarget['target']['slug']
  documentId: number
  lineId: string
  kind: ProgressTarget['kind']
  qty: string
  amount: string
}
type ReceivableRow = SourceRow & {
  kind: ReceivableTarget['kind']
  slug: string
  documentId: number
  customer: number
  amount: string
  date: string
}

export type LineProgress = Record<Exclude<ProgressTarget['kind'], 'shortClosed'> | 'shortClosed', string> & {
  lineId: string
  slug: ProgressTarget['target']['slug']
  documentId: number
  deliveredAmount: string
  invoicingAmount: string
  invoicedAmount: string
}

const sourceOf = (row: SourceRow): DocumentRef => ({ slug: row.sourceSlug, id: row.sourceId })

/*
 * What a book holds of some documents, summed per line and key. Figures are text: they pass through JSON where several books are read at
 * once, and a sum must not lose a cent there.
 */

const stockOf = (documents: string) =>
  sql`select e.source_slug as "sourceSlug", e.source_id as "sourceId", e.source_line as line, e.account,
             e.item_id as item, e.warehouse_id as warehouse, e.batch_no as "batchNo", to_char(e.due_date, 'YYYY-MM-DD') as due,
             sum(e.qty)::text as qty, sum(e.value)::text as value
      from stock_entries e join jsonb_to_recordset(${documents}::jsonb) as s(slug text, id int)
        on e.source_slug = s.slug and e.source_id = s.id
      group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(e.qty) <> 0 or sum(e.value) <> 0`

const creditOf = (documents: string) =>
  sql`select e.source_slug as "sourceSlug", e.source_id as "sourceId", e.source_line as line, e.object_kind as kind,
             e.object_id as "objectId", e.bucket, sum(e.amount)::text as amount
      from credit_entries e join jsonb_to_recordset(${documents}::jsonb) as s(slug text, id int)
        on e.source_slug = s.slug and e.source_id = s.id
      group by 1, 2, 3, 4, 5, 6 having sum(e.amount) <> 0`

const progressOf = (documents: string) =>
  sql`select e.source_slug as "sourceSlug", e.source_id as "sourceId", e.source_line as line, e.line_slug as slug,
             e.document_id as "documentId", e.line_id as "lineId", e.kind, sum(e.qty)::text as qty, sum(e.amount)::text as amount
      from progress_entries e join jsonb_to_recordset(${documents}::jsonb) as s(slug text, id int)
        on e.source_slug = s.slug and e.source_id = s.id
      group by 1, 2, 3, 4, 5, 6, 7 having sum(e.qty) <> 0 or sum(e.amount) <> 0`

/** At whoever owes it now: another payer may have taken it over. */
const receivableOf = (documents: string) =>
  sql`select e.source_slug as "sourceSlug", e.source_id as "sourceId", e.source_line as line, e.kind,
             e.document_slug as slug, e.document_id as "documentId", b.customer_id as customer, e.business_date::text as date,
             sum(e.amount)::text as amount
      from receivable_entries e join jsonb_to_recordset(${documents}::jsonb) as s(slug text, id int)
        on e.source_slug = s.slug and e.source_id = s.id
        join receivable_balances b on b.document_slug = e.document_slug and b.document_id = e.document_id
      group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(e.amount) <> 0`

const progressOfLines = (lineIds: readonly string[]) =>
  sql`select line_id as "lineId", line_slug as slug, document_id as "documentId", ordered::text, planned::text, delivered::text,
             returned::text, replaced::text, invoicing::text, invoiced::text, short_closed::text as "shortClosed",
             delivered_amount::text as "deliveredAmount", invoicing_amount::text as "invoicingAmount", invoiced_amount::text as "invoicedAmount"
      from line_progress where line_id in (
        select k.id from jsonb_to_recordset(${asJson(lineIds.map((id) => ({ id })))}::jsonb) as k(id text))`

const stockTarget = ({ sourceSlug, sourceId, due, ...row }: StockRow): StockTarget => ({
  ...row,
  ...(due ? { due } : {}),
  source: sourceOf({ sourceSlug, sourceId, line: row.line }),
})

const creditTarget = (row: CreditRow): CreditTarget => ({
  source: sourceOf(row),
  line: row.line,
  object: { kind: row.kind, id: row.objectId },
  bucket: row.bucket,
  amount: row.amount,
})

const progressTarget = (row: ProgressRow): ProgressTarget => ({
  source: sourceOf(row),
  line: row.line,
  target: { slug: row.slug, documentId: row.documentId, lineId: row.lineId },
  kind: row.kind,
  qty: row.qty,
  amount: row.amount,
})

const receivableTarget = (row: ReceivableRow): ReceivableTarget => ({
  source: sourceOf(row),
  line: row.line,
  kind: row.kind,
  document: { slug: row.slug, id: row.documentId },
  customer: row.customer,
  amount: row.amount,
  date: row.date,
})

/** What the books hold: of some documents what they caused, of some their stock and credit, of lines what happened to them. */
export type Posted = {
  progress: ProgressTarget[]
  receivable: ReceivableTarget[]
  stock: StockTarget[]
  credit: CreditTarget[]
  lines: Map<string, LineProgress>
}

/** Reads all books at once. A document that is only being made has caused nothing yet and is not named. */
export async function postedBooks(
  req: PayloadRequest,
  { caused, documents, lineIds }: { caused: readonly DocumentRef[]; documents: readonly DocumentRef[]; lineIds: readonly string[] },
): Promise<Posted> {
  const posted: Posted = { progress: [], receivable: [], stock: [], credit: [], lines: new Map() }
  const [causes, named] = [asJson(caused), asJson(documents)]
  const parts = [
    ...(lineIds.length > 0 ? [sql`select 'lines' as book, to_json(r) as row from (${progressOfLines(lineIds)}) r`] : []),
    ...(caused.length > 0 ? [sql`select 'progress' as book, to_json(r) as row from (${progressOf(causes)}) r`] : []),
    ...(caused.length > 0 ? [sql`select 'receivable' as book, to_json(r) as row from (${receivableOf(causes)}) r`] : []),
    ...(documents.length > 0 ? [sql`select 'stock' as book, to_json(r) as row from (${stockOf(named)}) r`] : []),
    ...(documents.length > 0 ? [sql`select 'credit' as book, to_json(r) as row from (${creditOf(named)}) r`] : []),
  ]
  if (parts.length === 0) return posted
  for (const entry of await query<PostedRow>(req, sql.join(parts, sql` union all `))) {
    if (entry.book === 'lines') posted.lines.set(entry.row.lineId, entry.row)
    else if (entry.book === 'progress') posted.progress.push(progressTarget(entry.row))
    else if (entry.book === 'receivable') posted.receivable.push(receivableTarget(entry.row))
    else if (entry.book === 'stock') posted.stock.push(stockTarget(entry.row))
    else posted.credit.push(creditTarget(entry.row))
  }
  return posted
}

type PostedRow =
  | { book: 'lines'; row: LineProgress }
  | { book: 'progress'; row: ProgressRow }
  | { book: 'receivable'; row: ReceivableRow }
  | { book: 'stock'; row: StockRow }
  | { book: 'credit'; row: CreditRow }

/** What the stock ledger already holds of these documents, summed per line and key. */
export async function postedStock(req: PayloadRequest, documents: readonly DocumentRef[]): Promise<StockTarget[]> {
  if (documents.length === 0) return []
  return (await query<StockRow>(req, stockOf(asJson(documents)))).map(stockTarget)
}

type Executor = { execute: (statement: ReturnType<typeof sql>) => Promise<unknown> }

/** The balances of progress lines by id. Lines nothing happened to yet are absent. */
export async function lineProgressFrom(executor: Executor, lineIds: readonly string[]): Promise<Map<string, LineProgress>> {
  if (lineIds.length === 0) return new Map()
  const { rows } = (await executor.execute(progressOfLines(lineIds))) as { rows: LineProgress[] }
  return new Map(rows.map((row) => [row.lineId, row]))
}

/** The same inside the transaction of a request. */
export const lineProgress = async (req: PayloadRequest, lineIds: readonly string[]): Promise<Map<string, LineProgress>> =>
  lineProgressFrom(await txOf(req), lineIds)
