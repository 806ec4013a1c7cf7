import type { PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import { inTransaction } from '@/src/db/transaction'
import { warehousesOf } from '@/src/domain/people/reach'
import { maySee } from '@/src/domain/people/sight'
import { settingsOf } from '@/src/engine/settings'
import { stockCard, stockHoldings, type StockKeyAsk } from '@/src/ledger/facts/stockCard'
import { onHandPage, type OnHandRow as WholeRow } from '@/src/ledger/facts/stockOnHand'

import { namedDocuments } from './namedDocuments'
import { type Projection, stockProjection } from './stockProjection'

/*
 * What the stock screen shows. Limited to the person's warehouses in rows and sums; value only for whoever may see cost.
 */

type Asked<Ask> = { req: PayloadRequest; ask: Omit<Ask, 'warehouses'> }
type Page = { page: number; limit: number }

const mine = (req: PayloadRequest) => warehousesOf(personOf(req.user))
const seesCost = (req: PayloadRequest): boolean => maySee(personOf(req.user), 'cost')
const withoutValue = <Row extends { value?: unknown }>({ value: _hidden, ...row }: Row): Omit<Row, 'value'> => row

/** What is on hand under one key; its value for whoever may see cost. */
export type OnHandRow = Omit<WholeRow, 'value'> & { value?: number }

/** One page of what is on hand. */
export async function stockOnHand({ req, ask }: Asked<Parameters<typeof onHandPage>[1]>) {
  const found = await inTransaction(req, async () =>
    onHandPage(req, { ...ask, warehouses: mine(req) }, (await settingsOf(req)).availability),
  )
  const shown = seesCost(req) ? found : { ...found, rows: found.rows.map(withoutValue), totals: withoutValue(found.totals) }
  return { ...shown, page: ask.page, limit: ask.limit }
}

/** One page of what came in and went out of a stock key. */
export async function stockMoves({ req, ask }: Asked<StockKeyAsk & Page & { from: string | null; to: string | null }>) {
  const found = await inTransaction(req, async () => {
    const answer = await stockCard(req, { ...ask, warehouses: mine(req), corrections: seesCost(req) })
    return { ...answer, rows: await namedDocuments({ req, rows: answer.rows }) }
  })
  return { ...found, rows: seesCost(req) ? found.rows : found.rows.map(withoutValue), page: ask.page, limit: ask.limit }
}

/** Who holds what of a stock key: reserved, frozen, expected. */
export const stockHolders = ({ req, ask }: Asked<StockKeyAsk>) =>
  inTransaction(req, async () => namedDocuments({ req, rows: await stockHoldings(req, { ...ask, warehouses: mine(req) }) }))

/** What will be left of a stock key, day by day. */
export const stockByDate = ({ req, ask }: Asked<StockKeyAsk>): Promise<Projection> =>
  inTransaction(req, () => stockProjection({ req, ...ask, warehouses: mine(req) }))
