import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { runningBalance } from '@/src/domain/stock/datedBalance'
import { availabilityRows } from '@/src/ledger/facts/availability'
import { datedStock, type DatedRow } from '@/src/ledger/facts/dated'
import { warehouseFacts } from '@/src/ledger/facts/stock'

import { now } from '@/src/engine/clock'

export type ProjectedDay = { date: string; incoming: number; outgoing: number; balance: number }
export type Projection = { onHand: number; frozen: number; days: ProjectedDay[] }

/**
 * What is left of an item on every day something is to come or to go (按日期推算): on hand − frozen, plus all that is expected, less
 * all that is promised; what is overdue stands on today. Over goods warehouses, unless one warehouse is asked for. Stock units.
 */
export async function stockProjection({
  req,
  item,
  warehouse,
  batchNo,
  warehouses,
}: {
  req: PayloadRequest
  item: number
  warehouse: number | null
  batchNo: string | null
  warehouses: readonly number[] | null
}): Promise<Projection> {
  const today = now(req).date
  const kinds = await warehouseFacts(req)
  const counted = (at: number | null): boolean =>
    warehouse !== null
      ? at === warehouse && (warehouses === null || warehouses.includes(warehouse))
      : at === null
        ? warehouses === null
        : kinds.get(at)?.kind === 'goods' && (warehouses === null || warehouses.includes(at))
  const ofBatch = (no: string | null): boolean => batchNo === null || (no ?? '') === batchNo
  const rows = await availabilityRows(
    req,
    { items: [item], warehouse, batchNo, warehouses },
    { expectedWorkOrders: true, expectedTransfers: true, expectedInspection: true },
  )
  const held = rows.filter((row) => counted(row.warehouse))
  const moves = (await datedStock(req, [item])).filter((move) => counted(move.warehouse) && ofBatch(move.batchNo))
  const sum = (figures: ReadonlyArray<number | string>) => figures.reduce((total, figure) => total.plus(d(figure)), d(0))
  const [onHand, frozen] = [sum(held.map((row) => row.onHand)), sum(held.map((row) => row.frozen))]
  const dayOf = ({ due }: DatedRow): string => (due === null || due < today ? today : due)
  const days = runningBalance({
    start: onHand.minus(frozen),
    today,
    moves: moves.map((move) => ({ date: dayOf(move), qty: move.account === 'reserved' ? d(move.qty).neg() : move.qty })),
  })
  return {
    onHand: toNumber(onHand),
    frozen: toNumber(frozen),
    days: days.map(({ date, balance }) => {
      const mine = moves.filter((move) => dayOf(move) === date)
      return {
        date,
        incoming: toNumber(sum(mine.filter(({ account }) => account !== 'reserved').map(({ qty }) => qty))),
        outgoing: toNumber(sum(mine.filter(({ account }) => account === 'reserved').map(({ qty }) => qty))),
        balance: toNumber(balance),
      }
    }),
  }
}
