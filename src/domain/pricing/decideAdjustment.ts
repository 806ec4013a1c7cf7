import { isBusinessDate } from '../kernel/businessDate'
import { d } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import type { ItemUnits } from './units'

/** What is known of the records a line names; null = there is none, or not for this person. */
export type AdjustmentScope = {
  item: (ItemUnits & { code: string; active: boolean }) | null
  itemCategory: boolean
  customer: { code: string; name: string; status: 'active' | 'frozen' | 'disabled' } | null
  customerCategory: boolean
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined && value !== ''
const isFigure = (value: unknown): boolean => isGiven(value) && typeof value !== 'boolean' && Number.isFinite(Number(value))

/**
 * Whether one line of an adjustment can become a price: it names one item or item category and at most one customer or customer
 * category, all of them in use; a price of 0 or more; a break above 0; a unit the item knows; a last day not before the first.
 */
export function decideAdjustmentLine({
  line,
  index,
  scope,
  effectiveFrom,
}: {
  /** as entered, ids resolved */
  line: Readonly<Record<string, unknown>>
  index: number
  scope: AdjustmentScope
  effectiveFrom: string
}): Finding[] {
  const findings: Finding[] = []
  const wrong = (field: string, accepted: string, value: unknown = line[field]): number =>
    findings.push({
      code: 'INVALID_INPUT',
      severity: 'error',
      path: `lines.${index}.${field}`,
      facts: { field, value: value ?? null, accepted },
    })
  const named = (field: keyof AdjustmentScope): boolean => isGiven(line[field])
  if (!named('item') && !named('itemCategory')) wrong('item', 'an item or an item category')
  if (named('item') && named('itemCategory')) wrong('itemCategory', 'an item or an item category, not both')
  if (named('customer') && named('customerCategory')) wrong('customerCategory', 'a customer or a customer category, not both')
  for (const field of ['item', 'itemCategory', 'customer', 'customerCategory'] as const)
    if (named(field) && !scope[field]) wrong(field, 'id of a record')
  if (scope.item && !scope.item.active) wrong('item', 'an active item', scope.item.code)
  if (scope.customer?.status === 'disabled')
    findings.push({
      code: 'CUSTOMER_DISABLED',
      severity: 'error',
      path: `lines.${index}.customer`,
      facts: { customer: scope.customer.code, name: scope.customer.name },
      remedy: { action: 'enable' },
    })
  if (isGiven(line['unit'])) {
    const units = scope.item ? [scope.item.unit, ...(scope.item.units ?? []).map(({ unit }) => unit)] : []
    if (named('itemCategory') && !named('item')) wrong('unit', 'empty: prices of a category are per stock unit')
    else if (scope.item && !units.includes(String(line['unit']))) wrong('unit', units.join(', '))
  }
  if (!isFigure(line['newPrice']) || Number(line['newPrice']) < 0 || Number(line['newPrice']) > 1e9) wrong('newPrice', '≥ 0')
  else if (d(Number(line['newPrice'])).decimalPlaces() > 6) wrong('newPrice', '≤ 6 decimals')
  if (isGiven(line['minQty'])) {
    if (!isFigure(line['minQty']) || Number(line['minQty']) <= 0 || Number(line['minQty']) > 1e11) wrong('minQty', '> 0')
    else if (d(Number(line['minQty'])).decimalPlaces() > 4) wrong('minQty', '≤ 4 decimals')
  }
  if (isGiven(line['priority']) && !(Number.isInteger(Number(line['priority'])) && Number(line['priority']) >= 0))
    wrong('priority', '0, 1, 2 …')
  if (isGiven(line['currency']) && !/^[A-Z]{3}$/.test(String(line['currency']))) wrong('currency', 'CNY, USD, EUR …')
  if (isGiven(line['validTo'])) {
    const last = String(line['validTo']).slice(0, 10)
    if (!isBusinessDate(last)) wrong('validTo', 'YYYY-MM-DD')
    else if (last < effectiveFrom)
      findings.push({ code: 'INVALID_PERIOD', severity: 'error', path: `lines.${index}.validTo`, facts: { from: effectiveFrom, to: last } })
  }
  return findings
}
