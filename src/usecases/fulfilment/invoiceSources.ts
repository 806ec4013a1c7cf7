import { carriedLine } from '@/src/domain/fulfilment/carriedLine'
import type { DeliveryLine } from '@/src/domain/fulfilment/delivery'
import type { InvoiceLine } from '@/src/domain/fulfilment/invoice'
import { alsoTaken, type LineTotals, nothingTaken, shareOf, type Taken } from '@/src/domain/fulfilment/shareOf'
import { d, Decimal } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { groupBy } from '@/src/domain/kernel/groupBy'
import { toNumber } from '@/src/domain/kernel/money'
import type { OrderLine } from '@/src/domain/orders/order'
import { itemFacts } from '@/src/ledger/facts/items'
import { takenShares } from '@/src/ledger/facts/sources'
import { lineProgress } from '@/src/ledger/posted'

import type { VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import type { Stored } from '@/src/engine/documents/stored'
import { linesOfDeliveries, linesOfOrders } from './sourceDocuments'

type Source =
  { slug: 'deliveries'; doc: Stored<'deliveries'>; line: DeliveryLine } | { slug: 'orders'; doc: Stored<'orders'>; line: OrderLine }

/** The line an invoice line bills: its delivery line, else (order first) its order line. */
export type InvoiceSources = Map<string, Source>

export const sourceIdOf = (line: Partial<InvoiceLine>): string | null => line.deliveryLine || line.orderLine || null

/** Sources of all lines, locked: orders before deliveries. Unknown and invisible ones are absent. */
export async function invoiceSources({
  req,
  lines,
  entered,
}: {
  req: VerbContext<unknown>['req']
  lines: readonly InvoiceLine[]
  entered: boolean
}): Promise<InvoiceSources> {
  const ordered = lines.flatMap(({ deliveryLine, orderLine }) => (!deliveryLine && orderLine ? [orderLine] : []))
  const delivered = lines.flatMap(({ deliveryLine }) => (deliveryLine ? [deliveryLine] : []))
  const orders = await linesOfOrders({ req, lines: ordered, entered })
  const deliveries = await linesOfDeliveries({ req, lines: delivered, entered })
  return new Map<string, Source>([
    ...[...orders].map(([id, { doc, line }]) => [id, { slug: 'orders', doc, line }] as [string, Source]),
    ...[...deliveries].map(([id, { doc, line }]) => [id, { slug: 'deliveries', doc, line }] as [string, Source]),
  ])
}

/** Goods are billed once issued (no invoice from an unapproved delivery); order first only by setting, and not while on hold (O-07). */
export function sourceFindings(
  ctx: Pick<VerbContext<unknown>, 'settings'>,
  lines: readonly InvoiceLine[],
  sources: InvoiceSources,
  verb: string,
): Finding[] {
  return lines.flatMap((line, index): Finding[] => {
    const field = line.deliveryLine ? 'deliveryLine' : 'orderLine'
    const path = `lines.${index}.${field}`
    const source = sources.get(sourceIdOf(line) ?? '')
    if (!source) return [invalid(path, field, sourceIdOf(line), 'a line of an issued delivery')]
    const facts = { document: source.doc.no, status: source.doc.status, verb, allowed: [] }
    if (source.slug === 'deliveries') {
      return source.doc.status === 'issued'
        ? []
        : [{ code: 'ILLEGAL_STEP', about: source.slug, severity: 'error', path, facts, remedy: { action: 'issueDelivery' } }]
    }
    if (!ctx.settings.orders.directDeliveries) return [invalid(path, 'deliveryLine', null, 'a line of an issued delivery')]
    if (source.doc.status !== 'approved')
      return [{ code: 'ILLEGAL_STEP', about: source.slug, severity: 'error', path, facts, remedy: { action: 'approveOrder' } }]
    return source.doc.hold
      ? [{ code: 'ON_HOLD', severity: 'error', path, facts: { order: source.doc.no }, remedy: { action: 'resume' } }]
      : []
  })
}

/** Billable = delivered − returned − invoiced; order first: ordered − short-closed. Drafts of other invoices count as invoiced. */
export async function overInvoiceFindings(
  { req, stored }: Pick<VerbContext<Stored<'invoices'>>, 'req' | 'stored'>,
  lines: readonly InvoiceLine[],
  sources: InvoiceSources,
): Promise<Finding[]> {
  const progress = await lineProgress(req, [...sources.keys()])
  const items = await itemFacts(
    req,
    [...sources.values()].map(({ line }) => line.item),
  )
  const own = (id: string) =>
    (stored?.lines ?? []).filter((line) => sourceIdOf(line) === id).reduce((sum, line) => sum.plus(d(line.qty)), d(0))
  const numbered = lines.map((line, index) => ({ ...line, index }))
  return [...groupBy(numbered, (line) => sourceIdOf(line) ?? '')].flatMap(([id, group]): Finding[] => {
    const source = sources.get(id)
    if (!source) return []
    const done = progress.get(id)
    const whole =
      source.slug === 'deliveries'
        ? d(done?.delivered ?? 0)
        : Decimal.max(d(done?.delivered ?? 0), d(source.line.qty).minus(d(done?.shortClosed ?? 0)))
    const billed = d(done?.invoiced ?? 0)
      .plus(d(done?.invoicing ?? 0))
      .minus(own(id))
    const billable = Decimal.max(0, whole.minus(d(done?.returned ?? 0)).minus(billed))
    const qty = group.reduce((sum, line) => sum.plus(d(line.qty)), d(0))
    if (qty.lte(billable)) return []
    const item = items.get(source.line.item)?.code ?? source.line.item
    const facts = { item, qty: toNumber(qty), billable: toNumber(billable), excess: toNumber(qty.minus(billable)) }
    return [
      {
        code: 'OVER_INVOICE',
        severity: 'error',
        path: `lines.${group[0]?.index ?? 0}.qty`,
        facts,
        remedy: { action: 'reduceQty', facts: { qty: facts.billable } },
      },
    ]
  })
}

/** A delivery line as it is billed: without what replaces returned goods, which was billed with the goods that came back. */
function billableLine(source: Source): LineTotals {
  const replacing = source.slug === 'deliveries' ? d(source.line.replacementQty ?? 0) : d(0)
  if (replacing.isZero()) return source.line
  const qty = d(source.line.qty).minus(replacing)
  return { ...source.line, qty, stockQty: d(source.line.stockQty).times(qty).div(d(source.line.qty)) }
}

/** Lines with everything they take over from their source, and their exact share of its amounts (F2). Prices are never found anew. */
export async function withSourceShares(
  ctx: VerbContext<Stored<'invoices'>>,
  lines: readonly InvoiceLine[],
  sources: InvoiceSources,
): Promise<InvoiceLine[]> {
  const { req, doc } = ctx
  const idsOf = (slug: Source['slug']): string[] => [...sources].filter(([, source]) => source.slug === slug).map(([id]) => id)
  const taken = new Map<string, Taken>([
    ...(await takenShares({ req, by: 'invoices', of: 'delivery_line', lines: idsOf('deliveries'), except: doc.id })),
    ...(await takenShares({ req, by: 'invoices', of: 'order_line', lines: idsOf('orders'), except: doc.id })),
  ])
  return lines.map((line): InvoiceLine => {
    const source = sources.get(sourceIdOf(line) ?? '')
    if (!source) return line
    const before = taken.get(source.line.id) ?? nothingTaken
    const share = shareOf({ line: billableLine(source), qty: line.qty, taken: before })
    taken.set(source.line.id, alsoTaken(before, line.qty, share))
    const from = source.line
    return {
      ...line,
      ...carriedLine(line, from),
      warehouse: from.warehouse,
      batchNo: from.batchNo ?? null,
      costValue: null,
      ...(source.slug === 'deliveries'
        ? { deliveryLine: from.id, delivery: source.doc.id, orderLine: source.line.orderLine ?? null, order: source.line.order ?? null }
        : { deliveryLine: null, delivery: null, orderLine: from.id, order: source.doc.id }),
      ...share,
    }
  })
}
