import type { PayloadRequest } from 'payload'

import { d, Decimal } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import type { DeliveryLine } from '@/src/domain/fulfilment/delivery'
import type { Order, OrderLine } from '@/src/domain/orders/order'
import { isApprovedSample } from '@/src/domain/samples/sampleSteps'
import { producedFor, samplesOfItems, sampleWarehouses, workOrdersOf } from '@/src/ledger/facts/samples'
import { itemFacts } from '@/src/ledger/facts/items'
import { warehouseFacts } from '@/src/ledger/facts/stock'

import type { VerbContext } from '@/src/engine/document'
import { forTheHouse } from '@/src/engine/operation'
import { createDocument } from '@/src/engine/documents/createDocument'
import type { Stored } from '@/src/engine/documents/stored'

type OrderDocument = Stored<'orders'>

/** Where the pieces of a sample order come from: stock of engineering and production to order lie in the sample warehouse. */
export async function placeSampleLines(req: PayloadRequest, order: OrderDocument): Promise<OrderDocument> {
  if (order.kind !== 'sample' || !Array.isArray(order.lines)) return order
  const own = order.lines.filter(({ supply }) => supply === 'engineeringStock' || supply === 'production')
  if (own.length === 0) return order
  const places = await sampleWarehouses(
    req,
    own.map(({ item }) => item),
  )
  const warehouses = await warehouseFacts(req)
  const isSampleWarehouse = (id: number | null): boolean => id !== null && warehouses.get(id)?.kind === 'sample'
  return {
    ...order,
    lines: order.lines.map((line): OrderLine =>
      own.includes(line) && !isSampleWarehouse(line.warehouse) ? { ...line, warehouse: places.get(line.item) ?? line.warehouse } : line,
    ),
  }
}

/** Goods of a sample the customer has not approved are not ordered, unless as a sample order or waived by the general manager. */
export async function unapprovedSamples(
  { req, actor, stored }: Pick<VerbContext<OrderDocument>, 'req' | 'actor' | 'stored'>,
  order: OrderDocument,
): Promise<Finding[]> {
  if (order.kind === 'sample' || !Array.isArray(order.lines)) return []
  const waived = typeof stored?.['sampleWaiver'] === 'string' && stored['sampleWaiver'] !== ''
  const waives =
    actor?.roles.includes('generalManager') === true && typeof order['sampleWaiver'] === 'string' && order['sampleWaiver'].trim() !== ''
  if (waived || waives) return []
  const items = await itemFacts(
    req,
    order.lines.map(({ item }) => item),
  )
  const ofSamples = [...items.values()].flatMap(({ id, kind }) => (kind === 'sample' ? [id] : []))
  if (ofSamples.length === 0) return []
  const samples = await samplesOfItems(req, ofSamples)
  return order.lines.flatMap((line, index): Finding[] => {
    const sample = samples.get(line.item)
    if (!sample || sample.waiver || isApprovedSample(sample.status ?? '')) return []
    return [
      {
        code: 'SAMPLE_NOT_APPROVED',
        severity: 'error',
        path: `lines.${index}.item`,
        facts: { item: sample.code, sample: sample.no, status: sample.status },
        remedy: { action: 'waive', facts: { role: 'generalManager' } },
      },
    ]
  })
}

/**
 * Approving opens exactly one work order for every line produced to order, and the line names it. A line that has one (the order was
 * approved before) keeps it.
 */
export async function openWorkOrders(
  { req }: Pick<VerbContext<OrderDocument>, 'req'>,
  order: OrderDocument,
): Promise<Partial<OrderDocument>> {
  const lines = order.kind === 'sample' ? order.lines.filter(({ supply }) => supply === 'production') : []
  if (lines.length === 0) return {}
  const existing = new Map(
    (
      await workOrdersOf(
        req,
        lines.map(({ id }) => id),
      )
    ).map((row) => [row.orderLine, row.id]),
  )
  const samples = await samplesOfItems(
    req,
    lines.map(({ item }) => item),
  )
  for (const line of lines) {
    if (existing.has(line.id)) continue
    // who approves an order need not be of engineering
    const created = await forTheHouse(req, () =>
      createDocument({
        req,
        slug: 'sample-work-orders',
        data: {
          sample: samples.get(line.item)?.sample ?? null,
          item: line.item,
          order: order.id,
          orderLine: line.id,
          qty: line.stockQty,
          warehouse: line.warehouse,
          due: line.schedule?.[0]?.date ?? line.promised ?? null,
          customer: order.customer,
          salesperson: order.salesperson,
          department: order.department,
          preparedBy: order.preparedBy,
        },
        overrideAccess: true,
      }),
    )
    existing.set(line.id, created.id)
  }
  return {
    lines: order.lines.map((line) => (existing.has(line.id) ? { ...line, workOrder: existing.get(line.id) } : line)),
  } as Partial<OrderDocument>
}

/** How much of a line made to order may still be put on a delivery, in the line's unit; absent for all other lines. */
export async function deliverableProduced(req: PayloadRequest, lines: readonly OrderLine[]): Promise<Map<string, Decimal>> {
  const made = lines.filter(({ supply }) => supply === 'production')
  const produced = await producedFor(
    req,
    made.map(({ id }) => id),
    0,
  )
  return new Map(
    made.map((line): [string, Decimal] => {
      const row = produced.get(line.id)
      const left = Decimal.max(0, d(row?.completed ?? 0).minus(d(row?.taken ?? 0)))
      return [line.id, left.times(d(line.qty)).div(d(line.stockQty))]
    }),
  )
}

/** No piece leaves before it was made: what the work order has completed is the most that all deliveries together take. */
export async function notProducedFindings(
  req: PayloadRequest,
  lines: ReadonlyArray<Pick<DeliveryLine, 'orderLine' | 'qty'>>,
  sources: ReadonlyMap<string, { doc: Order; line: OrderLine }>,
  except: number,
): Promise<Finding[]> {
  const made = [...sources.values()].filter(({ doc, line }) => doc.kind === 'sample' && line.supply === 'production')
  if (made.length === 0) return []
  const produced = await producedFor(
    req,
    made.map(({ line }) => line.id),
    except,
  )
  const items = await itemFacts(
    req,
    made.map(({ line }) => line.item),
  )
  const wanted = new Map<string, Decimal>()
  return lines.flatMap(({ orderLine, qty }, index): Finding[] => {
    const line = made.find((source) => source.line.id === orderLine)?.line
    if (!line) return []
    const here = (wanted.get(line.id) ?? d(0)).plus(d(qty).times(d(line.stockQty)).div(d(line.qty)))
    wanted.set(line.id, here)
    const row = produced.get(line.id)
    const free = Decimal.max(0, d(row?.completed ?? 0).minus(d(row?.taken ?? 0)))
    if (here.lte(free)) return []
    return [
      {
        code: 'NOT_PRODUCED',
        severity: 'error',
        path: `lines.${index}.qty`,
        facts: {
          item: items.get(line.item)?.code ?? line.item,
          required: toNumber(here.plus(d(row?.taken ?? 0))),
          completed: toNumber(d(row?.completed ?? 0)),
          available: toNumber(free),
          workOrder: row?.workOrder ?? null,
        },
        remedy: { action: 'completeWorkOrder', facts: { qty: toNumber(free) } },
      },
    ]
  })
}
