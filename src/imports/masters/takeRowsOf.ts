import type { PayloadRequest } from 'payload'

import type { ImportColumn } from '../column'
import { nothingTaken, type Taken, type Taking, tell } from '../engine/definition'
import { rowReader, type RowValues } from '../engine/readRow'
import { Relations } from '../engine/relations'
import type { ImportError } from '../kinds'
import type { KeptList, ListChange } from './keptList'
import { ListSaves } from './listSaves'
import { ListWrites, type Write } from './listWrites'
import { Stages } from './stages'

/** Records that are in hand at a time, with all their lists: a file may name a hundred thousand. */
const portion = 250

/** What the file says of one record: its rows by what each is called. */
type Given<Row> = Map<string, Row>
/** The same, and the first row that told of it. */
type Wanted<Row> = { row: number; given: Given<Row> }

type RowsOf<Row> = {
  taking: Taking
  columns: readonly ImportColumn[]
  kept: KeptList
  /** the column that names the record */
  by: string
  /** Notes what a row says of its record, or says what is wrong with it. */
  note: (said: { req: PayloadRequest; row: number; values: RowValues; given: Given<Row> }) => readonly ImportError[]
  /** The list after the file: rows of it that were added and changed; none is taken away. */
  after: (known: readonly Row[], given: Given<Row>) => { rows: readonly Row[]; added: number; changed: number }
}

/** What all of the file says, record by record; what is wrong with it is told. */
async function readAll<Row>({ taking, columns, by, note }: RowsOf<Row>, taken: Taken): Promise<Map<number, Wanted<Row>>> {
  const { req, table, progress } = taking
  const relations = new Relations(req)
  const readRow = rowReader({ req, table, columns, relations })
  const wanted = new Map<number, Wanted<Row>>()
  for await (const rows of table.rows()) {
    await relations.learn(columns, rows)
    for (const entry of rows) {
      const { values, errors } = readRow(entry)
      const owner = Number(values[by])
      const of = wanted.get(owner) ?? { row: entry.row, given: new Map<string, Row>() }
      const wrong = errors.length > 0 ? errors : note({ req, row: entry.row, values, given: of.given })
      if (wrong.length > 0) tell(taken, wrong)
      else wanted.set(owner, of)
    }
    await progress.advance(rows.length)
  }
  return wanted
}

/**
 * Takes rows that belong to the list of a record: all of the file is read first, then each record is written once, or none is. A portion
 * of records is judged while the one before it is being written.
 */
export async function takeRowsOf<Row extends object>(asked: RowsOf<Row>): Promise<Taken> {
  const { taking, kept, after } = asked
  const taken = nothingTaken()
  const wanted = await readAll(asked, taken)
  if (taken.errors.length > 0) return taken
  const saves = new ListSaves(taking.req, kept)
  const writes = new ListWrites(taking.req, kept)
  const stages = new Stages<readonly ListChange[], readonly Write[]>(
    async (changes) => writes.prepared(await saves.judged(changes)),
    async (prepared) => {
      for (const write of prepared) await write()
    },
  )
  const changesOf = (former: ListChange['former']): ListChange[] => {
    const { row, given } = wanted.get(former.id) ?? { row: 0, given: new Map<string, Row>() }
    const { rows, added, changed } = after((former[kept.list] ?? []) as readonly Row[], given)
    taken.created += added
    taken.updated += changed
    taken.unchanged += given.size - added - changed
    return added + changed > 0 ? [{ row, former, rows: rows as ListChange['rows'] }] : []
  }
  const ids = [...wanted.keys()].sort((one, other) => one - other)
  try {
    for (let at = 0; at < ids.length; at += portion) {
      const changes = (await saves.opened(ids.slice(at, at + portion))).flatMap(changesOf)
      if (changes.length > 0) await stages.take(changes)
    }
    await stages.written()
  } finally {
    await stages.ended()
  }
  return taken
}
