import { d, Decimal } from '@/src/domain/kernel/decimal'
import { roundPrice } from '@/src/domain/kernel/money'
import {
  type CostState,
  emptyStock,
  issueStock,
  latestCostAfter,
  type Movement,
  receiveStock,
  receiveValue,
} from '@/src/domain/stock/movingAverage'
import type { ItemCost } from '@/src/ledger/append'
import type { UncoveredRow } from '@/src/ledger/costMarks'
import type { WarehouseCost } from '@/src/ledger/facts/costs'
import type { ItemFacts } from '@/src/ledger/facts/items'
import type { StockTarget } from '@/src/ledger/postings'

import type { StockMove } from './stockMoves'

/** What goods are valued by: all goods of an item together, or (setting) those of one warehouse. */
export type CostBook = {
  perWarehouse: boolean
  facts: ReadonlyMap<number, ItemFacts>
  /** States of item + warehouse; empty when the average is kept per item. */
  warehouses: Map<string, CostState>
  /** New averages per item, to be stored. */
  costs: Map<number, ItemCost>
  isReceipt: boolean
  /** What goods that are short will cost, where nothing is known of them yet, per item. */
  expected: ReadonlyMap<number, string>
  /** What went out and was not there, or came in without a cost. */
  uncovered: UncoveredRow[]
  /** Items of which some goods were short before. */
  negative: ReadonlySet<number>
}

export type ValuedMove = StockTarget & { value: string; unitCost: string | null }

const keyOf = (entry: Pick<StockTarget, 'item' | 'warehouse'>): string => `${entry.item}|${entry.warehouse ?? 0}`

export function openCostBook({
  perWarehouse,
  facts,
  held,
  isReceipt,
  expected,
}: Pick<CostBook, 'perWarehouse' | 'facts' | 'isReceipt' | 'expected'> & { held: readonly WarehouseCost[] }): CostBook {
  const warehouses = new Map(
    held.map(({ item, warehouse, qty, value }): [string, CostState] => {
      const average = d(qty).gt(0) ? roundPrice(d(value).div(d(qty))) : fallback(facts.get(item))
      return [keyOf({ item, warehouse }), { qty: d(qty), value: d(value), average }]
    }),
  )
  const short = perWarehouse
    ? held.filter(({ qty }) => d(qty).isNegative()).map(({ item }) => item)
    : [...facts.values()].filter(({ costQty }) => d(costQty).isNegative()).map(({ id }) => id)
  return { perWarehouse, facts, isReceipt, warehouses, costs: new Map(), expected, uncovered: [], negative: new Set(short) }
}

const fallback = (item: ItemFacts | undefined): Decimal => d(item?.averageCost ?? item?.latestCost ?? 0)

/**
 * Values on-hand moves one after the other by the moving average as the moves before left it (F4). What comes in is looked at before
 * what goes out, so that goods moved within one document are never taken for the last of their kind.
 */
export function valueMoves(book: CostBook, entries: readonly StockTarget[]): ValuedMove[] {
  const valued = new Map<StockTarget, ValuedMove>()
  const inFirst = [...entries].sort((a, b) => Number(d(b.qty).gt(0)) - Number(d(a.qty).gt(0)))
  for (const entry of inFirst) {
    valued.set(entry, entry.account === 'onHand' ? valueMove(book, entry) : { ...entry, value: '0', unitCost: null })
  }
  return entries.map((entry) => valued.get(entry) as ValuedMove)
}

function stateOfItem({ costs, facts }: CostBook, item: number): CostState & { latest: string | null } {
  const [now, known] = [costs.get(item), facts.get(item)]
  return {
    qty: d(now?.qty ?? known?.costQty ?? 0),
    value: d(now?.value ?? known?.costValue ?? 0),
    average: now ? d(now.average) : fallback(known),
    latest: now?.latest ?? null,
  }
}

function valueMove(book: CostBook, entry: StockTarget): ValuedMove {
  const item = stateOfItem(book, entry.item)
  const pool = book.perWarehouse ? (book.warehouses.get(keyOf(entry)) ?? { ...emptyStock, average: item.average }) : item
  const qty = d(entry.qty)
  const cost = costBeside({ book, entry, pool, latest: item.latest })
  const average = pool.qty.gt(0) && !isUnknown(book, entry, pool) ? pool.average : cost
  const { value, state } = moved({ state: pool, qty, known: entry.value === undefined ? null : d(entry.value), cost, average })
  noteUncovered({ book, entry, pool, cost })
  book.warehouses.set(keyOf(entry), state)
  const total = receiveValue({ state: item, qty, value }).state
  const unitCost = qty.isZero() ? null : roundPrice(value.div(qty).abs())
  const latest = book.isReceipt && entry.value !== undefined ? latestCostAfter({ latest: item.latest, qty, value }) : item.latest
  book.costs.set(entry.item, {
    item: entry.item,
    qty: total.qty.toString(),
    value: total.value.toString(),
    average: total.average.toString(),
    latest: latest?.toString() ?? null,
  })
  return { ...entry, value: value.toString(), unitCost: unitCost?.toString() ?? null }
}

/** The unit cost that is known of goods that are not there: the latest, else what they cost on average, else what is expected. */
function costBeside({
  book,
  entry,
  pool,
  latest,
}: {
  book: CostBook
  entry: StockTarget
  pool: CostState
  latest: string | null
}): Decimal | null {
  const known = book.facts.get(entry.item)
  const average = pool.qty.gt(0) && !isUnknown(book, entry, pool) ? pool.average.toString() : null
  const cost = latest ?? known?.latestCost ?? average ?? book.expected.get(entry.item) ?? null
  return cost === null ? null : d(cost)
}

/** Goods that are there and worth nothing, of an item whose cost is unknown. */
const isUnknown = ({ facts, uncovered }: CostBook, { item }: StockTarget, pool: CostState): boolean =>
  pool.qty.gt(0) &&
  pool.value.isZero() &&
  ((facts.get(item)?.costUnknown ?? false) || uncovered.some((row) => row.item === item && row.unknown))

/** Goods that leave and are not there, come in without a cost that anything tells, or leave an unknown stock. */
function noteUncovered({ book, entry, pool, cost }: { book: CostBook; entry: StockMove; pool: CostState; cost: Decimal | null }): void {
  const qty = d(entry.qty)
  if (entry.value !== undefined || entry.warehouse === null || qty.isZero()) return
  const short = Decimal.max(0, qty.neg().minus(Decimal.max(0, pool.qty)))
  const blind = isUnknown(book, entry, pool)
  const untold = qty.gt(0) && (blind || !pool.qty.gt(0))
  if (short.isZero() && !blind && !untold) return
  book.uncovered.push({
    item: entry.item,
    slug: entry.source.slug,
    document: entry.source.id,
    line: entry.line,
    warehouse: entry.warehouse,
    batchNo: entry.batchNo,
    ...(short.gt(0) || untold ? { cost: cost?.toString() ?? null } : {}),
    open: short.toString(),
    unknown: ((short.gt(0) || untold) && cost === null) || (blind && qty.isNegative()),
  })
}

type Moving = { state: CostState; qty: Decimal; known: Decimal | null; cost: Decimal | null; average: Decimal | null }

function moved({ state, qty, known, cost, average }: Moving): Pick<Movement, 'value' | 'state'> {
  if (known) {
    // taking back what came in: the last piece takes what is left, an empty stock is worth 0.00
    const value = qty.isNegative() && qty.neg().eq(state.qty) ? state.value.neg() : known
    return receiveValue({ state, qty, value })
  }
  if (qty.isNegative()) {
    const issued = issueStock({ state, qty: qty.neg(), shortCost: cost })
    return { state: issued.state, value: issued.value.neg() }
  }
  return receiveStock({ state, qty, cost: average ?? 0 })
}
