import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { errorsIn, type Finding } from '@/src/domain/kernel/decision'
import type { StockHeader, StockLine } from '@/src/domain/stock/stockDocument'
import type { ItemFacts } from '@/src/ledger/facts/items'

import type { AnyDocument, VerbContext } from '@/src/engine/document'
import { invalid, quantityFindings } from '@/src/engine/inputFindings'
import { completedLine, namedWarehouses, postingRight, stockLineFindings, withItems } from './stockLines'

type StockDocument = StockHeader & { lines: StockLine[] } & AnyDocument

/**
 * Completes and validates a stock document as entered: its warehouses (under `warehouses`, with the one whose right is asked), units,
 * quantities in stock unit, batches. Nothing moves before it is posted.
 */
export async function prepareStockDocument<Doc extends StockDocument>(
  ctx: VerbContext<Doc>,
  {
    kinds,
    warehouses,
    rightOn,
  }: {
    kinds?: readonly string[]
    warehouses: ReadonlyArray<'warehouse' | 'from' | 'to'>
    /** whose keeper enters the document: the sender of a transfer */
    rightOn: 'warehouse' | 'from'
  },
): Promise<{ doc: Doc; findings: Finding[] }> {
  const { doc } = ctx
  const { lines, items } = await withItems<StockLine>(ctx, doc.lines)
  const findings = quantityFindings(lines)
  const date = String(doc.date).slice(0, 10)
  if (!isBusinessDate(date)) findings.push(invalid('date', 'date', doc.date, 'YYYY-MM-DD'))
  const kind = kinds ? { kind: (doc['kind'] as string | undefined) ?? kinds.at(-1) } : {}
  if (kinds && !kinds.includes(String(kind.kind))) findings.push(invalid('kind', 'kind', kind.kind, kinds.join(', ')))
  const named = await namedWarehouses(ctx, Object.fromEntries(warehouses.map((field) => [field, doc[field]])))
  findings.push(...named.findings, ...(await postingRight(ctx, rightOn, named.ids[rightOn] ?? null)))
  lines.forEach((line, index) => findings.push(...stockLineFindings(line, index, items.get(line.item))))
  const entered = { ...doc, ...kind, ...named.ids, date, lines }
  if (errorsIn(findings).length > 0) return { doc: entered, findings }
  return { doc: { ...entered, lines: lines.map((line) => completedLine(line, items.get(line.item) as ItemFacts)) }, findings }
}
