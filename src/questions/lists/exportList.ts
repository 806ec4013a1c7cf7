import type { PayloadRequest } from 'payload'

import type { ListColumn, ListRow } from '@/src/domain/lists/column'
import { everyId, pageOfIds } from '@/src/ledger/lists/listed'

import { columnsOf } from './columns'
import { chosenColumns, type Shown, orderOf } from './list'
import { listedBy } from './listed'
import { rowsOf } from './rows'

/** Rows of a file somebody waits for; a longer list is narrowed first, or written in the background. A sheet of Excel holds little more. */
export const mostExported = 200_000
const portion = 500

export type ExportedList = { columns: ListColumn[]; count: number; batches: AsyncGenerator<ListRow[]> }

async function* portions(
  req: PayloadRequest,
  slug: string,
  ids: readonly number[] | Uint32Array,
  columns: readonly ListColumn[],
): AsyncGenerator<ListRow[]> {
  for (let at = 0; at < ids.length; at += portion) yield await rowsOf(req, { slug, ids: [...ids.slice(at, at + portion)], columns })
}

/**
 * Everything a list shows with this question, in its order and columns, as this person reads it. Which rows they are is settled in one
 * statement, so that none is left out or told twice while others work. Null when there are more than a file holds.
 */
export async function exportList(req: PayloadRequest, { slug, question, shown }: Shown): Promise<ExportedList | null> {
  const all = await columnsOf(req, slug)
  const columns = chosenColumns(all, shown)
  const listed = await listedBy(req, slug, question, all)
  const order = orderOf(req, slug, question.sort, all)
  const ids = listed ? await pageOfIds(req, listed, { order, limit: mostExported, offset: 0 }) : []
  if (ids.length > mostExported) return null
  return { columns, count: ids.length, batches: portions(req, slug, ids, columns) }
}

/** The same without an end, for the background: however many rows there are, only their ids are held. */
export async function wholeList(req: PayloadRequest, { slug, question, shown }: Shown): Promise<ExportedList> {
  const all = await columnsOf(req, slug)
  const columns = chosenColumns(all, shown)
  const listed = await listedBy(req, slug, question, all)
  const ids = listed ? await everyId(req, listed, orderOf(req, slug, question.sort, all)) : new Uint32Array()
  return { columns, count: ids.length, batches: portions(req, slug, ids, columns) }
}
