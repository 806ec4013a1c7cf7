import type { Steps } from '../kernel/steps'
import { d, type Numeric } from '../kernel/decimal'

export const priceReleaseStatuses = ['open', 'released', 'rejected', 'void'] as const
export type PriceReleaseStatus = (typeof priceReleaseStatuses)[number]

/** 低价放行: open until somebody entitled decides; void when the document no longer asks for it or asks for other prices. */
export const priceReleaseSteps = {
  open: { release: 'released', reject: 'rejected', explain: 'open', void: 'void' },
  released: { reject: 'rejected', void: 'void' },
} as const satisfies Steps<PriceReleaseStatus>

/** 低价放行: the request to let lines of one document pass below their minimum, with the version they were seen at. */
export type PriceRelease = {
  status: PriceReleaseStatus
  documentSlug: string
  documentId: number
  documentNo: string
  documentVersion: number
  documentPreparedBy: number | null
  salesperson: number | null
  decision?: string | null
  lines: Array<{
    sourceLine: string
    item: number
    qty: number
    unit: string
    price: number
    netUnitPrice: number
    minPrice: number
    minSource: string
  }>
}

export type ReleasedPrice = { sourceLine: string; item: number; netUnitPrice: Numeric }

/**
 * Whether a release covers a line: the same line (or the quote line it came from) and item, at the released price or above. 40
 * released: 40 and 41 stand, 39.99 asks again.
 */
export const coversPrice = (
  released: readonly ReleasedPrice[],
  line: { id: string; quoteLine?: string | null; item: number; netUnitPrice: Numeric },
): boolean =>
  released.some(
    ({ sourceLine, item, netUnitPrice }) =>
      (sourceLine === line.id || sourceLine === line.quoteLine) && item === line.item && d(line.netUnitPrice).gte(d(netUnitPrice)),
  )
