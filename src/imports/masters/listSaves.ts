import { setImmediate as turn } from 'node:timers/promises'

import { APIError, type FlattenedField, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'

import { masterChanges } from '@/src/domain/control/masterChanges'
import { asking, type Question, unanswered } from '@/src/engine/askedForAll'
import { writeAudits } from '@/src/engine/audit'
import { now } from '@/src/engine/clock'
import { enterDocument } from '@/src/engine/documents/enterDocument'
import type { FoundRecord } from '@/src/engine/documents/findRecords'
import { storedRecords, writableIds } from '@/src/engine/documents/storedRecords'
import { rememberAll } from '@/src/engine/lookup/rememberWords'
import { forgetMasters } from '@/src/engine/masters'
import { openRecords } from '@/src/engine/openRecord'
import { workOf } from '@/src/engine/operation'

import { rewriteRecords } from '../staging/insertRecords'
import { rowIds } from './createRecords'
import { fieldsOf } from './fieldColumns'
import { RecordJudge } from './judgeRecord'
import { copied, sameStored } from './recordValues'
import { rememberingRequest } from './rememberingRequest'

type Values = Record<string, unknown>
type Hook = (args: Values) => unknown
/** The platform types what each of its operations calls a hook with; here all are called with what a save of one record has. */
const hooksOf = (hooks: readonly unknown[]): Hook[] => hooks.filter((hook): hook is Hook => typeof hook === 'function')

/** A list of known records as files have it: what of a record follows it, and what its hooks ask, asked for many records at once. */
export type KeptList = {
  slug: 'items' | 'customers'
  list: string
  /** Other fields that say what the list says. */
  follows?: readonly string[]
  answered: readonly Question[]
  /** Records whose change something may speak against; they go through the save, which tells what. */
  doubtful?: (req: PayloadRequest, settled: readonly Settled[]) => Promise<ReadonlySet<number>>
  /** What a save finds of each record and keeps with it, and what it remembers beside them once they are written. */
  beside?: (req: PayloadRequest, records: readonly FoundRecord[]) => Promise<{ checks: unknown[][]; remember: () => Promise<void> }>
}

/** A record as it is stored, its list as the file wants it, and the row that told of it. */
export type ListChange = { row: number; former: FoundRecord; rows: readonly Values[] }
/** `record`: what a save would make of it; null where the save itself has to. */
export type JudgedChange = ListChange & { record: FoundRecord | null }

type Settled = { former: FoundRecord; record: FoundRecord }
const isSettled = ({ former, record }: JudgedChange): Settled[] => (record ? [{ former, record }] : [])

/** So many records are judged before the database is listened to again. */
const recordsATurn = 5

/** What is done here for all records at once, whatever the list. */
const forAll: readonly Question[] = ['locks', 'memory', 'words', 'log']

/**
 * Lists of many known records, saved at once as the save of each would: the hooks of the collection and its fields judge every record,
 * what they ask or do alike for each is asked and done for all, and rows go to the database together. A record of which anything else
 * changes, or against which anything speaks, goes through the save itself, in its turn.
 */
export class ListSaves {
  private readonly judge: RecordJudge
  private readonly collection: SanitizedCollectionConfig
  private readonly all: readonly string[]
  private readonly rowNames: readonly string[]
  private readonly written: readonly FlattenedField[]
  private readonly mayChange: ReadonlySet<string>
  private readonly locks: readonly Hook[]
  private readonly before: readonly Hook[]
  private readonly after: readonly Hook[]
  private readonly rowId = rowIds()

  constructor(
    private readonly req: PayloadRequest,
    private readonly kept: KeptList,
  ) {
    const { slug, list, follows = [], beside } = kept
    const answered = [...forAll, ...kept.answered]
    this.collection = req.payload.collections[slug].config
    const { hooks } = this.collection
    this.locks = hooksOf(asking(hooks.beforeOperation, 'locks'))
    this.before = hooksOf(unanswered(hooks.beforeOperation, answered))
    this.after = hooksOf(unanswered(hooks.afterChange, answered))
    this.judge = new RecordJudge(rememberingRequest(req, slug), this.collection, answered, 'update')
    const fields = fieldsOf(req, slug)
    this.all = fields.map(({ name }) => name)
    this.mayChange = new Set([list, ...follows, 'version'])
    this.written = fields.filter(({ name }) => this.mayChange.has(name) || (beside && name === 'checks'))
    this.rowNames = fields.flatMap((field) =>
      field.name === list && field.type === 'array' ? field.flattenedFields.map(({ name }) => name) : [],
    )
  }

  /** Records as they are stored, nobody else's to change until the end; in the order of their ids. */
  async opened(ids: readonly number[]): Promise<FoundRecord[]> {
    const { req, kept, collection } = this
    // what is locked before any record, in the order of its save
    for (const hook of this.locks) await hook({ args: {}, collection, context: req.context, operation: 'update', req })
    await openRecords({ req, slug: kept.slug, ids })
    const records = await storedRecords({ req, slug: kept.slug, where: { id: { in: [...ids] } }, fields: this.all })
    return records.sort((one, other) => one.id - other.id)
  }

  async judged(changes: readonly ListChange[]): Promise<JudgedChange[]> {
    const { req, kept } = this
    const ids = changes.map(({ former }) => former.id)
    const writable = await writableIds(req, kept.slug, ids)
    const judged: JudgedChange[] = []
    for (const [index, change] of changes.entries()) {
      if (index % recordsATurn === recordsATurn - 1) await turn()
      judged.push({ ...change, record: writable.has(change.former.id) ? await this.settled(change) : null })
    }
    const doubtful = await kept.doubtful?.(req, judged.flatMap(isSettled))
    return doubtful ? judged.map((change) => (doubtful.has(change.former.id) ? { ...change, record: null } : change)) : judged
  }

  /** The record as a save leaves it; null where it would refuse it or change more of it than these fields. */
  private async settled({ former, rows }: ListChange): Promise<FoundRecord | null> {
    const { list } = this.kept
    const given = await this.admitted(former.id, { [list]: rows.map((row) => ({ ...row })) })
    if (given === null) return null
    const { data, objections } = await this.judge.judge({ ...copied(former), ...given }, former)
    if (objections.length > 0) return null
    for (const name of Object.keys(data)) if (!this.mayChange.has(name) && !sameStored(data[name], former[name])) return null
    const changed = Object.fromEntries([...this.mayChange].map((name) => [name, data[name] ?? null]))
    return { ...former, ...changed, [list]: this.rowsOf(data) }
  }

  /** The rows of the list as they are stored, a place for each of their fields. */
  private rowsOf(record: Values): Values[] {
    return ((record[this.kept.list] ?? []) as readonly Values[]).map((row) => {
      const stored: Values = {}
      for (const name of this.rowNames) stored[name] = row[name] ?? null
      stored['id'] ??= this.rowId()
      return stored
    })
  }

  /** What is asked before a save begins, of what was entered: as it goes on, or null where it is refused. */
  private async admitted(id: number, data: Values): Promise<Values | null> {
    const { req, collection } = this
    let args: Values = { id, data, collection, depth: 0, overrideAccess: !req.user, req }
    try {
      for (const hook of this.before)
        args = ((await hook({ args, collection, context: req.context, operation: 'update', req })) ?? args) as Values
    } catch (error) {
      if (!(error instanceof APIError) || error.status >= 500) throw error
      return null
    }
    return args['data'] as Values
  }

  /** In their order: those that are settled together, the others each by its save. */
  async write(changes: readonly JudgedChange[]): Promise<void> {
    const { req, kept } = this
    let together: Settled[] = []
    for (const { row, former, rows, record } of changes) {
      if (record) {
        together.push({ former, record })
        continue
      }
      await this.writeTogether(together)
      together = []
      workOf(req).importRow = row
      await enterDocument({ req, slug: kept.slug, id: former.id, data: { [kept.list]: rows }, overrideAccess: !req.user })
    }
    await this.writeTogether(together)
  }

  private async writeTogether(settled: readonly Settled[]): Promise<void> {
    if (settled.length === 0) return
    const { req, kept, collection } = this
    const { slug } = kept
    const records = settled.map(({ record }) => record)
    const beside = await kept.beside?.(req, records)
    if (beside) for (const [index, record] of records.entries()) record['checks'] = beside.checks[index] ?? []
    await rewriteRecords({ req, slug, fields: this.written, records })
    await forgetMasters(req)
    await rememberAll(req, slug, records)
    await beside?.remember()
    for (const hook of this.after)
      for (const { former, record } of settled)
        await hook({ collection, context: req.context, data: record, doc: record, operation: 'update', previousDoc: former, req })
    const at = now(req).instant
    await writeAudits(
      req,
      settled.flatMap(({ former, record }) => {
        const changes = masterChanges({ ...former, [kept.list]: this.rowsOf(former) }, record)
        const about = { at, slug, documentId: record.id, no: String(record['code']), version: Number(record['version']) }
        return changes.length === 0 ? [] : [{ ...about, verb: 'update' as const, changes }]
      }),
    )
  }
}
