import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import { errorsIn, type Finding } from '@/src/domain/kernel/decision'
import { documentRefs } from '@/src/domain/kernel/documentRefs'
import { idOf } from '@/src/domain/kernel/idOf'
import { roundAmount, toNumber } from '@/src/domain/kernel/money'
import { costCorrectionContributions, type CostCorrectionLine, type CostShare } from '@/src/domain/stock/costCorrection'
import { spreadCorrection } from '@/src/domain/stock/spreadCorrection'
import { stockDocumentStatuses, stockDocumentEditable, stockDocumentSteps } from '@/src/domain/stock/stockDocumentSteps'
import { poolSince, receiptValues, spreadInvoiceCosts } from '@/src/ledger/facts/corrections'
import { restoreLatestCosts } from '@/src/ledger/facts/costs'
import { lockDocumentRows, lockStock } from '@/src/ledger/locks'

import type { Verb, VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { refuse } from '@/src/engine/refusal'
import { cancelDraft } from '@/src/engine/cancelDraft'
import { defineDocument } from '@/src/engine/define'
import { findDocument } from '@/src/engine/documents/findDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { askReason, reasonBody } from './postStockDocument'

type CorrectionDocument = Stored<'cost-corrections'>

async function receiptOf({ req }: Pick<VerbContext<unknown>, 'req'>, id: number | null): Promise<Stored<'stock-receipts'> | null> {
  if (id === null) return null
  await lockDocumentRows({ req, documents: [{ slug: 'stock-receipts', id }] })
  return await findDocument({ req, slug: 'stock-receipts', id, overrideAccess: true })
}

async function prepareCorrection(ctx: VerbContext<CorrectionDocument>): Promise<{ doc: CorrectionDocument; findings: Finding[] }> {
  const receipt = await receiptOf(ctx, idOf(ctx.doc.receipt))
  const date = String(ctx.doc.date).slice(0, 10)
  const entered = Array.isArray(ctx.doc.lines) ? ctx.doc.lines : []
  const findings: Finding[] = []
  if (receipt?.status !== 'posted') findings.push(invalid('receipt', 'receipt', ctx.doc.receipt, 'a posted stock receipt'))
  if (!isBusinessDate(date)) findings.push(invalid('date', 'date', ctx.doc.date, 'YYYY-MM-DD'))
  if (entered.length === 0) findings.push(invalid('lines', 'lines', null, 'at least one line'))
  const seen = new Set<string>()
  const lines = entered.map((line, index): CostCorrectionLine => {
    const from = receipt?.lines.find(({ id }) => id === line.receiptLine)
    const cost = Number(line.cost)
    const known = line.cost !== null && line.cost !== undefined && Number.isFinite(cost) && cost >= 0 && cost <= 1e9
    if (!from || seen.has(line.receiptLine))
      findings.push(invalid(`lines.${index}.receiptLine`, 'receiptLine', line.receiptLine, 'each line of the receipt once'))
    if (!known || d(cost).decimalPlaces() > 6) findings.push(invalid(`lines.${index}.cost`, 'cost', line.cost, '≥ 0, ≤ 6 decimals'))
    seen.add(line.receiptLine)
    const kept = { item: from?.item ?? 0, warehouse: receipt?.warehouse ?? 0, batchNo: from?.batchNo ?? null, qty: from?.qty ?? 0 }
    return { ...line, ...kept, cost, oldCost: from?.cost ?? 0, costDelta: null, leftValue: null, soldValue: null }
  })
  const doc = { ...ctx.doc, date, receipt: receipt?.id ?? 0, warehouse: receipt?.warehouse ?? 0, lines, costShares: null }
  return { doc, findings: errorsIn(findings) }
}

/** 记账: the difference is spread over what is left and what was sold meanwhile; approved invoices carry their part. */
const postCorrection: Verb<CorrectionDocument> = {
  name: 'post',
  label: { zh: '记账', en: 'Post' },
  roles: ['finance', 'generalManager'],
  run: async (ctx) => {
    const { req, doc, settings, actor, now } = ctx
    const receipt = await receiptOf(ctx, doc.receipt)
    if (receipt?.status !== 'posted')
      refuse(req, {
        code: 'ILLEGAL_STEP',
        about: 'stock-receipts',
        facts: { document: receipt?.no, status: receipt?.status, verb: 'correct-cost', allowed: [] },
      })
    await lockStock({ req, keys: doc.lines.map(({ item, warehouse, batchNo }) => ({ item, warehouse, batchNo: batchNo ?? '' })) })
    const values = await receiptValues(
      req,
      doc.lines.map(({ receiptLine }) => receiptLine),
    )
    const perWarehouse = settings.availability.costPer === 'itemWarehouse'
    const shares = new Map<string, CostShare>()
    const lines: CostCorrectionLine[] = []
    for (const line of doc.lines) {
      const costDelta = roundAmount(d(line.qty).times(d(line.cost))).minus(d(values.get(line.receiptLine) ?? 0))
      const rows = await poolSince({ req, receiptLine: line.receiptLine, perWarehouse })
      const moves = rows.slice(1).map(({ line: of, qty, slug }) => ({
        line: of,
        qty,
        atAverage: slug !== 'stock-receipts' && slug !== 'returns' && slug !== 'stock-transfers',
      }))
      const spread = spreadCorrection({ delta: costDelta, pool: rows[0]?.pool ?? line.qty, moves })
      for (const [of, value] of spread.shares) {
        const row = rows.find((candidate) => candidate.line === of)
        if (!row || value.isZero()) continue
        const { slug, document, item, warehouse, batchNo } = row
        const before = shares.get(of)?.value ?? 0
        shares.set(of, { slug, document, line: of, item, warehouse, batchNo, value: toNumber(d(before).plus(value)) })
      }
      const sold = costDelta.minus(spread.left)
      lines.push({ ...line, costDelta: toNumber(costDelta), leftValue: toNumber(spread.left), soldValue: toNumber(sold) })
    }
    return {
      patch: { status: 'posted', approvedBy: actor?.id ?? null, approvedAt: now.instant, lines, costShares: [...shares.values()] },
      after: () => followUp(ctx, [...shares.values()]),
    }
  },
}

const reverseCorrection: Verb<CorrectionDocument> = {
  name: 'reverse',
  label: { zh: '冲销', en: 'Reverse' },
  roles: ['finance', 'generalManager'],
  body: reasonBody,
  asks: askReason,
  run: (ctx) => Promise.resolve({ patch: { status: 'reversed' }, after: () => followUp(ctx, ctx.doc.costShares ?? []) }),
}

async function followUp({ req, doc }: Pick<VerbContext<CorrectionDocument>, 'req' | 'doc'>, shares: readonly CostShare[]): Promise<void> {
  await restoreLatestCosts(req, [...new Set(doc.lines.map(({ item }) => item))])
  await spreadInvoiceCosts(
    req,
    shares.filter(({ slug }) => slug === 'deliveries').map(({ line }) => line),
  )
}

/** 成本调整单: the cost of a posted receipt put right, late. */
defineDocument<CorrectionDocument>({
  slug: 'cost-corrections',
  title: { zh: '成本调整单', en: 'Cost correction', many: 'Cost corrections' },
  series: 'CC',
  statuses: stockDocumentStatuses,
  initial: 'draft',
  steps: stockDocumentSteps,
  editable: stockDocumentEditable,
  editors: ['finance', 'generalManager'],
  prepare: prepareCorrection,
  contributions: costCorrectionContributions,
  standsOn: [{ on: 'stock-receipts', in: 'document', column: 'receipt_id', gone: ['reversed', 'cancelled'] }],
  upstream: (doc) => documentRefs('stock-receipts', doc.receipt ? [doc.receipt] : []),
  payerOf: () => undefined,
  absent: (doc) => ({ ...doc, status: 'reversed' }),
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: {
    post: postCorrection,
    reverse: reverseCorrection,
    cancel: cancelDraft(['finance', 'generalManager'], { zh: '取消调整', en: 'Cancel' }),
  },
})
