import { randomBytes } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'

import type { FlattenedField, PayloadRequest } from 'payload'

import { newRecordChanges } from '@/src/domain/control/masterChanges'
import { now } from '@/src/engine/clock'
import { forgetMasters } from '@/src/engine/masters'
import { wordsOfNew } from '@/src/engine/lookup/rememberWords'
import { clientOf, auditLinesAlike, type OwnLine } from '@/src/ledger/auditLog'
import { type Sql, writeTogether } from '@/src/ledger/query'

import { type NewRecord, type RecordRows, rowsOf, rowsWritten } from '../staging/insertRecords'
import type { MasterKind } from './master'

type Values = Record<string, unknown>

/** Ids of rows, as the platform makes them: 24 hexadecimal digits, a third of them counted up. */
export function rowIds(): () => string {
  const first = randomBytes(8).toString('hex')
  let count = 0
  return () => `${first}${(count += 1).toString(16).padStart(8, '0')}`
}

const nameOf = (record: Values): string | null => {
  const [name] = [record['code'], record['email'], record['name'], record['currency']].filter((value) => typeof value === 'string')
  return name ?? null
}

/** So many records are made ready before the database is listened to again. */
const recordsATurn = 5

/** What writes the lines of the log. */
async function auditOf(req: PayloadRequest, slug: string, records: readonly NewRecord[]): Promise<Sql | null> {
  const { instant } = now(req)
  const by = { at: instant, user: req.user?.id ?? null, userName: req.user?.name ?? req.user?.email ?? 'import', slug }
  const how = { verb: 'create', version: null, reason: null, client: clientOf(req) || 'import' }
  const lines: OwnLine[] = []
  for (const [index, record] of records.entries()) {
    if (index % recordsATurn === recordsATurn - 1) await turn()
    lines.push({ documentId: String(record.id), no: nameOf(record), changes: newRecordChanges(record) })
  }
  return auditLinesAlike(req.payload.config.secret, { ...by, ...how }, lines)
}

/** Everything that can be made of new records before it is their turn: rows, an entry of the log, the words they are found by. */
export async function preparedRecords({
  req,
  master: { slug, beside },
  fields,
  data,
  ids,
}: {
  req: PayloadRequest
  master: Pick<MasterKind, 'slug' | 'beside'>
  fields: readonly FlattenedField[]
  /** What each of them says; they become the records. */
  data: readonly Values[]
  /** At least as many as there are records, ascending. */
  ids: readonly number[]
}): Promise<{ count: number; write: () => Promise<void> }> {
  const lists = fields.filter(({ type }) => type === 'array').map(({ name }) => name)
  const rowId = rowIds()
  const records = data.map((values, index): NewRecord => {
    for (const list of lists) {
      const rows: unknown = values[list]
      if (Array.isArray(rows)) values[list] = (rows as Values[]).map((row) => ({ ...row, id: rowId() }))
    }
    return Object.assign(values, { id: ids[index] ?? 0 })
  })
  const rows = await rowsOf({ req, slug, fields, records })
  const audit = await auditOf(req, slug, records)
  const words = await wordsOfNew(slug, records)
  const told = await beside?.(req, records)
  if (told?.checks) noteChecks(rows, [])
  const ready = rowsWritten(rows)
  const others = [audit, words, told?.written].filter((statement) => statement !== null && statement !== undefined)
  return {
    count: records.length,
    write: async () => {
      const checks = (await told?.checks?.()) ?? []
      const isTold = checks.some((findings) => findings.length > 0)
      if (isTold) noteChecks(rows, checks)
      await writeTogether(req, [...(isTold ? rowsWritten(rows) : ready), ...others])
      await forgetMasters(req)
      await told?.leave?.()
    },
  }
}

/** What was found of each record, in its row. */
export function noteChecks({ columns, rows }: RecordRows, checks: ReadonlyArray<readonly unknown[]>): void {
  columns.add('checks')
  for (const [index, row] of rows.entries()) row['checks'] = checks[index] ?? []
}
