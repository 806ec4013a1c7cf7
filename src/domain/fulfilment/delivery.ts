import type { DeliveryStatus } from './deliverySteps'
import type { SalesHeader, SalesLine } from '../orders/order'

export type { DeliveryStatus }

export type DeliveryLine = SalesLine & {
  orderLine?: string | null
  order?: number | null
  issueCost?: number | null
  /** the part beyond the order, which nothing reserves, and the part that replaces returned goods, which is not billed again */
  overQty?: number | null
  replacementQty?: number | null
}

export type Delivery = SalesHeader & {
  status: DeliveryStatus
  kind: 'standard' | 'sample'
  loan?: boolean | null
  /** the day lent pieces are to come back */
  dueBack?: string | null
  lines: DeliveryLine[]
}
