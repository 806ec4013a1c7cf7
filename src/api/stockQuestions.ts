import type { Endpoint } from 'payload'

import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { refuse } from '@/src/engine/refusal'
import { availability } from '@/src/questions/stock/availability'
import { batchStory } from '@/src/questions/stock/batchStory'

import { numberIn, requireUser } from './whoAsks'

const available: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const [item, warehouse] = [numberIn(req, 'item'), numberIn(req, 'warehouse')]
  const batchNo = req.searchParams?.get('batchNo') ?? null
  const date = req.searchParams?.get('date') || null
  if (date && !isBusinessDate(date))
    refuse(req, { code: 'INVALID_INPUT', path: 'date', facts: { field: 'date', value: date, accepted: 'YYYY-MM-DD' } })
  return Response.json({ rows: await availability({ req, items: item === null ? null : [item], warehouse, batchNo, date }) })
}

const story: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const batchNo = decodeURIComponent(String(req.routeParams?.['batchNo'] ?? ''))
  return Response.json({ batchNo, ...(await batchStory({ req, batchNo, item: numberIn(req, 'item') })) })
}

/** What is there, what is promised, where a batch went. They decide nothing and write nothing. */
export const stockQuestions: Endpoint[] = [
  { path: '/availability', method: 'get', handler: available },
  { path: '/batches/:batchNo/trace', method: 'get', handler: story },
]
