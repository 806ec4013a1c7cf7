import { d, Decimal } from '@/src/domain/kernel/decimal'
import { groupBy } from '@/src/domain/kernel/groupBy'
import type { CostMove } from '@/src/domain/stock/costMove'
import { settleCosts } from '@/src/domain/stock/settleCosts'
import type { CostEntry, CostStart } from '@/src/ledger/facts/costHistory'

/** What one line holds on one key: posted so far, and as it follows from the history. */
export type KeyCost = Pick<CostEntry, 'item' | 'slug' | 'document' | 'line' | 'warehouse' | 'batchNo'> & {
  qty: Decimal
  posted: Decimal
  value: Decimal
  open: Decimal
  unknown: boolean
  uncovered: boolean
}

const keyOf = ({ line, warehouse, batchNo }: CostEntry): string => `${line}|${String(warehouse)}|${batchNo}`
const sum = (values: readonly string[]): Decimal => values.reduce((total, value) => total.plus(d(value)), new Decimal(0))

/**
 * Values the history of one item anew (settleCosts): what was received and undone never was, what came back belongs to what left, and what
 * nobody gave a cost takes one from the history.
 */
export function costsOfItem({
  entries,
  starts,
  perWarehouse,
}: {
  entries: readonly CostEntry[]
  starts: readonly CostStart[]
  perWarehouse: boolean
}): KeyCost[] {
  const keys = groupBy(entries, keyOf)
  const settled = settleCosts({ start: startOf(starts, perWarehouse), moves: movesOf({ entries, keys, perWarehouse }) })
  return [...keys].map(([key, own]): KeyCost => {
    const first = own.find(({ qty, slug }) => !d(qty).isZero() && slug !== 'cost-corrections') ?? (own[0] as CostEntry)
    const { item, slug, document, line, warehouse, batchNo } = first
    const held = { qty: sum(own.map(({ qty }) => qty)), posted: sum(own.map(({ value }) => value)), uncovered: first.uncovered }
    const now = settled.get(key) ?? { value: d(0), open: d(0), unknown: false }
    return { item, slug, document, line, warehouse, batchNo, ...held, ...now }
  })
}

function startOf(starts: readonly CostStart[], perWarehouse: boolean): Map<string, { qty: Decimal; value: Decimal }> {
  const start = new Map<string, { qty: Decimal; value: Decimal }>()
  for (const { warehouse, qty, value } of starts) {
    const pool = perWarehouse ? String(warehouse) : ''
    const before = start.get(pool)
    start.set(pool, { qty: d(qty).plus(before?.qty ?? 0), value: d(value).plus(before?.value ?? 0) })
  }
  return start
}

function movesOf({
  entries,
  keys,
  perWarehouse,
}: {
  entries: readonly CostEntry[]
  keys: ReadonlyMap<string, CostEntry[]>
  perWarehouse: boolean
}): CostMove[] {
  const standing = new Set([...keys].filter(([, own]) => stands(own)).map(([key]) => key))
  const begun = new Set<string>()
  const moves: Array<{ at: number; move: CostMove }> = []
  const inflows = new Map<string, number>()
  let [posting, cause] = [0, '']
  entries.forEach((entry) => {
    if (entry.cause !== cause) [posting, cause] = [posting + 1, entry.cause]
    const qty = d(entry.qty)
    const pool = perWarehouse ? String(entry.warehouse) : ''
    const key = keyOf(entry)
    if (qty.isZero()) return
    // goods that came in by a line stay where that line first brought any: inspection only moves them on
    const place = `${entry.line}|${pool}`
    if (qty.gt(0) && !inflows.has(place)) inflows.set(place, posting)
    if (qty.isNegative()) begun.add(entry.line)
    if (!standing.has(key)) return
    const own = keys.get(key) ?? []
    const whole = own.every((other) => !d(other.qty).isNegative()) ? qty : netOf(own, entry, qty)
    if (whole.isZero()) return
    const origin = qty.gt(0) ? originOf(entry, begun) : null
    const at = qty.gt(0) ? (inflows.get(place) ?? posting) : posting
    const value = qty.gt(0) ? valueOf(entry, own, whole) : null
    const cost = entry.looked ? { cost: entry.cost === null ? null : d(entry.cost) } : {}
    moves.push({ at, move: { key, line: entry.line, pool, qty: whole, value, origin, ...cost } })
  })
  // within one posting what comes in is looked at first, as it was when it was posted
  return moves.sort((a, b) => a.at - b.at || Number(b.move.qty.gt(0)) - Number(a.move.qty.gt(0))).map(({ move }) => move)
}

const moving = (own: readonly CostEntry[]): CostEntry[] => own.filter(({ qty }) => !d(qty).isZero())

/** What came in and was taken back whole never was; what went out and came back is told, for its cost was known meanwhile. */
function stands(own: readonly CostEntry[]): boolean {
  const [first] = moving(own)
  return first !== undefined && !(d(first.qty).gt(0) && sum(own.map(({ qty }) => qty)).isZero())
}

/** What came in and was taken back in part came in as what is left of it, at once; what went out goes as it went. */
function netOf(own: readonly CostEntry[], entry: CostEntry, qty: Decimal): Decimal {
  const [first] = moving(own)
  if (!first || d(first.qty).isNegative()) return qty
  return first.id === entry.id ? sum(own.map((other) => other.qty)) : new Decimal(0)
}

const originOf = (entry: CostEntry, begun: ReadonlySet<string>): string | null =>
  begun.has(entry.line) && entry.slug !== 'returns' ? entry.line : entry.slug === 'returns' ? entry.origin : null

/** What the document says its goods are worth, with the corrections of it; null where nobody ever said. */
function valueOf(entry: CostEntry, own: readonly CostEntry[], qty: Decimal): Decimal | null {
  const corrected = !sum(own.filter(({ slug }) => slug === 'cost-corrections').map(({ value }) => value)).isZero()
  if (entry.looked && !corrected) return null
  const all = sum(own.filter((other) => d(other.qty).gt(0) || d(other.qty).isZero() || own.length === 1).map(({ value }) => value))
  const whole = sum(own.filter((other) => d(other.qty).gt(0)).map((other) => other.qty))
  return whole.isZero() || whole.eq(qty) ? all : all.times(qty).div(whole).toDecimalPlaces(2)
}
