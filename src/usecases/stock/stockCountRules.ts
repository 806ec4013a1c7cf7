import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import { errorsIn, type Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { stockCountContributions, type StockCountLine } from '@/src/domain/stock/stockCount'
import { stockDocumentStatuses, stockDocumentEditable, stockDocumentSteps } from '@/src/domain/stock/stockDocumentSteps'
import { stockLevels } from '@/src/ledger/facts/stock'
import { lockStock } from '@/src/ledger/locks'

import type { Verb, VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { defineDocument } from '@/src/engine/define'
import type { Stored } from '@/src/engine/documents/stored'
import { cancelStockDocument, postStockDocument, reverseStockDocument } from './postStockDocument'
import { namedWarehouses, postingRight, stockLineFindings, withItems } from './stockLines'

type CountDocument = Stored<'stock-counts'>

const keyOf = (item: number, batchNo: string): string => `${item}|${batchNo}`

/** Each line with what the books hold of it now, in stock unit. Read under lock when the count is posted. */
async function againstBook(
  { req }: Pick<VerbContext<unknown>, 'req'>,
  warehouse: number,
  lines: readonly StockCountLine[],
): Promise<StockCountLine[]> {
  const keys = lines.map(({ item, batchNo }) => ({ item, warehouse, batchNo: batchNo ?? '' }))
  const held = new Map(
    (await stockLevels(req, keys)).filter(({ level }) => level === 'batch').map((row) => [keyOf(row.item, row.batchNo), row.onHand]),
  )
  return lines.map((line) => {
    const book = d(held.get(keyOf(line.item, line.batchNo ?? '')) ?? 0)
    return { ...line, bookQty: toNumber(book), difference: toNumber(d(line.countedQty).minus(book)) }
  })
}

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

/** 记账: the difference between count and book as it is now, not as it was when the count was written down. */
const postCount: Verb<CountDocument> = {
  name: postStockDocument.name,
  label: postStockDocument.label,
  roles: postStockDocument.roles,
  run: async (ctx) => {
    const { req, doc, actor, now } = ctx
    await lockStock({ req, keys: doc.lines.map(({ item, batchNo }) => ({ item, warehouse: doc.warehouse, batchNo: batchNo ?? '' })) })
    const lines = await againstBook(ctx, doc.warehouse, doc.lines)
    const findings = await postingRight(ctx, 'warehouse', doc.warehouse)
    return { patch: { status: 'posted', approvedBy: actor?.id ?? null, approvedAt: now.instant, lines }, findings }
  },
}

/** 盘点单: stock adjusted by count. */
defineDocument<CountDocument>({
  slug: 'stock-counts',
  title: { zh: '盘点单', en: 'Stock count', many: 'Stock counts' },
  series: 'SC',
  statuses: stockDocumentStatuses,
  initial: 'draft',
  steps: stockDocumentSteps,
  editable: stockDocumentEditable,
  editors: ['warehouse', 'generalManager'],
  prepare: prepareCount,
  contributions: stockCountContributions,
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => ({ ...doc, status: 'reversed' }),
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { post: postCount, reverse: reverseStockDocument, cancel: cancelStockDocument },
})
