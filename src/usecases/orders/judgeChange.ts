import { asksForMore } from '@/src/domain/customers/standing'
import { d } from '@/src/domain/kernel/decimal'
import { errorsIn, type Finding } from '@/src/domain/kernel/decision'
import type { OrderLine } from '@/src/domain/orders/order'
import { type ChangeLine, changeLines, type FieldDifference } from '@/src/domain/orders/orderChange'
import type { RepricedLine } from '@/src/domain/orders/lineParts'
import { type AskedFreight, asksFreight, type ChangedFreight, changedFreight } from '@/src/domain/pricing/changedFreight'
import { withFreight } from '@/src/domain/pricing/freight'
import { chargedFreight } from '@/src/ledger/facts/chargedFreight'
import { itemFacts } from '@/src/ledger/facts/items'
import { namedLines } from '@/src/ledger/facts/deliveriesOfLines'
import { lineProgress } from '@/src/ledger/posted'

import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { standingOf } from '@/src/engine/inputFindings'
import { discountFindings } from '../pricing/maximumDiscount'
import { keptBreaks } from '../pricing/keptBreaks'
import { quotedRises } from './quotedPrices'
import { type Recomputed, recomputeOrder } from './recomputeOrder'

type OrderDocument = Stored<'orders'>

export type JudgedChange = {
  doc: OrderDocument
  findings: Finding[]
  differences: FieldDifference[]
  /** lines that are changed, or come to another amount because another one is */
  touched: string[]
  priceChanged: string[]
  /** delivered lines that are billed at a new amount */
  repriced: RepricedLine[]
  /** what is not billed of the freight comes to another amount */
  freightChanged: boolean
}

/** What of the header discount nothing is left to carry. */
const lapsed = (order: OrderDocument, doc: OrderDocument): FieldDifference => ({
  line: '',
  item: null,
  field: 'headerDiscount',
  before: order.headerDiscount ?? 0,
  after: doc.headerDiscount ?? 0,
})

/** The freight of the order as it becomes; one without freight, before and after, asks nothing of the books. */
async function freightAfter({
  ctx,
  order,
  change,
  computed: { doc, billable },
}: {
  ctx: VerbContext<OrderDocument, unknown>
  order: OrderDocument
  change: AskedFreight
  computed: Recomputed
}): Promise<ChangedFreight> {
  const charged = d(order.freight ?? 0).isZero() ? { gross: 0, net: 0 } : await chargedFreight(ctx.req, order.id)
  const rates = doc.lines.map(({ taxRate }) => taxRate ?? null)
  return changedFreight({ order, asked: change, mode: order.taxMode, rates, charged, billable })
}

/** The order as it becomes by these changes, judged on the figures of this moment: call it under the order's lock. */
export async function judgeChange({
  ctx,
  order,
  change,
}: {
  ctx: VerbContext<OrderDocument, unknown>
  order: OrderDocument
  change: AskedFreight & { lines: readonly ChangeLine[] }
}): Promise<JudgedChange> {
  const changes = change.lines
  const ids = order.lines.map(({ id }) => id)
  const { lines, differences, findings, touched, priceChanged } = changeLines({
    order,
    changes,
    processed: await lineProgress(ctx.req, ids),
    named: await namedLines(ctx.req, ids),
    besides: asksFreight(order, change),
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
  if (errorsIn(named).length === 0) named.push(...(await quotedRises({ req: ctx.req, order, lines, changes })))
  const judged = { differences, touched, priceChanged, repriced: [], freightChanged: false }
  if (errorsIn(named).length > 0) return { ...judged, doc: order, findings: named }
  const entered = lines.map((line): OrderLine => ({ ...line, price: line.free ? 0 : (line.price ?? null) }))
  const computed = await recomputeOrder({ ctx, stored: order, doc: { ...order, lines: entered } })
  const { headerRate, repriced, moved } = computed
  const freight = await freightAfter({ ctx, order, change, computed })
  const doc = errorsIn(computed.findings).length > 0 ? computed.doc : withFreight(computed.doc, freight.freight)
  const changedItems = await itemFacts(
    ctx.req,
    doc.lines.map(({ item }) => item),
  )
  const breaks = await keptBreaks({ ctx, order, lines: doc.lines, changes })
  const discounts = discountFindings({ ctx: { ...ctx, stored: order }, lines: doc.lines, items: changedItems, headerRate })
  const standing = asksForMore(order.lines, doc.lines) ? await standingOf(ctx, order) : []
  return {
    ...judged,
    doc,
    repriced,
    touched: [...new Set([...touched, ...moved])],
    freightChanged: freight.differences.length > 0,
    differences: [
      ...differences,
      ...(d(doc.headerDiscount ?? 0).eq(d(order.headerDiscount ?? 0)) ? [] : [lapsed(order, doc)]),
      ...freight.differences.map((difference) => ({ line: '', item: null, ...difference })),
    ],
    findings: [
      ...named,
      ...standing,
      ...freight.findings,
      ...computed.findings,
      ...(errorsIn(computed.findings).length > 0 ? [] : [...discounts, ...breaks]),
    ],
  }
}
