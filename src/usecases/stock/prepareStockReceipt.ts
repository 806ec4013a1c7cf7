import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import { errorsIn, type Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { toNumber } from '@/src/domain/kernel/money'
import { factorOf, toStockQty } from '@/src/domain/pricing/units'
import type { StockReceiptLine } from '@/src/domain/stock/stockReceipt'
import { itemFacts, type ItemFacts } from '@/src/ledger/facts/items'
import { warehouseFacts } from '@/src/ledger/facts/stock'

import type { VerbContext } from '@/src/engine/document'
import { invalid, quantityFindings } from '@/src/engine/inputFindings'
import { warehouseRight } from '@/src/engine/warehouseRight'
import type { Stored } from '@/src/engine/documents/stored'

type StockReceiptDocument = Stored<'stock-receipts'>

/** Completes and validates a stock receipt: units, quantity in stock unit, cost, batch. Nothing moves before it is posted. */
export async function prepareStockReceipt(
  ctx: VerbContext<StockReceiptDocument>,
): Promise<{ doc: StockReceiptDocument; findings: Finding[] }> {
  const { req } = ctx
  const entered = (Array.isArray(ctx.doc.lines) ? ctx.doc.lines : []).map((line) => ({ ...line, item: idOf(line.item) ?? 0 }))
  const warehouse = idOf(ctx.doc.warehouse)
  const doc: StockReceiptDocument = {
    ...ctx.doc,
    date: String(ctx.doc.date).slice(0, 10),
    kind: ctx.doc.kind ?? 'purchase',
    warehouse: warehouse ?? 0,
    lines: entered,
  }
  const findings = quantityFindings(entered)
  if (!isBusinessDate(doc.date)) findings.push(invalid('date', 'date', ctx.doc.date, 'YYYY-MM-DD'))
  const kept = warehouse === null ? undefined : (await warehouseFacts(req)).get(warehouse)
  if (!kept?.active) findings.push(invalid('warehouse', 'warehouse', kept?.code ?? ctx.doc.warehouse, 'an active warehouse'))
  findings.push(...(await warehouseRight(ctx, [warehouse])))
  const items = await itemFacts(
    req,
    entered.map(({ item }) => item),
  )
  entered.forEach((line, index) => findings.push(...lineFindings(line, index, items.get(line.item))))
  if (errorsIn(findings).length > 0) return { doc, findings }
  return { doc: { ...doc, lines: entered.map((line) => completed(line, items.get(line.item) as ItemFacts)) }, findings }
}

function lineFindings(line: StockReceiptLine, index: number, item: ItemFacts | undefined): Finding[] {
  const at = `lines.${index}`
  if (!item) return [invalid(`${at}.item`, 'item', line.item || null, 'id of an item')]
  if (!item.active) return [invalid(`${at}.item`, 'item', item.code, 'an active item')]
  const findings: Finding[] = []
  if (!factorOf(item, line.unit)) {
    findings.push(invalid(`${at}.unit`, 'unit', line.unit, [item.unit, ...item.units.map(({ unit }) => unit)].join(', ')))
  }
  const cost = Number(line.cost ?? 0)
  if (!Number.isFinite(cost) || cost < 0 || cost > 1e9) findings.push(invalid(`${at}.cost`, 'cost', line.cost, '≥ 0'))
  else if (d(cost).decimalPlaces() > 6) findings.push(invalid(`${at}.cost`, 'cost', line.cost, '≤ 6 decimals'))
  if (item.batchControlled && !line.batchNo) findings.push(invalid(`${at}.batchNo`, 'batchNo', null, 'a batch'))
  return findings
}

function completed(line: StockReceiptLine, item: ItemFacts): StockReceiptLine {
  const qty = Number(line.qty)
  return {
    ...line,
    qty,
    unit: line.unit || item.unit,
    stockQty: toNumber(toStockQty({ item, unit: line.unit || item.unit, qty }) ?? d(qty)),
    cost: line.cost === null || line.cost === undefined ? null : Number(line.cost),
    batchNo: line.batchNo || null,
  }
}
