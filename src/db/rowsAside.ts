import type { PostgresAdapter } from '@payloadcms/db-postgres/types'
import type { FindOneArgs, PayloadRequest } from 'payload'

import { createWithoutReading } from './createdDocument'
import { listTable, writeRows } from './writtenRows'

export type Row = Record<string, unknown>

/** The rows of one document in hand, on their way past Payload. */
type Aside = {
  /** The document about to be read leaves its rows here. */
  reading: boolean
  found: Row[]
  /** The rows of the write that follows; null: it leaves them as they are; absent: nothing is written yet. */
  writing?: Row[] | null
}

/** Beside the engine's work: the database layer knows nothing of the engine, and Payload hands it nothing but the request. */
const key = 'rowsAside'

/** By collection: a step of one document may write others before its own write comes. */
function asidesOf(req: Pick<PayloadRequest, 'context'>): Map<string, Aside> {
  const known = req.context[key]
  if (known instanceof Map) return known as Map<string, Aside>
  const made = new Map<string, Aside>()
  req.context[key] = made
  return made
}

const asideOf = (req: Partial<PayloadRequest> | undefined, collection: string): Aside | undefined =>
  req?.context ? asidesOf({ context: req.context }).get(collection) : undefined

/** From now on the rows of this document go past Payload; `reading`: those it has are left aside when it is read. */
export const keepRowsAside = (req: PayloadRequest, collection: string, reading: boolean): void =>
  void asidesOf(req).set(collection, { reading, found: [] })

export const rowsFound = (req: PayloadRequest, collection: string): readonly Row[] => asideOf(req, collection)?.found ?? []

/** The rows that the next write of this document stores with it; null: it leaves them as they are. */
export const rowsToWrite = (req: PayloadRequest, collection: string, rows: Row[] | null): void =>
  void asidesOf(req).set(collection, { reading: false, found: [], writing: rows })

const withoutRows = { lines: false } as const

/** Reads and writes rows that were left aside together with their document, which passes Payload without them. */
export function joinRows(adapter: PostgresAdapter): void {
  const findOne = adapter.findOne.bind(adapter) as (args: FindOneArgs) => Promise<{ lines?: Row[] } | null>
  const { create } = adapter
  const updateOne = adapter.updateOne.bind(adapter)
  const findDocument = async (args: FindOneArgs): Promise<object | null> => {
    const aside = asideOf(args.req, args.collection)
    const found = await findOne(args)
    if (!aside?.reading || found === null) return found
    const { lines = [], ...document } = found
    Object.assign(aside, { reading: false, found: lines })
    return document
  }
  Object.assign(adapter, { findOne: findDocument })
  adapter.create = async (args) => {
    const rows = takeRows(args.req, args.collection)
    if (!rows) return create.call(adapter, args)
    const made = (await createWithoutReading(adapter, create, args)) ?? (await create.call(adapter, { ...args, select: withoutRows }))
    await writeRows(await linesOf(args, made, rows))
    return made
  }
  adapter.updateOne = async (args) => {
    const rows = takeRows(args.req, args.collection)
    if (rows === undefined) return updateOne(args)
    const { lines: _aside, ...data } = args.data
    // an empty list makes Payload take away those it had
    const written = await updateOne({ ...args, data: rows === null ? data : { ...data, lines: [] }, select: withoutRows })
    if (rows && written) await writeRows(await linesOf(args, written, rows))
    return written
  }
  /** The rows with the place they belong to, in the transaction of their document. */
  const linesOf = async ({ req, collection }: Writing, { id }: { id: unknown }, rows: Row[]) => {
    const db = adapter.sessions[String(await req?.transactionID)]?.db
    if (!db) throw new Error(`Lines of ${collection} are written in the transaction of their document`)
    return { adapter, db, tableName: listTable(adapter, collection, 'lines'), parent: id, rows }
  }
}

type Writing = { req?: Partial<PayloadRequest>; collection: string }

function takeRows(req: Partial<PayloadRequest> | undefined, collection: string): Row[] | null | undefined {
  const aside = asideOf(req, collection)
  const rows = aside?.writing
  if (aside) delete aside.writing
  return rows
}
