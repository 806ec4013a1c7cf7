import type { PayloadRequest } from 'payload'

import { txOf } from '@/src/db/transaction'

import type { CreditTarget, DocumentRef, ProgressTarget, ReceivableTarget, StockTarget } from './postings'
import { documentTable, query, queryTogether, sql, textList } from './query'

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

const stockOf = (documents: readonly DocumentRef[]) =>
  sql`select e.source_slug as "sourceSlug", e.source_id as "sourceId", e.source_line as line, e.account,
             e.item_id as item, e.warehouse_id as warehouse, e.batch_no as "batchNo", to_char(e.due_date, 'YYYY-MM-DD') as due,
             sum(e.qty)::text as qty, sum(e.value)::text as value
      from stock_entries e join ${documentTable(documents)} as s(slug, id)
        on e.source_slug = s.slug and e.source_id = s.id
      group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(e.qty) <> 0 or sum(e.value) <> 0`

const creditOf = (documents: readonly DocumentRef[]) =>
  sql`select e.source_slug as "sourceSlug", e.source_id as "sourceId", e.source_line as line, e.object_kind as kind,
             e.object_id as "objectId", e.bucket, sum(e.amount)::text as amount
      from credit_entries e join ${documentTable(documents)} as s(slug, id)
        on e.source_slug = s.slug and e.source_id = s.id
      group by 1, 2, 3, 4, 5, 6 having sum(e.amount) <> 0`

const progressOf = (documents: readonly DocumentRef[]) =>
  sql`select e.source_slug as "sourceSlug", e.source_id as "sourceId", e.source_line as line, e.line_slug as slug,
             e.document_id as "documentId", e.line_id as "lineId", e.kind, sum(e.qty)::text as qty, sum(e.amount)::text as amount
      from progress_entries e join ${documentTable(documents)} as s(slug, id)
        on e.source_slug = s.slug and e.source_id = s.id
      group by 1, 2, 3, 4, 5, 6, 7 having sum(e.qty) <> 0 or sum(e.amount) <> 0`

/** At whoever owes it now: another payer may have taken it over. */
const receivableOf = (documents: readonly DocumentRef[]) =>
  sql`select e.source_slug as "sourceSlug", e.source_id as "sourceId", e.source_line as line, e.kind,
             e.document_slug as slug, e.document_id as "documentId", b.customer_id as customer, e.business_date::text as date,
             sum(e.amount)::text as amount
      from receivable_entries e join ${documentTable(documents)} as s(slug, id)
        on e.source_slug = s.slug and e.source_id = s.id
        join receivable_balances b on b.document_slug = e.document_slug and b.document_id = e.document_id
      group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(e.amount) <> 0`

const progressOfLines = (lineIds: readonly string[]) =>
  sql`select line_id as "lineId", line_slug as slug, document_id as "documentId", ordered::text, planned::text, delivered::text,
             returned::text, replaced::text, invoicing::text, invoiced::text, short_closed::text as "shortClosed",
             delivered_amount::text as "deliveredAmount", invoicing_amount::text as "invoicingAmount", invoiced_amount::text as "invoicedAmount"
      from line_progress where line_id = any(${textList(lineIds)})`

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
  if (caused.length + documents.length + lineIds.length === 0)
    return { progress: [], receivable: [], stock: [], credit: [], lines: new Map() }
  const { lines, progress, receivable, stock, credit } = await queryTogether<PostedRows>(req, {
    lines: progressOfLines(lineIds),
    progress: progressOf(caused),
    receivable: receivableOf(caused),
    stock: stockOf(documents),
    credit: creditOf(documents),
  })
  return {
    lines: new Map(lines.map((row) => [row.lineId, row])),
    progress: progress.map(progressTarget),
    receivable: receivable.map(receivableTarget),
    stock: stock.map(stockTarget),
    credit: credit.map(creditTarget),
  }
}

type PostedRows = { lines: LineProgress[]; progress: ProgressRow[]; receivable: ReceivableRow[]; stock: StockRow[]; credit: CreditRow[] }

/** What the stock ledger already holds of these documents, summed per line and key. */
export async function postedStock(req: PayloadRequest, documents: readonly DocumentRef[]): Promise<StockTarget[]> {
  if (documents.length === 0) return []
  return (await query<StockRow>(req, stockOf(documents))).map(stockTarget)
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
