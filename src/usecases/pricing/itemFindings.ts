import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import type { SalesLine } from '@/src/domain/orders/order'
import { factorOf } from '@/src/domain/pricing/units'
import type { ItemFacts } from '@/src/ledger/facts/items'

import { invalid } from '@/src/engine/inputFindings'

/**
 * A line that is new, or asks for another item or unit or for more, is judged by the item as it is today; one nobody touches is not: a
 * discontinued item or a removed unit does not stand in the way of the rest of the document.
 */
export function itemFindings(lines: readonly SalesLine[], items: ReadonlyMap<number, ItemFacts>, stored: readonly SalesLine[]): Finding[] {
  const before = new Map(stored.map((line) => [line.id, line]))
  return lines.flatMap((line, index): Finding[] => {
    const item = items.get(line.item)
    if (!item) return [invalid(`lines.${index}.item`, 'item', line.item, 'id of an item')]
    if (isUntouched(line, before.get(line.id))) return []
    if (!item.active) return [invalid(`lines.${index}.item`, 'item', item.code, 'an active item')]
    if (!factorOf(item, line.unit))
      return [invalid(`lines.${index}.unit`, 'unit', line.unit, [item.unit, ...item.units.map(({ unit }) => unit)].join(', '))]
    return []
  })
}

/** Whether a line asks for nothing that the stored one did not. */
export const isUntouched = (line: SalesLine, former: SalesLine | undefined): former is SalesLine =>
  former !== undefined && former.item === line.item && former.unit === (line.unit || former.unit) && !d(line.qty).gt(d(former.qty))
