import type { Endpoint, PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import { maySee } from '@/src/domain/people/sight'
import { warehousesOf } from '@/src/domain/people/reach'
import { inTransaction } from '@/src/db/transaction'
import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { stockCard, stockHoldings, type StockKeyAsk } from '@/src/ledger/facts/stockCard'
import { onHandPage } from '@/src/ledger/facts/stockOnHand'
import { refuse } from '@/src/engine/refusal'
import { settingsOf } from '@/src/engine/settings'
import { namedDocuments } from '@/src/questions/stock/namedDocuments'
import { stockProjection } from '@/src/questions/stock/stockProjection'

import { numberIn, requireUser } from './questions'

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
function keyIn(req: PayloadRequest): StockKeyAsk {
  const item = numberIn(req, 'item')
  if (item === null) refuse(req, { code: 'INVALID_INPUT', path: 'item', facts: { field: 'item', value: null, accepted: 'an id' } })
  return {
    item: item as number,
    warehouse: numberIn(req, 'warehouse'),
    batchNo: req.searchParams?.get('batchNo') ?? null,
    warehouses: warehousesOf(personOf(req.user)),
  }
}

const withoutValue = <Row extends { value?: unknown }>({ value: _hidden, ...row }: Row): Omit<Row, 'value'> => row

const onHand: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const ask = {
    q: textIn(req, 'q'),
    item: numberIn(req, 'item'),
    category: numberIn(req, 'category'),
    warehouse: numberIn(req, 'warehouse'),
    batchNo: textIn(req, 'batchNo'),
    warehouses: warehousesOf(personOf(req.user)),
    ...pageIn(req),
  }
  const found = await inTransaction(req, async () => onHandPage(req, ask, (await settingsOf(req)).availability))
  const shown = maySee(personOf(req.user), 'cost')
    ? found
    : { ...found, rows: found.rows.map(withoutValue), totals: withoutValue(found.totals) }
  return Response.json({ ...shown, page: ask.page, limit: ask.limit })
}

const card: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const seesCost = maySee(personOf(req.user), 'cost')
  const ask = { ...keyIn(req), from: dateIn(req, 'from'), to: dateIn(req, 'to'), corrections: seesCost, ...pageIn(req) }
  const found = await inTransaction(req, async () => {
    const answer = await stockCard(req, ask)
    return { ...answer, rows: await namedDocuments({ req, rows: answer.rows }) }
  })
  return Response.json({ ...found, rows: seesCost ? found.rows : found.rows.map(withoutValue), page: ask.page, limit: ask.limit })
}

const holdings: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const ask = keyIn(req)
  const rows = await inTransaction(req, async () => namedDocuments({ req, rows: await stockHoldings(req, ask) }))
  return Response.json({ rows })
}

const byDate: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const ask = keyIn(req)
  return Response.json(await inTransaction(req, () => stockProjection({ req, ...ask })))
}

/** What the stock screen shows. Limited to the person's warehouses in rows and sums; value only for whoever may see cost. */
export const stockScreens: Endpoint[] = [
  { path: '/stock/on-hand', method: 'get', handler: onHand },
  { path: '/stock/card', method: 'get', handler: card },
  { path: '/stock/holdings', method: 'get', handler: holdings },
  { path: '/stock/by-date', method: 'get', handler: byDate },
]
