import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import { type Finding, errorsIn } from '@/src/domain/kernel/decision'
import { type StockCountLine, stockCountContributions } from '@/src/domain/stock/stockCount'
import { stockCountKind } from '@/src/domain/stock/stockCountKind'
import { defineDocument } from '@/src/engine/define'
import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { invalid } from '@/src/engine/inputFindings'

import { postCount } from './postCount'
import { cancelStockDocument } from './postStockDocument'
import { reverseStockDocument } from './reverseStockDocument'
import { againstBook, keyOf } from './againstBook'
import { namedWarehouses, postingRight, stockLineFindings, withItems } from './stockLines'

type CountDocument = Stored<'stock-counts'>

async function prepareCount(ctx: VerbContext<CountDocument>): Promise<{ doc: CountDocument; findings: Finding[] }> {
  const { lines, items } = await withItems<StockCountLine & { unit?: string }>(ctx, ctx.doc.lines)
  const date = String(ctx.doc.date).slice(0, 10)
  const named = await namedWarehouses(ctx, { warehouse: ctx.doc.warehouse })
  const warehouse = named.ids['warehouse'] ?? 0
  const findings = [...named.findings, ...(await postingRight(ctx, 'warehouse', warehouse))]
  if (!isBusinessDate(date)) findings.push(invalid('date', 'date', ctx.doc.date, 'YYYY-MM-DD'))
  if (lines.length === 0) findings.push(invalid('lines', 'lines', null, 'at least one line'))
  const seen = new Set<string>()
  lines.forEach((line, index) => {
    findings.push(...stockLineFindings(line, index, items.get(line.item)))
    const counted = Number(line.countedQty)
    const isFigure = line.countedQty !== null && Number.isFinite(counted) && counted >= 0 && counted <= 1e11
    if (!isFigure || d(counted).decimalPlaces() > 4)
      findings.push(invalid(`lines.${index}.countedQty`, 'countedQty', line.countedQty, '≥ 0, ≤ 4 decimals'))
    const key = keyOf(line.item, line.batchNo ?? '')
    if (seen.has(key)) findings.push(invalid(`lines.${index}.item`, 'item', items.get(line.item)?.code, 'each item and batch once'))
    seen.add(key)
  })
  const doc = { ...ctx.doc, date, warehouse, lines }
  if (errorsIn(findings).length > 0) return { doc, findings }
  const completed = lines.map((line) => ({ ...line, countedQty: Number(line.countedQty), batchNo: line.batchNo || null }))
  return { doc: { ...doc, lines: await againstBook(ctx, warehouse, completed) }, findings }
}

/** 盘点单: stock adjusted by count. */
defineDocument<CountDocument>({
  ...stockCountKind,
  prepare: prepareCount,
  contributions: stockCountContributions,
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => ({ ...doc, status: 'reversed' }),
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { post: postCount, reverse: reverseStockDocument, cancel: cancelStockDocument },
})
