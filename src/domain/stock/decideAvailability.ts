import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { toNumber } from '../kernel/money'

export type AvailabilityMode = 'control' | 'check' | 'off'

/** The demand of one document on one stock key: all its lines on that key summed. Quantities in stock units. */
export type AvailabilityDemand = {
  item: number | string
  /** null = over all warehouses that count as available */
  warehouse: number | string | null
  /** null = whatever batch */
  batchNo: string | null
  /** new demand minus what the document, or the order it comes from, holds already */
  demandIncrease: Numeric
  /** what the document needs in all on this key */
  required: Numeric
  /** available before the document changes anything, i.e. beside what it holds already */
  availableBefore: Numeric
  mode: AvailabilityMode
  /** positions of the lines on this key; the first one carries the finding */
  indexes: readonly number[]
}

/** The mode of an item: its own, else its category's, else the company's (V-06). 'inherit' and empty pass on. */
export function availabilityModeOf(
  levels: readonly (AvailabilityMode | 'inherit' | null | undefined)[],
  company: AvailabilityMode,
): AvailabilityMode {
  return levels.find((mode): mode is AvailabilityMode => mode === 'control' || mode === 'check' || mode === 'off') ?? company
}

/**
 * Availability (可用量): control refuses, check warns, off says nothing. A document may take what is free plus what it or its order
 * holds already, so a delivery of an order asks nothing twice (V-03): order 40, deliver 41 with 0 free → required 41, available 40.
 * What does not raise the demand always passes.
 */
export function decideAvailability(demands: readonly AvailabilityDemand[]): Finding[] {
  return demands.flatMap((demand): Finding[] => {
    const increase = d(demand.demandIncrease)
    const before = d(demand.availableBefore)
    if (demand.mode === 'off' || increase.lte(0) || increase.lte(before)) return []
    // what is taken back (a reversed receipt) needs nothing afterwards; then the increase itself is what is required
    const required = Decimal.max(d(demand.required), increase)
    const available = before.plus(required).minus(increase)
    const { item, warehouse, batchNo } = demand
    return [
      {
        code: 'NOT_AVAILABLE',
        severity: demand.mode === 'control' ? 'error' : 'warning',
        path: `lines.${demand.indexes[0] ?? 0}.qty`,
        facts: {
          item,
          warehouse,
          batchNo,
          required: toNumber(required),
          available: toNumber(available),
          lines: [...demand.indexes],
        },
        remedy: available.gt(0) ? { action: 'reduceQty', facts: { qty: toNumber(available) } } : { action: 'receiveStock' },
      },
    ]
  })
}
