import type { Endpoint, PayloadRequest } from 'payload'

import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { refuse } from '@/src/engine/refusal'
import { stockByDate, stockHolders, stockMoves, stockOnHand } from '@/src/questions/stock/stockScreen'

import { numberIn, requireUser } from './whoAsks'

/** Rows of a page at most: a screen asks for the next one. */
const most = 500

const textIn = (req: PayloadRequest, name: string): string | null => req.searchParams?.get(name)?.trim() || null

function pageIn(req: PayloadRequest): { page: number; limit: number } {
  const [page, limit] = [numberIn(req, 'page') ?? 1, numberIn(req, 'limit') ?? 100]
  if (page < 1 || page > 1_000_000)
    refuse(req, { code: 'INVALID_INPUT', path: 'page', facts: { field: 'page', value: page, accepted: '≥ 1' } })
  if (limit < 1 || limit > most)
    refuse(req, { code: 'INVALID_INPUT', path: 'limit', facts: { field: 'limit', value: limit, accepted: `1–${most}` } })
  return { page, limit }
}

function dateIn(req: PayloadRequest, name: string): string | null {
  const given = textIn(req, name)
  if (given && !isBusinessDate(given))
    refuse(req, { code: 'INVALID_INPUT', path: name, facts: { field: name, value: given, accepted: 'YYYY-MM-DD' } })
  return given
}

/** Which stock is asked about: an item, and if wanted one warehouse and batch (`batchNo=` empty: goods without batch). */
function keyIn(req: PayloadRequest): { item: number; warehouse: number | null; batchNo: string | null } {
  const item = numberIn(req, 'item')
  if (item === null) throw refuse(req, { code: 'INVALID_INPUT', path: 'item', facts: { field: 'item', value: null, accepted: 'an id' } })
  return { item, warehouse: numberIn(req, 'warehouse'), batchNo: req.searchParams?.get('batchNo') ?? null }
}

const onHand: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const ask = {
    q: textIn(req, 'q'),
    item: numberIn(req, 'item'),
    category: numberIn(req, 'category'),
    warehouse: numberIn(req, 'warehouse'),
    batchNo: textIn(req, 'batchNo'),
    ...pageIn(req),
  }
  return Response.json(await stockOnHand({ req, ask }))
}

const card: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const ask = { ...keyIn(req), from: dateIn(req, 'from'), to: dateIn(req, 'to'), ...pageIn(req) }
  return Response.json(await stockMoves({ req, ask }))
}

const holdings: Endpoint['handler'] = async (req) => {
  requireUser(req)
  return Response.json({ rows: await stockHolders({ req, ask: keyIn(req) }) })
}

const byDate: Endpoint['handler'] = async (req) => {
  requireUser(req)
  return Response.json(await stockByDate({ req, ask: keyIn(req) }))
}

/** The doors of the stock screen. */
export const stockScreens: Endpoint[] = [
  { path: '/stock/on-hand', method: 'get', handler: onHand },
  { path: '/stock/card', method: 'get', handler: card },
  { path: '/stock/holdings', method: 'get', handler: holdings },
  { path: '/stock/by-date', method: 'get', handler: byDate },
]
