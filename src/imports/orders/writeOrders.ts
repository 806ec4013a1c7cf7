import { APIError, type PayloadRequest, type Where } from 'payload'

import { enterDocument } from '@/src/engine/documents/enterDocument'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import type { Stored } from '@/src/engine/documents/stored'
import { forTheHouse } from '@/src/engine/operation'

import { toldByRow } from '../cells'
import type { ImportError } from '../kinds'
import { askRemoval, linesOver, saysNothingNew } from './orderAsItIs'
import type { SaidOrder } from './orderOfRows'

type Former = Stored<'orders'>
export type Outcome = 'created' | 'updated' | 'unchanged'

const keyOf = (customer: unknown, orderNo: unknown): string => `${String(customer)}|${String(orderNo)}`

/** The orders of these numbers that are there and not cancelled, by customer and number; the latest where there are several. */
export async function formerOrders(req: PayloadRequest, said: readonly SaidOrder[]): Promise<Map<string, Former>> {
  const numbered = said.filter(({ orderNo }) => orderNo !== null)
  const found = new Map<string, Former>()
  if (numbered.length === 0) return found
  const where: Where = {
    and: [
      { externalNo: { in: [...new Set(numbered.map(({ orderNo }) => orderNo))] } },
      { customer: { in: [...new Set(numbered.map(({ customer }) => customer))] } },
      { status: { not_equals: 'cancelled' } },
    ],
  }
  for (const order of await findDocuments({ req, slug: 'orders', where, sort: 'id', overrideAccess: !req.user }))
    found.set(keyOf(order.customer, order.externalNo), order)
  return found
}

/**
 * One order of a file, entered as a person enters it: a new draft, or the one of that number changed where the file says something else.
 * What a rule refuses is thrown; lines that would be taken away are asked for.
 */
export async function writeOrder({
  req,
  said,
  former,
  mayRemove,
}: {
  req: PayloadRequest
  said: SaidOrder
  former: Former | undefined
  mayRemove: boolean
}): Promise<Outcome | ImportError> {
  const enter = (id: number | null, data: object): Promise<unknown> =>
    enterDocument({ req, slug: 'orders', id, data, overrideAccess: !req.user })
  const entered = (id: number | null, data: object): Promise<unknown> =>
    req.user ? enter(id, data) : forTheHouse(req, () => enter(id, data))
  if (!former) {
    await entered(null, { customer: said.customer, externalNo: said.orderNo, ...said.head, lines: said.lines })
    return 'created'
  }
  const stored = former.lines.map((line): Record<string, unknown> => ({ ...line }))
  const { lines, gone, same } = linesOver(said.lines, stored)
  if (gone > 0 && !mayRemove) return askRemoval(req, { row: said.rows[0] ?? 0, of: stored.length, gone })
  if (same && saysNothingNew(said.head, former)) return 'unchanged'
  await entered(former.id, { ...said.head, lines })
  return 'updated'
}

export const formerOf = (former: ReadonlyMap<string, Former>, { customer, orderNo }: SaidOrder): Former | undefined =>
  orderNo === null ? undefined : former.get(keyOf(customer, orderNo))

/** A refusal of an order, told by the rows of the file that made it; anything else that went wrong is none of the file's. */
export function toldRefusal(error: unknown, { rows }: SaidOrder): ImportError[] {
  if (!(error instanceof APIError) || error.status >= 500) throw error
  return toldByRow(
    error,
    rows.map((row) => ({ row, cells: {} })),
  )
}
