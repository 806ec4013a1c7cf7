import { d, Decimal } from '../kernel/decimal'
import { listPrice as listPriceLevel, policyLevels, type PolicyLevel, type PolicyRow, type PolicyScope } from './policyLevels'
import { text, withGrade, type Line } from './pricedLine'
import type { LossReason, PriceFacts, TraceStep } from './priceFacts'

/** A row at its level with the price it would give this line. */
export type Ranked = {
  row: PolicyRow
  level: PolicyLevel
  distance: readonly [number, number]
  /** the quantity break, read once: sorting compares it often */
  minQty: Decimal
  price: Decimal
  steps: TraceStep[]
}

/** The policy rows that apply to a line, the winner first, each with the price it would give. */
export function rankPolicies(line: Line): Ranked[] {
  const { facts } = line
  const scope: PolicyScope = { customer: facts.customer, item: facts.item }
  return facts.policies
    .filter((row) => applies(row, line))
    .flatMap((row) => {
      const at = levelOf(row, scope)
      const minQty = d(row.minQty)
      const priced = at && minQty.lte(line.stockQty) ? pricedByRow(row, at.level, minQty, line) : null
      return at && priced ? [{ row, ...at, minQty, ...priced }] : []
    })
    .sort(byPrecedence(facts))
}

/** The first level the row belongs to for this line, and how far it is from it. */
function levelOf(row: PolicyRow, scope: PolicyScope): Pick<Ranked, 'level' | 'distance'> | null {
  for (const level of policyLevels) {
    const distance = level.distance(row, scope)
    if (distance) return { level, distance }
  }
  return null
}

/** Why a row lost against the winner, as the trace tells it. */
export function lossOf(loser: Ranked, winner: Ranked): LossReason {
  if (loser.level !== winner.level || loser.distance[0] !== winner.distance[0] || loser.distance[1] !== winner.distance[1])
    return 'lessSpecific'
  if (!loser.minQty.eq(winner.minQty)) return 'smallerBreak'
  return (loser.row.validFrom ?? '') === (winner.row.validFrom ?? '') ? 'lowerPriority' : 'earlierDate'
}

function applies(row: PolicyRow, { facts }: Line): boolean {
  if (row.currency && row.currency !== facts.currency) return false
  if (row.validFrom && row.validFrom > facts.date) return false
  if (row.validTo && row.validTo < facts.date) return false
  return !isOtherUnit(row, facts) || row.unit === facts.unit
}

const isOtherUnit = (row: PolicyRow, facts: PriceFacts): boolean => Boolean(row.unit) && row.unit !== facts.item.unit

/** Business dates compare as text; the later one first, none last. */
const later = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1)

const byPrecedence =
  (facts: PriceFacts) =>
  (a: Ranked, b: Ranked): number =>
    policyLevels.indexOf(a.level) - policyLevels.indexOf(b.level) ||
    a.distance[0] - b.distance[0] ||
    a.distance[1] - b.distance[1] ||
    b.minQty.cmp(a.minQty) ||
    later(a.row.validFrom ?? '', b.row.validFrom ?? '') ||
    (b.row.priority ?? 0) - (a.row.priority ?? 0) ||
    Number(isOtherUnit(b.row, facts)) - Number(isOtherUnit(a.row, facts)) ||
    // a true tie is refused when the policy is saved; imported ones still resolve the same way every time
    String(b.row.id).localeCompare(String(a.row.id), 'en', { numeric: true })

function pricedByRow(row: PolicyRow, level: PolicyLevel, minQty: Decimal, line: Line): Pick<Ranked, 'price' | 'steps'> | null {
  const { facts, factor, list } = line
  const about = { policy: row.id, version: row.version ?? null, minQty: minQty.toString(), validFrom: row.validFrom ?? null }
  if (row.price !== null && row.price !== undefined && row.price !== '') {
    const price = isOtherUnit(row, facts) ? d(row.price) : d(row.price).times(factor)
    return withGrade(line, price, [{ rule: level.name, ...about, price: text(price) }], Boolean(row.net))
  }
  if (row.discountRate === null || row.discountRate === undefined || row.discountRate === '' || !list) return null
  const price = list.times(new Decimal(1).minus(d(row.discountRate).div(100)))
  const steps: TraceStep[] = [
    { rule: listPriceLevel.name, price: text(list) },
    { rule: level.name, ...about, discountRate: d(row.discountRate).toString(), price: text(price) },
  ]
  return withGrade(line, price, steps, Boolean(row.net))
}
