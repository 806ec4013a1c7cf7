import { d, Decimal } from '../kernel/decimal'
import { listPrice as listPriceLevel, policyLevels, type PolicyLevel, type PolicyRow, type PolicyScope } from './policyLevels'
import { text, withGrade, type Line } from './pricedLine'
import type { LossReason, PriceFacts, TraceStep } from './priceFacts'

/** A row at its level with the price it would give this line; the price is worked out when somebody asks, most rows only lose. */
export type Ranked = {
  row: PolicyRow
  level: PolicyLevel
  distance: readonly [number, number]
  minQty: Decimal
  readonly price: Decimal
  readonly steps: TraceStep[]
}

/** The policy rows that apply to a line, the winner first, each with the price it would give. */
export function rankPolicies(line: Line): Ranked[] {
  const { facts } = line
  const scope: PolicyScope = { customer: facts.customer, item: facts.item }
  return facts.policies
    .filter((row) => applies(row, line))
    .flatMap((row): Ranked[] => {
      for (const level of policyLevels) {
        const distance = level.distance(row, scope)
        if (distance !== null) return givesPrice(row, line) ? [ranked(row, level, distance, line)] : []
      }
      return []
    })
    .sort(byPrecedence(facts))
}

const isGiven = (figure: PolicyRow['price']): boolean => figure !== null && figure !== undefined && figure !== ''

/** A row with a discount needs a list price to take it off. */
const givesPrice = (row: PolicyRow, { list }: Line): boolean => isGiven(row.price) || (isGiven(row.discountRate) && list !== null)

function ranked(row: PolicyRow, level: PolicyLevel, distance: readonly [number, number], line: Line): Ranked {
  let known: { price: Decimal; steps: TraceStep[] } | undefined
  const priced = (): { price: Decimal; steps: TraceStep[] } => (known ??= pricedByRow(row, level, line))
  return {
    row,
    level,
    distance,
    minQty: d(row.minQty),
    get price() {
      return priced().price
    },
    get steps() {
      return priced().steps
    },
  }
}

/** Why a row lost against the winner, as the trace tells it. */
export function lossOf(loser: Ranked, winner: Ranked): LossReason {
  if (loser.level !== winner.level || loser.distance[0] !== winner.distance[0] || loser.distance[1] !== winner.distance[1])
    return 'lessSpecific'
  if (!loser.minQty.eq(winner.minQty)) return 'smallerBreak'
  return (loser.row.validFrom ?? '') === (winner.row.validFrom ?? '') ? 'lowerPriority' : 'earlierDate'
}

function applies(row: PolicyRow, { facts, stockQty }: Line): boolean {
  if (row.currency && row.currency !== facts.currency) return false
  if (row.validFrom && row.validFrom > facts.date) return false
  if (row.validTo && row.validTo < facts.date) return false
  if (isOtherUnit(row, facts) && row.unit !== facts.unit) return false
  return d(row.minQty).lte(stockQty)
}

const isOtherUnit = (row: PolicyRow, facts: PriceFacts): boolean => Boolean(row.unit) && row.unit !== facts.item.unit

const byPrecedence =
  (facts: PriceFacts) =>
  (a: Ranked, b: Ranked): number =>
    policyLevels.indexOf(a.level) - policyLevels.indexOf(b.level) ||
    a.distance[0] - b.distance[0] ||
    a.distance[1] - b.distance[1] ||
    b.minQty.cmp(a.minQty) ||
    (b.row.validFrom ?? '').localeCompare(a.row.validFrom ?? '') ||
    (b.row.priority ?? 0) - (a.row.priority ?? 0) ||
    Number(isOtherUnit(b.row, facts)) - Number(isOtherUnit(a.row, facts)) ||
    // a true tie is refused when the policy is saved; imported ones still resolve the same way every time
    String(b.row.id).localeCompare(String(a.row.id), 'en', { numeric: true })

function pricedByRow(row: PolicyRow, level: PolicyLevel, line: Line): { price: Decimal; steps: TraceStep[] } {
  const { facts, factor, list } = line
  const about = { policy: row.id, version: row.version ?? null, minQty: d(row.minQty).toString(), validFrom: row.validFrom ?? null }
  if (isGiven(row.price) || !list) {
    const price = isOtherUnit(row, facts) ? d(row.price) : d(row.price).times(factor)
    return withGrade(line, price, [{ rule: level.name, ...about, price: text(price) }], Boolean(row.net))
  }
  const price = list.times(new Decimal(1).minus(d(row.discountRate).div(100)))
  const steps: TraceStep[] = [
    { rule: listPriceLevel.name, price: text(list) },
    { rule: level.name, ...about, discountRate: d(row.discountRate).toString(), price: text(price) },
  ]
  return withGrade(line, price, steps, Boolean(row.net))
}
