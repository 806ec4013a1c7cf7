import { d } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import type { PolicyRow } from './policyLevels'

const scopeOf = (row: PolicyRow): string =>
  JSON.stringify([
    ...[row.customer, row.customerCategory, row.item, row.itemCategory, row.unit, row.currency].map((v) => String(v ?? '')),
    d(row.minQty).toString(),
    row.validFrom ?? '',
    row.priority ?? 0,
  ])

/**
 * Whether a price policy row may be saved: a period that ends before it begins is refused, and so is a second row equal in level,
 * break, date and priority (P-01), since nobody could say which of the two wins.
 */
export function decidePolicy(facts: { row: PolicyRow; others: readonly PolicyRow[] }): Finding[] {
  const { row, others } = facts
  const findings: Finding[] = []
  if (row.validFrom && row.validTo && row.validTo < row.validFrom) {
    findings.push({ code: 'INVALID_PERIOD', severity: 'error', path: 'validTo', facts: { from: row.validFrom, to: row.validTo } })
  }
  const twin = others.find((other) => String(other.id) !== String(row.id) && scopeOf(other) === scopeOf(row))
  if (twin) {
    const facts_ = { policy: twin.id, minQty: d(row.minQty).toNumber(), validFrom: row.validFrom ?? null, priority: row.priority ?? 0 }
    findings.push({ code: 'POLICY_AMBIGUOUS', severity: 'error', path: 'priority', facts: facts_, remedy: { action: 'changePriority' } })
  }
  return findings
}
