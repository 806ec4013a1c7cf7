import { d, Decimal } from '../kernel/decimal'
import { listPrice as listPriceLevel, policyLevels, type PolicyLevel, type PolicyRow, type PolicyScope } from './policyLevels'
import { gradePrice, text, withGrade, type Line } from './pricedLine'
import type { LossReason, PriceFacts, TraceStep } from './priceFacts'

/** A row at its level. What it would give the line is worked out when somebody asks (`priceByRow`): most rows only lose. */
export type Ranked = {
  row: PolicyRow
  level: PolicyLevel
  /** place of the level in the policy, 0 = most specific */
  rank: number
  distance: readonly [number, number]
  minQty: Decimal
}

/** The policy rows that apply to a line, the winner first. */
export function rankPolicies(line: Line): Ranked[] {
  const scope: PolicyScope = { customer: line.facts.customer, item: line.facts.item }
  const found: Ranked[] = []
  for (const row of line.facts.policies) {
    const entry = atItsLevel(row, scope, line)
    if (entry) found.push(entry)
  }
  return found.length > 1 ? found.sort(byPrecedence(line.facts)) : found
}

const isGiven = (figure: PolicyRow['price']): boolean => figure !== null && figure !== undefined && figure !== ''

/** A row with a discount needs a list price to take it off. */
const givesPrice = (row: PolicyRow, { list }: Line): boolean => isGiven(row.price) || (isGiven(row.discountRate) && list !== null)

function atItsLevel(row: PolicyRow, scope: PolicyScope, line: Line): Ranked | null {
  const minQty = d(row.minQty)
  if (!applies(row, line) || minQty.gt(line.stockQty) || !givesPrice(row, line)) return null
  for (let rank = 0; rank < policyLevels.length; rank += 1) {
    const level = policyLevels[rank] as PolicyLevel
    const distance = level.distance(row, scope)
    if (distance !== null) return { row, level, rank, distance, minQty }
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

const byPrecedence =
  (facts: PriceFacts) =>
  (a: Ranked, b: Ranked): number =>
    a.rank - b.rank ||
    a.distance[0] - b.distance[0] ||
    a.distance[1] - b.distance[1] ||
    b.minQty.cmp(a.minQty) ||
    (b.row.validFrom ?? '').localeCompare(a.row.validFrom ?? '') ||
    (b.row.priority ?? 0) - (a.row.priority ?? 0) ||
    Number(isOtherUnit(b.row, facts)) - Number(isOtherUnit(a.row, facts)) ||
    // a true tie is refused when the policy is saved; imported ones still resolve the same way every time
    String(b.row.id).localeCompare(String(a.row.id), 'en', { numeric: true })

/** What the row gives before the credit grade, per line unit: its price, or percent off the list price. */
function entered(row: PolicyRow, { facts, factor, list }: Line): Decimal {
  if (!isGiven(row.price) && list) return list.times(new Decimal(1).minus(d(row.discountRate).div(100)))
  return isOtherUnit(row, facts) || facts.unit === facts.item.unit ? d(row.price) : d(row.price).times(factor)
}

/** The price a row gives the line. */
export const priceByRow = ({ row }: Ranked, line: Line): Decimal => gradePrice(line, entered(row, line), Boolean(row.net))

/** The price a row gives the line, with the steps that led to it. */
export function pricedByRow({ row, level, minQty }: Ranked, line: Line): { price: Decimal; steps: TraceStep[] } {
  const price = entered(row, line)
  const about = { policy: row.id, version: row.version ?? null, minQty: minQty.toString(), validFrom: row.validFrom ?? null }
  const steps: TraceStep[] =
    isGiven(row.price) || !line.list
      ? [{ rule: level.name, ...about, price: text(price) }]
      : [
          { rule: listPriceLevel.name, price: text(line.list) },
          { rule: level.name, ...about, discountRate: d(row.discountRate).toString(), price: text(price) },
        ]
  return withGrade(line, price, steps, Boolean(row.net))
}
