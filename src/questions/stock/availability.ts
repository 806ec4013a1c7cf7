import type { PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import { inTransaction } from '@/src/db/transaction'
import { d } from '@/src/domain/kernel/decimal'
import { groupBy } from '@/src/domain/kernel/groupBy'
import { toNumber } from '@/src/domain/kernel/money'
import { warehousesOf } from '@/src/domain/people/reach'
import { settingsOf } from '@/src/engine/settings'
import { availabilityRows, type AvailabilityRow } from '@/src/ledger/facts/availability'

import { availabilityByDate } from './availabilityByDate'

/** What is on hand, promised and available (现存量查询), in the warehouses this person may see; with `date`, as it will be on that day. */
export const availability = ({
  req,
  date = null,
  ...asked
}: {
  req: PayloadRequest
  items?: readonly number[] | null
  warehouse?: number | null
  batchNo?: string | null
  date?: string | null
}): Promise<AvailabilityRow[]> =>
  inTransaction(req, async () => {
    const { availability: settings } = await settingsOf(req)
    const found = await availabilityRows(req, { ...asked, warehouses: warehousesOf(personOf(req.user)) }, settings)
    return date ? availabilityByDate({ req, rows: found, date, settings }) : found
  })

/** Available of each item over all warehouses this person may see, in one question whatever their number. */
export async function availableOf(req: PayloadRequest, items: readonly number[]): Promise<Map<number, number>> {
  const rows = items.length > 0 ? await availability({ req, items }) : []
  const byItem = groupBy(rows, ({ item }) => String(item))
  return new Map(
    items.map((item) => [item, toNumber((byItem.get(String(item)) ?? []).reduce((sum, row) => sum.plus(d(row.available)), d(0)))]),
  )
}
