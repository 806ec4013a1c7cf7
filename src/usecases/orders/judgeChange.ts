import type { Finding } from '@/src/domain/kernel/decision'
import type { OrderLine } from '@/src/domain/orders/order'
import { type ChangeLine, changeLines, type FieldDifference } from '@/src/domain/orders/orderChange'
import { itemFacts } from '@/src/ledger/facts/items'
import { namedLines } from '@/src/ledger/facts/deliveriesOfLines'
import { lineProgress } from '@/src/ledger/posted'

import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { recomputeOrder } from './recomputeOrder'

type OrderDocument = Stored<'orders'>

export type JudgedChange = {
  doc: OrderDocument
  findings: Finding[]
  differences: FieldDifference[]
  touched: string[]
  priceChanged: string[]
}

/** The order as it becomes by these changes, judged on the figures of this moment: call it under the order's lock. */
export async function judgeChange({
  ctx,
  order,
  changes,
}: {
  ctx: VerbContext<OrderDocument, unknown>
  order: OrderDocument
  changes: readonly ChangeLine[]
}): Promise<JudgedChange> {
  const ids = order.lines.map(({ id }) => id)
  const { lines, differences, findings, touched, priceChanged } = changeLines({
    order,
    changes,
    processed: await lineProgress(ctx.req, ids),
    named: await namedLines(ctx.req, ids),
  })
  const items = await itemFacts(
    ctx.req,
    order.lines.map(({ item }) => item),
  )
  const named = findings.map((finding) =>
    typeof finding.facts['item'] === 'number'
      ? { ...finding, facts: { ...finding.facts, item: items.get(finding.facts['item'])?.code ?? finding.facts['item'] } }
      : finding,
  )
  if (named.some(({ severity }) => severity === 'error')) return { doc: order, findings: named, differences, touched, priceChanged }
  const entered = lines.map((line): OrderLine => ({ ...line, price: line.free ? 0 : (line.price ?? null) }))
  const computed = await recomputeOrder({ ctx, stored: order, doc: { ...order, lines: entered }, priceChanged })
  return { doc: computed.doc, findings: [...named, ...computed.findings], differences, touched, priceChanged }
}
