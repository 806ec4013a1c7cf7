import { d, type Decimal } from '../kernel/decimal'
import { roundAmount, roundPrice } from '../kernel/money'
import { cumulativePart } from '../kernel/split'
import type { CostMove } from './costMove'
import { CostPool } from './costPool'

export type CostHistory = { start: ReadonlyMap<string, { qty: Decimal; value: Decimal }>; moves: readonly CostMove[] }

/** `value` is signed like the quantity; `open` is what went out and still is not covered by goods that came in. */
export type SettledCost = { value: Decimal; open: Decimal; unknown: boolean }

/** Goods of one warehouse may be valued by what left another, in a circle even: how often values are carried over until they stand. */
const mostRounds = 100

type Out = { qty: Decimal; value: Decimal; cancelled: Decimal; carried: Decimal; pools: Set<string>; keys: string[] }
type Arrival = { key: string; origin: string; qty: Decimal; value: Decimal }
type Round = { settled: Map<string, SettledCost>; outs: Map<string, Out>; arrivals: Arrival[] }

/**
 * What every movement is worth once it is known what goods cost that were sold before they came in. What goes out below zero carries the
 * cost that is known; goods that come in fill the oldest shortage first, and what they cost becomes the cost of what was sold. Worked: 5
 * out of nothing, 105 in at 6 → 30.00 cost of the 5, 600.00 in stock. Stock and cost together are always what was received.
 */
export function settleCosts(history: CostHistory): Map<string, SettledCost> {
  const firstCost = firstKnownCost(history.moves)
  let round = play({ history, firstCost, before: null })
  for (let n = 1; n < mostRounds; n += 1) {
    const next = play({ history, firstCost, before: round.outs })
    const stands = [...next.outs].every(([line, { value }]) => round.outs.get(line)?.value.eq(value))
    round = next
    if (stands) break
  }
  return closed(round)
}

/** What goes in circles between warehouses may never quite stand: what arrived is worth what left, and the stock takes the cents. */
function closed({ settled, outs, arrivals }: Round): Map<string, SettledCost> {
  const told = new Map<string, { qty: Decimal; value: Decimal }>()
  for (const { key, origin, qty, value } of arrivals) {
    const [out, before] = [outs.get(origin), told.get(origin) ?? { qty: d(0), value: d(0) }]
    if (!out?.qty.gt(0)) continue
    const cumQty = before.qty.plus(qty)
    const share = cumulativePart({ lineTotal: out.value, lineQty: out.qty, cumQty, already: before.value })
    told.set(origin, { qty: cumQty, value: before.value.plus(share) })
    const held = settled.get(key)
    if (held) settled.set(key, { ...held, value: held.value.plus(share).minus(value) })
  }
  return settled
}

/** Goods without a cost take the first one that becomes known. */
function firstKnownCost(moves: readonly CostMove[]): Decimal | null {
  const known = moves.find(({ qty, value, origin }) => qty.gt(0) && origin === null && value?.gt(0))
  return known?.value ? roundPrice(known.value.div(known.qty)) : null
}

type Play = { history: CostHistory; firstCost: Decimal | null; before: ReadonlyMap<string, Out> | null }

function play({ history, firstCost, before }: Play): Round {
  const pools = new Map<string, CostPool>()
  const poolOf = (name: string): CostPool => {
    const found = pools.get(name) ?? new CostPool(history.start.get(name), add)
    pools.set(name, found)
    return found
  }
  const settled = new Map<string, SettledCost>()
  const outs = new Map<string, Out>()
  const backs = new Map<string, { qty: Decimal; value: Decimal }>()
  const arrivals: Arrival[] = []
  const taken: Array<{ key: string; origin: string; qty: Decimal; carried: Decimal }> = []
  /** Books a change of what a key is worth; of what went out, on its line, too. */
  function add(key: string, change: { value?: Decimal; open?: Decimal; unknown?: Decimal }, line?: string): void {
    const held = unknowns.get(key) ?? d(0)
    const unknown = held.plus(change.unknown ?? 0)
    unknowns.set(key, unknown)
    const now = settled.get(key) ?? { value: d(0), open: d(0), unknown: false }
    settled.set(key, {
      value: now.value.plus(change.value ?? 0),
      open: now.open.plus(change.open ?? 0),
      unknown: unknown.gt(0),
    })
    const out = line === undefined ? undefined : outs.get(line)
    if (out && change.value) out.value = out.value.minus(change.value)
  }
  const unknowns = new Map<string, Decimal>()

  /** Their share of what the goods left with, exact to the cent over all that came back. */
  const share = (origin: string, qty: Decimal, whole: { qty: Decimal; value: Decimal }): Decimal => {
    const back = backs.get(origin) ?? { qty: d(0), value: d(0) }
    const cumQty = back.qty.plus(qty)
    const value = cumulativePart({ lineTotal: whole.value, lineQty: whole.qty, cumQty, already: back.value })
    backs.set(origin, { qty: cumQty, value: back.value.plus(value) })
    return value
  }
  const comesBack = (move: CostMove, origin: string, out: Out): void => {
    const pool = poolOf(move.pool)
    if (!out.pools.has(move.pool)) {
      const left = before?.get(origin)
      const value = left && left.qty.gt(0) ? share(origin, move.qty, left) : (move.value ?? d(0))
      arrivals.push({ key: move.key, origin, qty: move.qty, value })
      return pool.receive(move, move.qty, value)
    }
    const never = pool.giveBack(origin, move.qty)
    out.cancelled = out.cancelled.plus(never.qty)
    out.carried = out.carried.plus(never.value)
    if (never.qty.gt(0)) taken.push({ key: move.key, origin, qty: never.qty, carried: never.value })
    add(move.key, { value: never.value })
    const rest = move.qty.minus(never.qty)
    const really = { qty: out.qty.minus(out.cancelled), value: out.value.minus(out.carried) }
    if (rest.gt(0)) pool.receive(move, rest, really.qty.gt(0) ? share(origin, rest, really) : (move.value ?? d(0)))
  }

  for (const move of history.moves) {
    const pool = poolOf(move.pool)
    if (move.qty.isNegative()) {
      const out = outs.get(move.line) ?? { qty: d(0), value: d(0), cancelled: d(0), carried: d(0), pools: new Set(), keys: [] }
      out.qty = out.qty.minus(move.qty)
      out.pools.add(move.pool)
      out.keys.push(move.key)
      outs.set(move.line, out)
      pool.issue(move)
      continue
    }
    const out = move.origin === null ? undefined : outs.get(move.origin)
    if (out && move.origin !== null) comesBack(move, move.origin, out)
    else if (move.value !== null) pool.receive(move, move.qty, move.value)
    else pool.receiveUnvalued(move, firstCost)
  }
  // what went and came back before its cost was known costs what the rest of its line does
  for (const { key, origin, qty, carried } of taken) {
    const out = outs.get(origin)
    const [outKey] = out?.keys ?? []
    const really = out ? out.qty.minus(out.cancelled) : d(0)
    if (!out || outKey === undefined || !really.gt(0)) continue
    const change = roundAmount(out.value.minus(out.carried).times(qty).div(really)).minus(carried)
    add(key, { value: change })
    add(outKey, { value: change.neg() })
  }
  return { settled, outs, arrivals }
}
