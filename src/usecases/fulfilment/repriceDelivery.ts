import type { DeliveryLine } from '@/src/domain/fulfilment/delivery'
import type { EarlierFigure, EarlierPart } from '@/src/domain/orders/earlierPart'
import { d, type Decimal } from '@/src/domain/kernel/decimal'
import { roundAmount, toNumber } from '@/src/domain/kernel/money'
import type { OrderLine } from '@/src/domain/orders/order'
import { takenShares } from '@/src/ledger/facts/sources'

import type { Verb } from '@/src/engine/document'
import { readDocument } from '@/src/engine/documents/readDocument'
import type { Stored } from '@/src/engine/documents/stored'

type DeliveryDocument = Stored<'deliveries'>

const figures = ['gross', 'net', 'baseGross', 'baseNet'] as const

/** The newest amount of one unit of an order line: what is not of the earlier part, evenly. */
function perUnit(line: OrderLine, figure: EarlierFigure): Decimal {
  const rest = d(line.qty).minus(d(line.earlier?.qty ?? 0))
  return rest.lte(0)
    ? d(0)
    : d(line[figure])
        .minus(d(line.earlier?.[figure] ?? 0))
        .div(rest)
}

/** A delivery line at the order's new price: what is invoiced of it keeps its amounts, the rest follows the order. */
function repriced(line: DeliveryLine, source: OrderLine, invoiced: EarlierPart | undefined): DeliveryLine {
  const billable = d(line.qty).minus(d(line.replacementQty ?? 0))
  const settled = invoiced && d(invoiced.qty).gt(0) ? invoiced : null
  const left = billable.minus(d(settled?.qty ?? 0))
  const amount = (figure: EarlierFigure): number =>
    toNumber(roundAmount(perUnit(source, figure).times(left)).plus(d(settled?.[figure] ?? 0)))
  const [gross = 0, net = 0, baseGross = 0, baseNet = 0] = figures.map(amount)
  const { price, priceSource, discountRate, taxRate, netPrice, grossPrice } = source
  return {
    ...line,
    ...{ price, discountRate: discountRate ?? 0, taxRate, netPrice, grossPrice, priceSource: priceSource ?? 'auto' },
    ...{ gross, net, tax: toNumber(d(gross).minus(d(net))), baseGross, baseNet, baseTax: toNumber(d(baseGross).minus(d(baseNet))) },
    earlier: settled
      ? (Object.fromEntries(Object.entries(settled).map(([name, value]) => [name, toNumber(d(value))])) as EarlierPart)
      : null,
  }
}

/** The order's price has changed: what this issued delivery has not invoiced yet is billed at the new one. Only the house calls it. */
export const repriceDelivery: Verb<DeliveryDocument, { order: number; lines: string[] }> = {
  name: 'reprice',
  label: { zh: '按订单变价', en: 'Take over the new price' },
  roles: [],
  offered: () => false,
  run: async ({ req, doc, body }) => {
    const order = await readDocument({ req, slug: 'orders', id: body.order, overrideAccess: true })
    const sources = new Map(order.lines.filter(({ id }) => body.lines.includes(id)).map((line) => [line.id, line]))
    const invoiced = await takenShares({
      req,
      by: 'invoices',
      of: 'delivery_line',
      lines: doc.lines.map(({ id }) => id),
      except: 0,
      approvedOnly: true,
    })
    const lines = doc.lines.map((line): DeliveryLine => {
      const source = line.orderLine ? sources.get(line.orderLine) : undefined
      const part = invoiced.get(line.id)
      if (!source) return line
      return repriced(
        line,
        source,
        part ? { qty: part.qty, gross: part.gross, net: part.net, baseGross: part.baseGross, baseNet: part.baseNet } : undefined,
      )
    })
    const sum = (of: 'net' | 'tax' | 'gross'): number => toNumber(lines.reduce((total, line) => total.plus(d(line[of])), d(0)))
    return { patch: { status: 'issued', lines, netTotal: sum('net'), taxTotal: sum('tax'), grossTotal: sum('gross') } }
  },
}
