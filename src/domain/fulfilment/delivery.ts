import type { DeliveryStatus } from './deliverySteps'
import type { EarlierPart } from '../orders/earlierPart'
import type { SalesHeader, SalesLine } from '../orders/order'

export type { DeliveryStatus }

export type DeliveryLine = SalesLine & {
  orderLine?: string | null
  order?: number | null
  /** the part beyond the order, which nothing reserves, and the part that replaces returned goods, which is not billed again */
  overQty?: number | null
  replacementQty?: number | null
  /** what was invoiced or returned when the order changed; it keeps its amounts */
  earlier?: EarlierPart | null
}

export type Delivery = SalesHeader & {
  status: DeliveryStatus
  kind: 'standard' | 'sample'
  loan?: boolean | null
  /** the day lent pieces are to come back */
  dueBack?: string | null
  /** a draft whose order has changed since: it holds nothing until it is refreshed */
  stale?: boolean | null
  lines: DeliveryLine[]
}
