import type { DeliveryLine } from '@/src/domain/fulfilment/delivery'
import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import type { RepricedLine } from '@/src/domain/orders/lineParts'
import type { Order } from '@/src/domain/orders/order'

import type { Verb } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

type DeliveryDocument = Stored<'deliveries'>

/** The order's amounts have changed: what this issued delivery has not invoiced yet is billed at the new ones. Only the house calls it. */
export const repriceDelivery: Verb<DeliveryDocument, { order: Pick<Order, 'lines'>; lines: RepricedLine[] }> = {
  name: 'reprice',
  label: { zh: '按订单变价', en: 'Take over the new price' },
  roles: [],
  offered: () => false,
  run: ({ doc, body }) => {
    const terms = new Map(body.order.lines.map((line) => [line.id, line]))
    const lines = doc.lines.map((line): DeliveryLine => {
      const part = body.lines.find((repriced) => repriced.line === line.id)
      const source = part && terms.get(part.orderLine)
      if (!part || !source) return line
      const { gross, net, baseGross, baseNet, earlier } = part
      const { price, priceSource, discountRate, taxRate, netPrice, grossPrice } = source
      return {
        ...line,
        ...{ price, discountRate: discountRate ?? 0, taxRate, netPrice, grossPrice, priceSource: priceSource ?? 'auto' },
        ...{ gross, net, tax: toNumber(d(gross).minus(d(net))), baseGross, baseNet, baseTax: toNumber(d(baseGross).minus(d(baseNet))) },
        earlier,
      }
    })
    const sum = (of: 'net' | 'tax' | 'gross'): number => toNumber(lines.reduce((total, line) => total.plus(d(line[of])), d(0)))
    return Promise.resolve({ patch: { status: 'issued', lines, netTotal: sum('net'), taxTotal: sum('tax'), grossTotal: sum('gross') } })
  },
}
