import { randomBytes } from 'node:crypto'

import type { FlattenedField, PayloadRequest } from 'payload'

import { masterChanges } from '@/src/domain/control/masterChanges'
import { now } from '@/src/engine/clock'
import { forgetMasters } from '@/src/engine/masters'
import { rememberAll } from '@/src/engine/lookup/rememberWords'
import { appendAuditLines, clientOf } from '@/src/ledger/auditLog'

import { freshIds, insertRecords, type NewRecord } from '../staging/insertRecords'

type Values = Record<string, unknown>

/** Ids of rows, as the platform makes them: 24 hexadecimal digits, a third of them counted up. */
function rowIds(): () => string {
  const first = randomBytes(8).toString('hex')
  let count = 0
  return () => `${first}${(count += 1).toString(16).padStart(8, '0')}`
}

const nameOf = (record: Values): string | null => {
  const [name] = [record['code'], record['email'], record['name'], record['currency']].filter((value) => typeof value === 'string')
  return name ?? null
}

/** New master records, judged before: written together, with what a save leaves behind: an entry of the audit log and the words they are found by. */
export async function createRecords({
  req,
  slug,
  fields,
  data,
}: {
  req: PayloadRequest
  slug: string
  fields: readonly FlattenedField[]
  data: readonly Values[]
}): Promise<number[]> {
  const ids = await freshIds(req, slug, data.length)
  const lists = fields.filter(({ type }) => type === 'array').map(({ name }) => name)
  const rowId = rowIds()
  const records = data.map((values, index): NewRecord => {
    const record = { ...values, id: ids[index] ?? 0 }
    for (const list of lists) {
      const rows: unknown = values[list]
      if (Array.isArray(rows)) Object.assign(record, { [list]: (rows as Values[]).map((row) => ({ ...row, id: rowId() })) })
    }
    return record
  })
  await insertRecords({ req, slug, fields, records })
  const { instant } = now(req)
  await appendAuditLines(
    req,
    records.map((record) => ({
      at: instant,
      user: req.user?.id ?? null,
      userName: req.user?.name ?? req.user?.email ?? 'import',
      slug,
      documentId: String(record.id),
      no: nameOf(record),
      verb: 'create',
      version: null,
      changes: masterChanges({}, record),
      reason: null,
      client: clientOf(req) || 'import',
    })),
  )
  await forgetMasters(req)
  await rememberAll(req, slug, records)
  return ids
}
