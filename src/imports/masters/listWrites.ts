import { setImmediate as turn } from 'node:timers/promises'

import type { FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { masterChanges } from '@/src/domain/control/masterChanges'
import { unanswered } from '@/src/engine/askedForAll'
import { type AuditEntry, auditsWritten } from '@/src/engine/audit'
import { now } from '@/src/engine/clock'
import { enterDocument } from '@/src/engine/documents/enterDocument'
import type { FoundRecord } from '@/src/engine/documents/findRecords'
import { wordsOfChanged } from '@/src/engine/lookup/rememberWords'
import { forgetMasters } from '@/src/engine/masters'
import { workOf } from '@/src/engine/operation'
import { type Sql, writeTogether } from '@/src/ledger/query'

import { noteChecks } from './createRecords'
import { fieldsOf } from './fieldColumns'
import { answeredOf, changingOf, type Hook, hooksOf, type JudgedChange, type KeptList } from './keptList'
import { changesWritten, type Rewritten, rowsOfChanged } from '../staging/rewriteRecords'

type Values = Record<string, unknown>
/** Writes what has been made ready. */
export type Write = () => Promise<void>

/** So many records are made ready before the database is listened to again. */
const recordsATurn = 5

/** Writes lists of known records as their saves would, many at once, and what a save leaves behind beside them. */
export class ListWrites {
  private readonly collection: SanitizedCollectionConfig
  private readonly written: readonly FlattenedField[]
  private readonly changing: readonly string[]
  private readonly after: readonly Hook[]

  constructor(
    private readonly req: PayloadRequest,
    private readonly kept: KeptList,
  ) {
    this.collection = req.payload.collections[kept.slug].config
    this.after = hooksOf(unanswered(this.collection.hooks.afterChange, answeredOf(kept)))
    const mayChange = changingOf(kept)
    const fields = fieldsOf(req, kept.slug)
    this.changing = fields.map(({ name }) => name).filter((name) => mayChange.has(name))
    this.written = fields.filter(({ name }) => mayChange.has(name) || (kept.beside && name === 'checks'))
  }

  /** What writes them, in their order: those that are settled together, the others each by its save. */
  async prepared(changes: readonly JudgedChange[]): Promise<Write[]> {
    const { req, kept } = this
    const writes: Write[] = []
    let together: Rewritten[] = []
    for (const { row, former, rows, record } of changes) {
      if (record) {
        together.push({ former, record })
        continue
      }
      writes.push(await this.preparedTogether(together))
      together = []
      writes.push(async () => {
        workOf(req).importRow = row
        await enterDocument({ req, slug: kept.slug, id: former.id, data: { [kept.list]: rows }, overrideAccess: !req.user })
      })
    }
    writes.push(await this.preparedTogether(together))
    return writes
  }

  /** All that they take but the database itself, while it is busy with those before them. */
  private async preparedTogether(changes: readonly Rewritten[]): Promise<Write> {
    if (changes.length === 0) return () => Promise.resolve()
    const { req, kept, collection } = this
    const { slug } = kept
    const records = changes.map(({ record }) => record)
    const rows = await rowsOfChanged({ req, slug, fields: this.written, changes })
    const beside = await kept.beside?.(req, records)
    if (beside) noteChecks(rows, [])
    const ready = changesWritten(rows)
    const others = [await this.log(changes), ...(beside?.written ?? [])]
    return async () => {
      const checks = (await beside?.checks()) ?? []
      const isTold = checks.some((findings) => findings.length > 0)
      if (isTold) noteChecks(rows, checks)
      for (const [index, record] of records.entries()) if (beside) record['checks'] = checks[index] ?? []
      const words = await wordsOfChanged(req, slug, changes)
      const statements = [...(isTold ? changesWritten(rows) : ready), ...others, words]
      await writeTogether(req, statements.filter((statement) => statement !== null)) // prettier-ignore
      await forgetMasters(req)
      for (const hook of this.after)
        for (const { former, record } of changes)
          await hook({ collection, context: req.context, data: record, doc: record, operation: 'update', previousDoc: former, req })
    }
  }

  /** What writes an entry of the log for each of which anything changes. */
  private async log(changes: readonly Rewritten[]): Promise<Sql | null> {
    const { req, kept } = this
    const at = now(req).instant
    const entries: AuditEntry[] = []
    for (const [index, { former, record }] of changes.entries()) {
      if (index % recordsATurn === recordsATurn - 1) await turn()
      const found = masterChanges(this.told(former), this.told(record))
      const about = { at, slug: kept.slug, documentId: record.id, no: String(record['code']), version: Number(record['version']) }
      if (found.length > 0) entries.push({ ...about, verb: 'update', changes: found })
    }
    return auditsWritten(req, entries)
  }

  /** Of a record what may change. */
  private told(record: FoundRecord): Values {
    return Object.fromEntries(this.changing.map((name) => [name, record[name]]))
  }
}
