import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import { type Finding, errorsIn } from '@/src/domain/kernel/decision'
import { documentRefs } from '@/src/domain/kernel/documentRefs'
import { idOf } from '@/src/domain/kernel/idOf'
import { type CostCorrectionLine, costCorrectionContributions } from '@/src/domain/stock/costCorrection'
import { cancelDraft } from '@/src/engine/cancelDraft'
import { costCorrectionKind } from '@/src/domain/stock/costCorrectionKind'
import { defineDocument } from '@/src/engine/define'
import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { invalid } from '@/src/engine/inputFindings'

import { receiptOf } from './correctedReceipt'
import { postCorrection } from './postCorrection'
import { reverseCorrection } from './reverseCorrection'

type CorrectionDocument = Stored<'cost-corrections'>

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

/** 成本调整单: the cost of a posted receipt put right, late. */
defineDocument<CorrectionDocument>({
  ...costCorrectionKind,
  prepare: prepareCorrection,
  contributions: costCorrectionContributions,
  standsOn: [{ on: 'stock-receipts', in: 'document', column: 'receipt_id', gone: ['draft', 'reversed', 'cancelled'] }],
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
