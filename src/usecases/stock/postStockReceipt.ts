import { d } from '@/src/domain/kernel/decimal'
import { maySee } from '@/src/domain/people/sight'
import { costOfReceipt } from '@/src/domain/stock/costOfReceipt'
import type { Verb, VerbContext } from '@/src/engine/document'
import { createDocument } from '@/src/engine/documents/createDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { forTheHouse } from '@/src/engine/operation'
import { itemFactsUnderLock } from '@/src/ledger/facts/items'
import { lockStock } from '@/src/ledger/locks'

import { notify, peopleWithRole } from '../control/notify'
import { postStockDocument } from './postStockDocument'
import { postingRight } from './stockLines'
import { unknownCosts } from '@/src/engine/unknownCosts'

type Receipt = Stored<'stock-receipts'>
type Settled = { lines: Receipt['lines']; toConfirm: Array<{ receiptLine: string; cost: number }> }

/** Costs as they are booked. Whoever knows costs answers for those he typed; others for what is near the cost known. */
async function settledCosts({ req, doc, actor, settings }: VerbContext<Receipt, unknown>): Promise<Settled> {
  const tolerance = settings.control.costTolerance ?? null
  if (actor === null || tolerance === null || maySee(actor, 'cost')) return { lines: doc.lines, toConfirm: [] }
  await lockStock({ req, keys: doc.lines.map(({ item, batchNo }) => ({ item, warehouse: doc.warehouse, batchNo: batchNo ?? '' })) })
  const items = await itemFactsUnderLock(
    req,
    doc.lines.map(({ item }) => item),
  )
  const settled: Settled = { lines: [], toConfirm: [] }
  for (const line of doc.lines) {
    // without a cost there is nothing to confirm: it is taken from what is known
    if (typeof line.cost !== 'number') {
      settled.lines.push(line)
      continue
    }
    const item = items.get(line.item)
    const known = settings.pricing.costBasis === 'latest' ? item?.latestCost : (item?.averageCost ?? item?.latestCost)
    const expected = known == null || d(line.qty).isZero() ? null : d(known).times(line.stockQty).div(line.qty)
    const { cost, isToConfirm } = costOfReceipt({ typed: line.cost, expected, tolerance })
    settled.lines.push({ ...line, cost })
    if (isToConfirm) settled.toConfirm.push({ receiptLine: line.id, cost: line.cost })
  }
  return settled
}

const reason = '仓库录入的成本超出允许偏差，请财务确认 / Entered by the warehouse beyond the tolerance, for finance to confirm'

/**
 * 记账 of a receipt. A cost that whoever posts it cannot know, and that is far from the one the books know, is not booked: the goods come in
 * at the cost known, and the typed one becomes a draft correction, which finance posts or cancels. The answer is the same whatever was typed.
 */
export const postStockReceipt: Verb<Receipt> = {
  name: 'post',
  label: postStockDocument.label,
  roles: postStockDocument.roles,
  run: async (ctx) => {
    const { req, doc, actor, now } = ctx
    const findings = [...(await postingRight(ctx, 'warehouse', doc.warehouse)), ...(await unknownCosts(req, doc.lines))]
    const { lines, toConfirm } = await settledCosts(ctx)
    const posted = { status: 'posted' as const, approvedBy: actor?.id ?? null, approvedAt: now.instant }
    if (toConfirm.length === 0) return { patch: posted, findings }
    return {
      patch: { ...posted, lines },
      findings,
      after: (stored) =>
        forTheHouse(req, async () => {
          const data = { date: now.date, receipt: stored.id, reason, lines: toConfirm }
          const correction = await createDocument({ req, slug: 'cost-corrections', data, overrideAccess: true })
          await notify({
            req,
            people: await peopleWithRole(req, 'finance'),
            kind: 'costToConfirm',
            key: `cost-to-confirm-${String(correction.id)}`,
            title: { zh: `成本待确认：${stored.no}`, en: `Cost to confirm: ${stored.no}` },
            text: {
              zh: `${stored.no} 有 ${String(toConfirm.length)} 行成本与账面相差过大，已按账面成本入账。请审核 ${correction.no}：记账即采用录入的成本，取消即保留账面成本`,
              en: `${stored.no}: ${String(toConfirm.length)} cost(s) far from the books, booked at the cost known. Post ${correction.no} to take what was entered, cancel it to keep the books`,
            },
            related: { slug: 'cost-corrections', id: correction.id },
          })
        }),
    }
  },
}
