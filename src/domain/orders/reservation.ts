import { d, Decimal, type Numeric } from '../kernel/decimal'
import { roundQty, toNumber } from '../kernel/money'

import type { OrderLine } from './order'
import { openSchedule } from './schedule'

/** Where a part of an order line is set aside: in one warehouse, of one batch. Quantity in the line's unit. */
export type Allocation = { warehouse: number | null; batchNo?: string | null; qty: number }

export type ReservedPart = { warehouse: number | null; batchNo: string; due: string; stockQty: string }

type Segment<Of> = { of: Of; qty: Decimal }
type Reserved = Pick<OrderLine, 'qty' | 'stockQty' | 'warehouse' | 'batchNo' | 'schedule' | 'promised'> & {
  reservations?: readonly Allocation[] | null
}

/** The last `left` of a row of segments: deliveries take the first ones first. */
function tail<Of>(segments: ReadonlyArray<Segment<Of>>, left: Numeric): Array<Segment<Of>> {
  let open = d(left)
  const kept: Array<Segment<Of>> = []
  for (const segment of segments.toReversed()) {
    const qty = Decimal.min(open, segment.qty)
    if (qty.gt(0)) kept.unshift({ of: segment.of, qty })
    open = open.minus(qty)
  }
  return kept
}

/**
 * From where what is left of a line is to be delivered: what was set aside first, the rest wherever the line says. Worked: 10 pieces, 4
 * set aside of batch B1, 3 delivered → 1 of B1, 6 anywhere.
 */
export function placesOf(line: Reserved, left: Numeric): Allocation[] {
  const set = (line.reservations ?? []).map((of) => ({ of, qty: d(of.qty) }))
  const allocated = set.reduce((sum, { qty }) => sum.plus(qty), d(0))
  const anywhere = {
    of: { warehouse: line.warehouse, batchNo: line.batchNo ?? null, qty: 0 },
    qty: Decimal.max(0, d(line.qty).minus(allocated)),
  }
  const kept = tail([...set, anywhere], left)
  const beyond = d(left).minus(kept.reduce((sum, { qty }) => sum.plus(qty), d(0)))
  if (beyond.gt(0)) kept.push({ of: anywhere.of, qty: beyond })
  return kept.map(({ of, qty }) => ({ warehouse: of.warehouse, batchNo: of.batchNo ?? null, qty: toNumber(qty) }))
}

/** When a line without delivery dates is due: when promised, else on the order's day. */
const dayOf = (line: Reserved, orderDate: string): string => String(line.promised || orderDate).slice(0, 10)

/** When what is left of a line is due: its open delivery dates, earliest first, and what has none on the first of them. */
function datesOf(line: Reserved, left: Numeric, orderDate: string, shortClosed: Numeric): Array<Segment<string>> {
  const delivered = Decimal.max(0, d(line.qty).minus(d(shortClosed)).minus(d(left)))
  const rows = openSchedule({ schedule: line.schedule ?? [], delivered, shortClosed })
    .filter(({ open }) => open.gt(0))
    .map(({ date, open }) => ({ of: String(date).slice(0, 10), qty: open }))
  const dated = tail(rows, left)
  const undated = d(left).minus(dated.reduce((sum, { qty }) => sum.plus(qty), d(0)))
  return undated.gt(0) ? [{ of: dated[0]?.of ?? dayOf(line, orderDate), qty: undated }, ...dated] : dated
}

/** Most lines: nothing is set aside and no delivery dates are agreed, so that all of it lies in one place and is due on one day. */
const isUndivided = ({ reservations, schedule }: Reserved): boolean => !reservations?.length && !schedule?.length

/** What a line keeps reserved, by place and day, in stock unit; the parts add up to the whole exactly. */
export function reservedParts({
  line,
  left,
  orderDate,
  shortClosed,
}: {
  line: Reserved
  /** open and not taken over by a delivery, in the line's unit */
  left: Numeric
  orderDate: string
  shortClosed: Numeric
}): ReservedPart[] {
  const inStock = (qty: Decimal): Decimal => roundQty(qty.times(d(line.stockQty)).div(d(line.qty)))
  if (isUndivided(line)) {
    const stockQty = inStock(d(left))
    const whole = { warehouse: line.warehouse, batchNo: line.batchNo ?? '', due: dayOf(line, orderDate), stockQty: stockQty.toString() }
    return stockQty.gt(0) ? [whole] : []
  }
  const places = placesOf(line, left).map((of) => ({ of, qty: d(of.qty) }))
  const dates = datesOf(line, left, orderDate, shortClosed)
  const parts = new Map<string, ReservedPart>()
  let done = d(0)
  while (places[0] && dates[0]) {
    const [place, date] = [places[0], dates[0]]
    const qty = Decimal.min(place.qty, date.qty)
    const stockQty = inStock(done.plus(qty)).minus(inStock(done))
    done = done.plus(qty)
    const part = { warehouse: place.of.warehouse, batchNo: place.of.batchNo ?? '', due: date.of }
    const key = `${part.warehouse ?? 0}|${part.batchNo}|${part.due}`
    parts.set(key, {
      ...part,
      stockQty: d(parts.get(key)?.stockQty ?? 0)
        .plus(stockQty)
        .toString(),
    })
    place.qty = place.qty.minus(qty)
    date.qty = date.qty.minus(qty)
    if (place.qty.isZero()) places.shift()
    if (date.qty.isZero()) dates.shift()
  }
  return [...parts.values()].filter(({ stockQty }) => d(stockQty).gt(0))
}
