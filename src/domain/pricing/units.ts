import { d, Decimal, type Numeric } from '../kernel/decimal'
import { roundQty } from '../kernel/money'

/** The stock unit of an item and its other units, each with how many stock units it holds: BOX = 12 PCS → factor 12. */
export type ItemUnits = { unit: string; units?: readonly { unit: string; factor: Numeric }[] | null }

/** Stock units in one of the given unit; an empty unit is the stock unit. null when the item does not know the unit. */
export function factorOf(item: ItemUnits, unit: string | null | undefined): Decimal | null {
  if (!unit || unit === item.unit) return new Decimal(1)
  const found = item.units?.find((u) => u.unit === unit)
  if (!found) return null
  const factor = d(found.factor)
  return factor.gt(0) ? factor : null
}

/** A quantity in the item's stock unit, 4 decimals. null when the item does not know the unit. */
export function toStockQty(line: { item: ItemUnits; unit?: string | null; qty: Numeric }): Decimal | null {
  const factor = factorOf(line.item, line.unit)
  return factor ? roundQty(d(line.qty).times(factor)) : null
}
