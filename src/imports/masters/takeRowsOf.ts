import type { PayloadRequest } from 'payload'

import { enterDocument } from '@/src/engine/documents/enterDocument'
import { findRecords } from '@/src/engine/documents/findRecords'

import type { ImportColumn } from '../column'
import { nothingTaken, type Taken, type Taking, tell } from '../engine/definition'
import { rowReader, type RowValues } from '../engine/readRow'
import { Relations } from '../engine/relations'
import type { ImportError } from '../kinds'

/** Records that are read at a time: a file may name a hundred thousand. */
const portion = 500

type Owner = 'items' | 'customers'

/** What the file says of one record: its rows by what each is called. */
type Given<Row> = Map<string, Row>

type RowsOf<Row> = {
  taking: Taking
  columns: readonly ImportColumn[]
  /** the records whose list it is, the column that names them, and the list */
  slug: Owner
  by: string
  list: string
  /** Notes what a row says of its record, or says what is wrong with it. */
  note: (said: { req: PayloadRequest; row: number; values: RowValues; given: Given<Row> }) => readonly ImportError[]
  /** The list after the file: rows of it that were added and changed; none is taken away. */
  after: (known: readonly Row[], given: Given<Row>) => { rows: readonly Row[]; added: number; changed: number }
}

/** Takes rows that belong to the list of a record: all of the file is read first, then each record is written once, or none is. */
export async function takeRowsOf<Row>({ taking, columns, slug, by, list, note, after }: RowsOf<Row>): Promise<Taken> {
  const { req, table, progress } = taking
  const taken = nothingTaken()
  const relations = new Relations(req)
  const readRow = rowReader({ req, table, columns, relations })
  const wanted = new Map<number, Given<Row>>()
  for await (const rows of table.rows()) {
    await relations.learn(columns, rows)
    for (const entry of rows) {
      const { values, errors } = readRow(entry)
      const owner = Number(values[by])
      const given: Given<Row> = wanted.get(owner) ?? new Map<string, Row>()
      const wrong = errors.length > 0 ? errors : note({ req, row: entry.row, values, given })
      if (wrong.length > 0) tell(taken, wrong)
      else wanted.set(owner, given)
    }
    await progress.advance(rows.length)
  }
  if (taken.errors.length > 0) return taken
  const ids = [...wanted.keys()]
  const overrideAccess = !req.user
  for (let at = 0; at < ids.length; at += portion) {
    const records = await findRecords({ req, slug, where: { id: { in: ids.slice(at, at + portion) } }, fields: [list], overrideAccess })
    for (const record of records) {
      const given = wanted.get(record.id) ?? new Map<string, Row>()
      const known = (record[list] ?? []) as readonly Row[]
      const { rows, added, changed } = after(known, given)
      taken.created += added
      taken.updated += changed
      taken.unchanged += given.size - added - changed
      if (added + changed > 0) await enterDocument({ req, slug, id: record.id, data: { [list]: rows }, overrideAccess })
    }
  }
  return taken
}
