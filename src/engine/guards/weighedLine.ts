import type { Decimal } from '@/src/domain/kernel/decimal'
import type { SalesLine } from '@/src/domain/orders/order'
import type { MinimumPrice } from '@/src/domain/pricing/applicableMinimum'

/** A line with its net price per stock unit in base currency and the minimum it is held against. */
export type WeighedLine = {
  line: SalesLine & { quoteLine?: string | null }
  index: number
  code: string
  netUnitPrice: Decimal
  minimum: MinimumPrice | null
}
