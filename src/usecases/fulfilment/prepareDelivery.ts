import { carriedLine } from '@/src/domain/fulfilment/carriedLine'
import type { DeliveryLine } from '@/src/domain/fulfilment/delivery'
import { deliveryParts } from '@/src/domain/fulfilment/deliveryParts'
import { alsoTaken, nothingTaken, shareOf, type Taken } from '@/src/domain/fulfilment/shareOf'
import { addDays, isBusinessDate } from '@/src/domain/kernel/businessDate'
import { d, type Numeric } from '@/src/domain/kernel/decimal'
import { errorsIn, type Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { roundQty, toNumber } from '@/src/domain/kernel/money'
import type { Order, OrderLine } from '@/src/domain/orders/order'
import { takenShares } from '@/src/ledger/facts/sources'
import { warehouseFacts } from '@/src/ledger/facts/stock'
import { lineProgress } from '@/src/ledger/posted'

import type { VerbContext } from '@/src/engine/document'
import { prepareSalesDocument } from '../pricing/prepareSalesDocument'
import { invalid, quantityFindings, standingOf } from '@/src/engine/inputFindings'
import { warehouseRight } from '@/src/engine/warehouseRight'
import type { Stored } from '@/src/engine/documents/stored'
import { notProducedFindings } from '../samples/orderSupply'
import { carriedHeader, commonHeader } from './carriedHeader'
import { orderFindings, type OrderSources, overDeliveryFindings } from './judgeOrders'
import { linesOfOrders } from './sourceDocuments'

type DeliveryDocument = Stored<'deliveries'>
type Prepared = { doc: DeliveryDocument; findings: Finding[] }

/** Completes and validates a delivery as entered: from order lines, or (setting) directly priced. Never re-prices an order. */
export async function prepareDelivery(ctx: VerbContext<DeliveryDocument>): Promise<Prepared> {
  const lines = (Array.isArray(ctx.doc.lines) ? ctx.doc.lines : []).map((line) => ({ ...line, warehouse: idOf(line.warehouse) }))
  const doc = {
    ...ctx.doc,
    kind: ctx.doc.kind ?? 'standard',
    stale: false,
    creditStatus: ctx.stored?.['creditStatus'] ?? 'notChecked',
    dueBack: dueBackOf(ctx.doc),
    headerDiscount: ctx.doc.headerDiscount ?? 0,
    lines,
  }
  const direct = lines.filter(({ orderLine }) => !orderLine)
  if (direct.length === 0) return fromOrders({ ...ctx, doc })
  if (direct.length < lines.length || !ctx.settings.orders.directDeliveries) {
    const index = lines.findIndex(({ orderLine }) => !orderLine)
    return { doc, findings: [invalid(`lines.${index}.orderLine`, 'orderLine', null, 'a line of an approved order')] }
  }
  const prepared = await prepareSalesDocument({ ctx: { ...ctx, doc }, priced: true })
  const defaultWarehouse = await onlyWarehouse(ctx)
  return {
    ...prepared,
    doc: {
      ...prepared.doc,
      lines: prepared.doc.lines.map((line) => ({ ...line, order: null, warehouse: line.warehouse ?? defaultWarehouse })),
    },
  }
}

/** Lent pieces come back: they cost the customer nothing and use no credit. */
const lent = { net: 0, tax: 0, gross: 0, baseNet: 0, baseTax: 0, baseGross: 0 }
const loanDays = 30

function dueBackOf(doc: DeliveryDocument): string | null {
  if (!doc.loan) return null
  const date = String(doc.date).slice(0, 10)
  return doc.dueBack ? String(doc.dueBack).slice(0, 10) : isBusinessDate(date) ? addDays(date, loanDays) : null
}

function loanFindings(doc: DeliveryDocument): Finding[] {
  const from = String(doc.date).slice(0, 10)
  if (!doc.loan || !doc.dueBack || doc.dueBack >= from) return []
  return [{ code: 'INVALID_PERIOD', severity: 'error', path: 'dueBack', facts: { from, to: doc.dueBack } }]
}

const warehousesOf = (lines: readonly DeliveryLine[]): Array<number | null> => lines.map(({ warehouse }) => warehouse)

/** The warehouse goods leave when nobody said which: the only active goods warehouse, if there is only one. */
async function onlyWarehouse({ req }: Pick<VerbContext<unknown>, 'req'>): Promise<number | null> {
  const goods = [...(await warehouseFacts(req)).values()].filter(({ kind, active }) => kind === 'goods' && active)
  return goods.length === 1 ? (goods[0]?.id ?? null) : null
}

async function fromOrders(ctx: VerbContext<DeliveryDocument>): Promise<Prepared> {
  const { req, doc } = ctx
  const findings = quantityFindings(doc.lines)
  if (findings.length > 0) return { doc, findings }
  const ids = doc.lines.map(({ orderLine }) => String(orderLine))
  const sources: OrderSources = await linesOfOrders({ req, lines: ids, entered: true })
  ids.forEach((id, index) => {
    if (!sources.has(id)) findings.push(invalid(`lines.${index}.orderLine`, 'orderLine', id, 'a line of an approved order'))
  })
  const [first] = sources.values()
  if (findings.length > 0 || !first) return { doc, findings }
  findings.push(...(await warehouseFindings(ctx)), ...(await warehouseRight(ctx, warehousesOf(doc.lines))))
  findings.push(...loanFindings(doc))
  findings.push(...sameHeader(doc, first.doc, sources), ...orderFindings(doc.lines, sources, 'create-delivery'))
  if (!ctx.stored) findings.push(...(await standingOf(ctx, first.doc)))
  findings.push(...(await overDeliveryFindings(ctx, doc.lines, sources)))
  findings.push(...(await notProducedFindings(req, doc.lines, sources, doc.id)))
  if (errorsIn(findings).some(({ code }) => code === 'INVALID_INPUT')) return { doc, findings }
  return { doc: await withShares(ctx, first.doc, sources), findings }
}

async function warehouseFindings({ req, doc }: VerbContext<DeliveryDocument>): Promise<Finding[]> {
  const warehouses = await warehouseFacts(req)
  return doc.lines.flatMap(({ warehouse }, index): Finding[] =>
    warehouse === null || warehouses.get(warehouse)?.active
      ? []
      : [invalid(`lines.${index}.warehouse`, 'warehouse', warehouses.get(warehouse)?.code ?? warehouse, 'an active warehouse')],
  )
}

/** One delivery goes to one customer in one currency, rate and tax mode. */
function sameHeader(doc: DeliveryDocument, order: Order, sources: OrderSources): Finding[] {
  const customer = idOf(doc.customer)
  if (customer !== null && customer !== order.customer) {
    return [invalid('customer', 'customer', customer, `the customer of ${order.no}`)]
  }
  return doc.lines.flatMap(({ orderLine }, index): Finding[] => {
    const other = sources.get(String(orderLine))?.doc
    const differs = commonHeader.find((field) => other && other[field] !== order[field])
    return differs && other ? [invalid(`lines.${index}.orderLine`, differs, other[differs], String(order[differs]))] : []
  })
}

const stockQtyOf = (line: OrderLine, qty: number): number => toNumber(roundQty(d(qty).times(d(line.stockQty)).div(d(line.qty))))

async function withShares(ctx: VerbContext<DeliveryDocument>, order: Order, sources: OrderSources): Promise<DeliveryDocument> {
  const { req, doc } = ctx
  const progress = await lineProgress(req, [...sources.keys()])
  const taken = new Map<string, Taken & { replacing: Numeric }>(
    await takenShares({ req, by: 'deliveries', of: 'order_line', lines: [...sources.keys()], except: doc.id }),
  )
  const defaultWarehouse = await onlyWarehouse(ctx)
  const lines = doc.lines.map((line): DeliveryLine => {
    const source = sources.get(String(line.orderLine))
    if (!source) return line
    const before = taken.get(source.line.id) ?? { ...nothingTaken, replacing: 0 }
    const done = progress.get(source.line.id)
    const parts = deliveryParts(line.qty, {
      ordered: d(source.line.qty).minus(d(done?.shortClosed ?? 0)),
      replaced: done?.replaced ?? 0,
      taken: d(before.qty).plus(d(before.replacing)),
      takenAsReplacement: before.replacing,
    })
    const billed = d(line.qty).minus(parts.replacementQty)
    const share = shareOf({ line: source.line, qty: billed, taken: before })
    taken.set(source.line.id, { ...alsoTaken(before, billed, share), replacing: d(before.replacing).plus(parts.replacementQty) })
    const from = source.line
    return {
      ...line,
      ...carriedLine(line, from),
      free: doc.loan ? true : (from.free ?? false),
      earlier: null,
      order: source.doc.id,
      warehouse: line.warehouse ?? from.warehouse ?? defaultWarehouse,
      batchNo: line.batchNo || from.batchNo || null,
      ...parts,
      ...(doc.loan ? lent : share),
      stockQty: stockQtyOf(source.line, line.qty),
    }
  })
  const sum = (of: 'net' | 'tax' | 'gross'): number => toNumber(lines.reduce((total, line) => total.plus(d(line[of])), d(0)))
  return {
    ...doc,
    kind: order.kind === 'sample' ? 'sample' : doc.kind,
    ...carriedHeader(order),
    paymentTerms: order.paymentTerms ?? null,
    deliveryAddress: doc.deliveryAddress || order.deliveryAddress || null,
    headerDiscount: 0,
    lines,
    netTotal: sum('net'),
    taxTotal: sum('tax'),
    grossTotal: sum('gross'),
  }
}
