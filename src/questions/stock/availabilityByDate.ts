import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { lowestFrom, runningBalance } from '@/src/domain/stock/datedBalance'
import type { AvailabilityRow } from '@/src/ledger/facts/availability'
import { type DatedRow, datedStock } from '@/src/ledger/facts/dated'

import { now } from '@/src/engine/clock'
import type { Settings } from '@/src/engine/settings'

const counted = (account: DatedRow['account'], settings: Settings['availability']): boolean =>
  account === 'reserved' ||
  {
    expectedIn: settings.expectedWorkOrders,
    expectedTransfers: settings.expectedTransfers,
    expectedInspection: settings.expectedInspection,
  }[account]

/**
 * The same rows as seen on a day: reserved and expected up to then, and available = the lowest balance from then on, so that what a
 * later promise needs is not offered. One query for all rows.
 */
export async function availabilityByDate({
  req,
  rows,
  date,
  settings,
}: {
  req: PayloadRequest
  rows: readonly AvailabilityRow[]
  date: string
  settings: Settings['availability']
}): Promise<AvailabilityRow[]> {
  const today = now(req).date
  // what was due before today is due today, so a day that has gone is asked for as today: all figures of a row agree
  const day = date < today ? today : date
  const moves = await datedStock(req, [...new Set(rows.map(({ item }) => item))])
  return rows.map((row) => {
    const mine = moves.filter((move) => move.item === row.item && move.warehouse === row.warehouse && move.batchNo === (row.batchNo ?? ''))
    const until = mine.filter(({ due }) => (due ?? today) <= day)
    const sum = (of: readonly DatedRow[]): number => toNumber(of.reduce((total, { qty }) => total.plus(d(qty)), d(0)))
    const balance = runningBalance({
      start: d(row.onHand).minus(d(row.frozen)),
      today,
      moves: mine
        .filter(({ account }) => counted(account, settings))
        .map(({ account, due, qty }) => ({ date: due ?? today, qty: account === 'reserved' ? d(qty).neg() : qty })),
    })
    return {
      ...row,
      reserved: sum(until.filter(({ account }) => account === 'reserved')),
      expectedIn: sum(until.filter(({ account }) => account !== 'reserved')),
      expectedTransfers: sum(until.filter(({ account }) => account === 'expectedTransfers')),
      expectedInspection: sum(until.filter(({ account }) => account === 'expectedInspection')),
      available: toNumber(lowestFrom(balance, day)),
    }
  })
}
