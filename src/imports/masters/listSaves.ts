import { setImmediate as turn } from 'node:timers/promises'

import { APIError, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'

import { asking, unanswered } from '@/src/engine/askedForAll'
import type { FoundRecord } from '@/src/engine/documents/findRecords'
import { storedRecords, writableIds } from '@/src/engine/documents/storedRecords'
import { openRecords } from '@/src/engine/openRecord'

import { blankOf } from '../staging/blank'
import { rowIds } from './createRecords'
import { fieldsOf } from './fieldColumns'
import { RecordJudge } from './judgeRecord'
import { answeredOf, changingOf, type Hook, hooksOf, type JudgedChange, type KeptList, type ListChange } from './keptList'
import { copied, sameStored } from './recordValues'
import { rememberingRequest } from './rememberingRequest'
import type { Rewritten } from '../staging/rewriteRecords'

type Values = Record<string, unknown>
const isSettled = ({ former, record }: JudgedChange): Rewritten[] => (record ? [{ former, record }] : [])

/** So many records are judged before the database is listened to again. */
const recordsATurn = 5

/**
 * Lists of many known records, saved at once as the save of each would: the hooks of the collection and its fields judge every record,
 * what they ask or do alike for each is asked and done for all, and rows go to the database together (`ListWrites`). A record of which
 * anything else changes, or against which anything speaks, goes through the save itself, in its turn.
 */
export class ListSaves {
  private readonly judge: RecordJudge
  private readonly collection: SanitizedCollectionConfig
  private readonly all: readonly string[]
  private readonly blank: Readonly<Values>
  private readonly rowNames: readonly string[]
  private readonly mayChange: ReadonlySet<string>
  private readonly locks: readonly Hook[]
  private readonly before: readonly Hook[]
  private readonly rowId = rowIds()

  constructor(
    private readonly req: PayloadRequest,
    private readonly kept: KeptList,
  ) {
    const { slug, list } = kept
    const answered = answeredOf(kept)
    this.collection = req.payload.collections[slug].config
    const { hooks } = this.collection
    this.locks = hooksOf(asking(hooks.beforeOperation, 'locks'))
    this.before = hooksOf(unanswered(hooks.beforeOperation, answered))
    this.judge = new RecordJudge(rememberingRequest(req, slug), this.collection, answered, 'update')
    const fields = fieldsOf(req, slug)
    this.all = fields.map(({ name }) => name)
    this.blank = blankOf(['id', ...this.all])
    this.mayChange = changingOf(kept)
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
    return records.sort((one, other) => one.id - other.id).map((record) => this.laidOut(record))
  }

  /** With a place for each field, of the rows of its list too: so the engine copies it fastest. */
  private laidOut(record: FoundRecord): FoundRecord {
    const laid: Values = { ...this.blank }
    for (const name of this.all) laid[name] = record[name]
    return Object.assign(laid, { id: record.id, [this.kept.list]: this.rowsOf(record) })
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
    const { data, objections } = await this.judge.judge(Object.assign(copied(former), given), former)
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
}
