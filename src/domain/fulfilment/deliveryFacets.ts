import { d, type Decimal, type Numeric } from '../kernel/decimal'
import type { Facet } from '../orders/progress'

/** What has happened to one line of a delivery, from the books; `returned` is to be refunded, `replaced` to be delivered again. */
export type DeliveredLine = Record<'delivered' | 'returned' | 'replaced' | 'invoiced', Numeric>

const facet = (some: boolean, all: boolean): Facet => (some ? (all ? 'full' : 'partly') : 'none')

/** Billed as far as nothing kept is left to bill: goods that came back for a refund are not billed any more. */
export function deliveryBilling(lines: readonly DeliveredLine[]): Facet {
  const settled = ({ delivered, returned, invoiced }: DeliveredLine): boolean => d(invoiced).plus(d(returned)).gte(d(delivered))
  const begun = ({ delivered, returned, invoiced }: DeliveredLine): boolean =>
    d(invoiced).gt(0) || (d(delivered).gt(0) && d(returned).gte(d(delivered)))
  return facet(lines.some(begun), lines.every(settled))
}

/** Returned as far as goods came back, whatever for. */
export function deliveryReturned(lines: readonly DeliveredLine[]): Facet {
  const back = ({ returned, replaced }: DeliveredLine): Decimal => d(returned).plus(d(replaced))
  return facet(
    lines.some((line) => back(line).gt(0)),
    lines.every((line) => back(line).gte(d(line.delivered))),
  )
}
