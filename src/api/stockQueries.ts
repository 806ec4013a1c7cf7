import type { Endpoint } from 'payload'

import { personOf } from '@/src/access/roles'
import { warehousesOf } from '@/src/domain/people/reach'
import { inTransaction } from '@/src/db/transaction'
import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { availabilityRows } from '@/src/ledger/facts/availability'
import { batchTrace } from '@/src/ledger/facts/batchTrace'
import { refuse } from '@/src/engine/refusal'
import { settingsOf } from '@/src/engine/settings'
import { availabilityByDate } from '@/src/questions/stock/availabilityByDate'
import { visibleTrace } from '@/src/questions/stock/visibleTrace'

import { numberIn, requireUser } from './questions'

const availability: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const [item, warehouse] = [numberIn(req, 'item'), numberIn(req, 'warehouse')]
  const batchNo = req.searchParams?.get('batchNo') ?? null
  const date = req.searchParams?.get('date') || null
  if (date && !isBusinessDate(date))
    refuse(req, { code: 'INVALID_INPUT', path: 'date', facts: { field: 'date', value: date, accepted: 'YYYY-MM-DD' } })
  const rows = await inTransaction(req, async () => {
    const { availability: settings } = await settingsOf(req)
    const found = await availabilityRows(req, { item, warehouse, batchNo, warehouses: warehousesOf(personOf(req.user)) }, settings)
    return date ? availabilityByDate({ req, rows: found, date, settings }) : found
  })
  return Response.json({ rows })
}

const trace: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const batchNo = decodeURIComponent(String(req.routeParams?.['batchNo'] ?? ''))
  const item = numberIn(req, 'item')
  const rows = await inTransaction(req, async () =>
    visibleTrace({ req, rows: await batchTrace(req, { batchNo, item, warehouses: warehousesOf(personOf(req.user)) }) }),
  )
  return Response.json({ batchNo, ...rows })
}

/** What is there, what is promised, where a batch went. They decide nothing and write nothing. */
export const stockQueries: Endpoint[] = [
  { path: '/availability', method: 'get', handler: availability },
  { path: '/batches/:batchNo/trace', method: 'get', handler: trace },
]
