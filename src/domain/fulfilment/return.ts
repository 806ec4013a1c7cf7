import type { SalesHeader, SalesLine } from '../orders/order'
import type { ReturnStatus } from './returnSteps'

export type ReturnKind = 'refund' | 'replace' | 'priceOnly'
export const returnKinds = ['refund', 'replace', 'priceOnly'] as const

/**
 * One returned quantity of one delivery line. net, tax, gross and the base amounts are what is to be credited: the share of the
 * original line for a refund at its price, the difference for price only, nothing for a replacement.
 */
export type ReturnLine = SalesLine & {
  deliveryLine: string
  delivery: number
  orderLine?: string | null
  order?: number | null
  originalPrice?: number | null
  /** cost value with which the goods come back: their share of the original issue cost; set when received */
  issueValue?: number | null
  /** no return warehouse exists: the goods lie frozen in the warehouse they left */
  frozen?: boolean | null
  restockQty?: number | null
  reworkQty?: number | null
  scrapQty?: number | null
  restockTo?: number | null
  reworkTo?: number | null
}

export type ReturnDocument = Omit<SalesHeader, 'opening'> & { status: ReturnStatus; kind: ReturnKind; lines: ReturnLine[] }
