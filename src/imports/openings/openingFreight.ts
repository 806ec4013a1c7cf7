import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { type Freight, taxFreight } from '@/src/domain/pricing/freight'

import type { Group } from './groupedKind'
import type { LineHeader } from './openingLine'

/** Freight of a document from elsewhere, its own and that of its lines, told with its tax where the file says the rate; `sign` −1 turns that of a return round. */
export function openingFreight(
  { head, rows }: Pick<Group, 'head' | 'rows'>,
  { taxMode }: Pick<LineHeader, 'taxMode'>,
  sign: 1 | -1 = 1,
): Freight {
  const ofLines = rows.reduce((sum, { values }) => sum.plus(d(Number(values['lineFreight'] ?? 0))), d(0))
  const told = d(Number(head['freight'] ?? 0))
    .plus(ofLines)
    .times(sign)
  if (told.isZero()) return {}
  const rate = head['freightTaxRate'] === undefined || head['freightTaxRate'] === null ? null : Number(head['freightTaxRate'])
  if (rate === null) return { freight: toNumber(told) }
  const { gross, net } = taxFreight({ freight: told, taxRate: rate, mode: 'inclusive' })
  return {
    freight: toNumber(taxMode === 'inclusive' ? gross : net),
    freightTaxRate: rate,
    freightNet: toNumber(net),
    freightTax: toNumber(gross.minus(net)),
    freightTyped: true,
  }
}
