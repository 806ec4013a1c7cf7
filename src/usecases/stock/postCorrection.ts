import { d } from '@/src/domain/kernel/decimal'
import { roundAmount, toNumber } from '@/src/domain/kernel/money'
import type { CostCorrectionLine, CostShare } from '@/src/domain/stock/costCorrection'
import { spreadCorrection } from '@/src/domain/stock/spreadCorrection'
import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { refuse } from '@/src/engine/refusal'
import { poolSince, receiptValues } from '@/src/ledger/facts/corrections'
import { lockStock } from '@/src/ledger/locks'

import { followUp, receiptOf } from './correctedReceipt'

type CorrectionDocument = Stored<'cost-corrections'>

/** 记账: the difference is spread over what is left and what was sold meanwhile; approved invoices carry their part. */
export const postCorrection: Verb<CorrectionDocument> = {
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
