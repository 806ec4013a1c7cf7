import { d, type Decimal } from '@/src/domain/kernel/decimal'
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
import type { WarehouseCost } from '@/src/ledger/facts/costs'
import type { ItemFacts } from '@/src/ledger/facts/items'
import type { StockTarget } from '@/src/ledger/postings'

/** What goods are valued by: all goods of an item together, or (setting) those of one warehouse. */
export type CostBook = {
  perWarehouse: boolean
  facts: ReadonlyMap<number, ItemFacts>
  /** States of item + warehouse; empty when the average is kept per item. */
  warehouses: Map<string, CostState>
  /** New averages per item, to be stored. */
  costs: Map<number, ItemCost>
  isReceipt: boolean
}

export type ValuedMove = StockTarget & { value: string; unitCost: string | null }

const keyOf = (entry: Pick<StockTarget, 'item' | 'warehouse'>): string => `${entry.item}|${entry.warehouse ?? 0}`

export function openCostBook({
  perWarehouse,
  facts,
  held,
  isReceipt,
}: Pick<CostBook, 'perWarehouse' | 'facts' | 'isReceipt'> & { held: readonly WarehouseCost[] }): CostBook {
  const warehouses = new Map(
    held.map(({ item, warehouse, qty, value }): [string, CostState] => {
      const average = d(qty).gt(0) ? roundPrice(d(value).div(d(qty))) : fallback(facts.get(item))
      return [keyOf({ item, warehouse }), { qty: d(qty), value: d(value), average }]
    }),
  )
  return { perWarehouse, facts, isReceipt, warehouses, costs: new Map() }
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
  const { value, state } = moved(pool, qty, entry.value === undefined ? null : d(entry.value))
  book.warehouses.set(keyOf(entry), state)
  const total = receiveValue({ state: item, qty, value }).state
  const unitCost = qty.isZero() ? null : roundPrice(value.div(qty).abs())
  const latest = book.isReceipt ? latestCostAfter({ latest: item.latest, qty, value }) : item.latest
  book.costs.set(entry.item, {
    item: entry.item,
    qty: total.qty.toString(),
    value: total.value.toString(),
    average: total.average.toString(),
    latest: latest?.toString() ?? null,
  })
  return { ...entry, value: value.toString(), unitCost: unitCost?.toString() ?? null }
}

function moved(state: CostState, qty: Decimal, known: Decimal | null): Pick<Movement, 'value' | 'state'> {
  if (known) {
    // taking back what came in: the last piece takes what is left, an empty stock is worth 0.00
    const value = qty.isNegative() && qty.neg().eq(state.qty) ? state.value.neg() : known
    return receiveValue({ state, qty, value })
  }
  if (qty.isNegative()) {
    const issued = issueStock({ state, qty: qty.neg() })
    return { state: issued.state, value: issued.value.neg() }
  }
  return receiveStock({ state, qty, cost: state.average })
}
