import { documentKindOf, type KindSlug } from '@/src/domain/kinds'
import { overseers } from '@/src/domain/people/crews'

import { col, type Column } from './columns'
import { scopeCondition } from './scope'
import { idIn, textsOf } from './source'
import type { Scope, SourceRow } from './statement'

/** Kinds of documents that move stock, set it aside or expect it. */
const moving: readonly KindSlug[] = [
  ...(['stock-receipts', 'stock-issues', 'stock-transfers', 'stock-counts', 'stock-freezes', 'cost-corrections'] as const),
  ...(['orders', 'deliveries', 'returns', 'sample-work-orders'] as const),
]

type Asking = { scope: Scope; roles: readonly string[]; $: (value: unknown) => string; row: string }

/**
 * SQL of the document behind a row of the stock book: `(slug, id, no, date)`, where the person may read it. A row whose document he may not read stays in the sums; only
 * what it was is not told. `row` is an alias with source_slug and source_id; the book keeps
 * the number of a document as a figure, by which no index finds it.
 */
export function stockDocument({ scope, roles, $, row }: Asking): string {
  const read = moving.flatMap((slug) => {
    const kind = documentKindOf(slug)
    if (!kind || (kind.readers && ![...kind.readers, ...kind.editors, ...overseers].some((role) => roles.includes(role)))) return []
    const own = kind.rows.salesperson ? scopeCondition({ scope, $, of: 'd' }) : []
    const wanted = [`${row}.source_slug = '${slug}'`, `d.id = ${row}.source_id::int`, ...own]
    return [`select '${slug}' as slug, d.id, d.no, d.date from ${slug.replaceAll('-', '_')} d where ${wanted.join(' and ')}`]
  })
  return `lateral (${read.join(' union all ')})`
}

export const stockDocumentNames = `d.slug as "documentSlug", d.id as "documentId", d.no, to_char(d.date, 'YYYY-MM-DD') as date`

export const stockDocumentColumns: readonly Column[] = [
  col.documentNo('no', { zh: '单据', en: 'Document' }, { width: 20 }),
  col.date('date', { zh: '日期', en: 'Date' }),
]

export const stockDocumentShape = (row: SourceRow) => ({
  ...textsOf(row, ['documentSlug', 'no', 'date']),
  documentId: idIn(row, 'documentId'),
})
