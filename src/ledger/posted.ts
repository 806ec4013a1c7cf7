import type { PayloadRequest } from 'payload'

import { txOf } from '@/src/db/transaction'

import type { CreditTarget, DocumentRef, ProgressTarget, ReceivableTarget, StockTarget } from './postings'
import { asJson, query, sql } from './query'

type SourceRow = { sourceSlug: string; sourceId: number; line: string }

const sourceOf = (row: SourceRow): DocumentRef => ({ slug: row.sourceSlug, id: row.sourceId })

const sources = (documents: readonly DocumentRef[]): string => asJson(documents)

/** What the stock ledger already holds of these documents, summed per line and key. */
export async function postedStock(req: PayloadRequest, documents: readonly DocumentRef[]): Promise<StockTarget[]> {
  if (documents.length === 0) return []
  const rows = await query<SourceRow & Omit<StockTarget, 'source' | 'line'>>(
    req,
    sql`select e.source_slug as "sourceSlug", e.source_id as "sourceId", e.source_line as line, e.account,
               e.item_id as item, e.warehouse_id as warehouse, e.batch_no as "batchNo", to_char(e.due_date, 'YYYY-MM-DD') as due,
               sum(e.qty) as qty, sum(e.value) as value
        from stock_entries e join jsonb_to_recordset(${sources(documents)}::jsonb) as s(slug text, id int)
          on e.source_slug = s.slug and e.source_id = s.id
        group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(e.qty) <> 0 or sum(e.value) <> 0`,
  )
  return rows.map(({ sourceSlug, sourceId, due, ...row }) => ({
    ...row,
    ...(due ? { due } : {}),
    source: sourceOf({ sourceSlug, sourceId, line: row.line }),
  }))
}

/** What the credit ledger already holds of these documents. */
export async function postedCredit(req: PayloadRequest, documents: readonly DocumentRef[]): Promise<CreditTarget[]> {
  if (documents.length === 0) return []
  const rows = await query<
    SourceRow & { kind: CreditTarget['object']['kind']; objectId: number; bucket: CreditTarget['bucket']; amount: string }
  >(
    req,
    sql`select e.source_slug as "sourceSlug", e.source_id as "sourceId", e.source_line as line, e.object_kind as kind,
               e.object_id as "objectId", e.bucket, sum(e.amount) as amount
        from credit_entries e join jsonb_to_recordset(${sources(documents)}::jsonb) as s(slug text, id int)
          on e.source_slug = s.slug and e.source_id = s.id
        group by 1, 2, 3, 4, 5, 6 having sum(e.amount) <> 0`,
  )
  return rows.map((row) => ({
    source: sourceOf(row),
    line: row.line,
    object: { kind: row.kind, id: row.objectId },
    bucket: row.bucket,
    amount: row.amount,
  }))
}

/** What the progress ledger already holds that these documents caused. */
export async function postedProgress(req: PayloadRequest, documents: readonly DocumentRef[]): Promise<ProgressTarget[]> {
  if (documents.length === 0) return []
  const rows = await query<
    SourceRow & {
      slug: ProgressTarget['target']['slug']
      documentId: number
      lineId: string
      kind: ProgressTarget['kind']
      qty: string
      amount: string
    }
  >(
    req,
    sql`select e.source_slug as "sourceSlug", e.source_id as "sourceId", e.source_line as line, e.line_slug as slug,
               e.document_id as "documentId", e.line_id as "lineId", e.kind, sum(e.qty) as qty, sum(e.amount) as amount
        from progress_entries e join jsonb_to_recordset(${sources(documents)}::jsonb) as s(slug text, id int)
          on e.source_slug = s.slug and e.source_id = s.id
        group by 1, 2, 3, 4, 5, 6, 7 having sum(e.qty) <> 0 or sum(e.amount) <> 0`,
  )
  return rows.map((row) => ({
    source: sourceOf(row),
    line: row.line,
    target: { slug: row.slug, documentId: row.documentId, lineId: row.lineId },
    kind: row.kind,
    qty: row.qty,
    amount: row.amount,
  }))
}

/** What the receivable ledger already holds that these documents caused. */
export async function postedReceivable(req: PayloadRequest, documents: readonly DocumentRef[]): Promise<ReceivableTarget[]> {
  if (documents.length === 0) return []
  const rows = await query<
    SourceRow & { kind: ReceivableTarget['kind']; slug: string; documentId: number; customer: number; amount: string; date: string }
  >(
    req,
    sql`select e.source_slug as "sourceSlug", e.source_id as "sourceId", e.source_line as line, e.kind,
               e.document_slug as slug, e.document_id as "documentId", e.customer_id as customer, e.business_date::text as date, sum(e.amount) as amount
        from receivable_entries e join jsonb_to_recordset(${sources(documents)}::jsonb) as s(slug text, id int)
          on e.source_slug = s.slug and e.source_id = s.id
        group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(e.amount) <> 0`,
  )
  return rows.map((row) => ({
    source: sourceOf(row),
    line: row.line,
    kind: row.kind,
    document: { slug: row.slug, id: row.documentId },
    customer: row.customer,
    amount: row.amount,
    date: row.date,
  }))
}

export type LineProgress = Record<Exclude<ProgressTarget['kind'], 'shortClosed'> | 'shortClosed', string> & {
  lineId: string
  slug: ProgressTarget['target']['slug']
  documentId: number
  deliveredAmount: string
  invoicingAmount: string
  invoicedAmount: string
}

type Executor = { execute: (statement: ReturnType<typeof sql>) => Promise<unknown> }

/** The balances of progress lines by id. Lines nothing happened to yet are absent. */
export async function lineProgressFrom(executor: Executor, lineIds: readonly string[]): Promise<Map<string, LineProgress>> {
  if (lineIds.length === 0) return new Map()
  const ids = asJson(lineIds.map((id) => ({ id })))
  const { rows } = (await executor.execute(
    sql`select line_id as "lineId", line_slug as slug, document_id as "documentId", ordered, planned, delivered, returned,
               replaced, invoicing, invoiced, short_closed as "shortClosed", delivered_amount as "deliveredAmount",
               invoicing_amount as "invoicingAmount", invoiced_amount as "invoicedAmount"
        from line_progress where line_id in (select k.id from jsonb_to_recordset(${ids}::jsonb) as k(id text))`,
  )) as { rows: LineProgress[] }
  return new Map(rows.map((row) => [row.lineId, row]))
}

/** The same inside the transaction of a request. */
export const lineProgress = async (req: PayloadRequest, lineIds: readonly string[]): Promise<Map<string, LineProgress>> =>
  lineProgressFrom(await txOf(req), lineIds)
