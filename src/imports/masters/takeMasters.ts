// More than 200 lines: a file of masters is taken in one pass: judged, written, told row by row.

import { setImmediate as turn } from 'node:timers/promises'

import type { FieldAccess, PayloadRequest, Where } from 'payload'

import { workOf } from '@/src/engine/operation'
import { enterDocument } from '@/src/engine/documents/enterDocument'
import type { FoundRecord } from '@/src/engine/documents/findRecords'
import { readableIds, storedRecords } from '@/src/engine/documents/storedRecords'
import { languageOf } from '@/src/engine/refusal'

import { mostErrors, nothingTaken, tell, type Taken, type Taking } from '../engine/definition'
import { headed, rowReader, type RowValues } from '../engine/readRow'
import { Relations } from '../engine/relations'
import type { ImportError } from '../kinds'
import type { TableRow } from '../reading/readTable'
import { blankOf } from '../staging/blank'
import { freshIds } from '../staging/insertRecords'
import { preparedRecords } from './createRecords'
import { fieldAt, fieldsOf } from './fieldColumns'
import { RecordJudge } from './judgeRecord'
import { type MasterKind, pathsOf } from './master'
import { differing, putAt, type Way } from './recordValues'
import { rememberingRequest } from './rememberingRequest'
import { SeenRows } from './seenRows'
import { Stages } from './stages'

type Values = Record<string, unknown>
type Read = { row: TableRow; values: RowValues; key: string | null; names: readonly string[] }
type Master = Taking & { master: MasterKind }
type Change = { row: number; id: number; data: Values }
/** What a portion of rows comes to, once the books were asked: records to be changed, with the row that says so, and new ones with ids for them. */
type LookedUp = { changes: Change[]; created: Read[]; ids: readonly number[] }
type Ready = { changes: Change[]; made: Awaited<ReturnType<typeof preparedRecords>> | null }

/** A business date is compared as a day, whether it was read from a file or from the books. */
const keyOf = (names: readonly string[], values: Values): string =>
  names.map((name) => `${name}|${String(values[name]).replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1')}`).join('|')

const isGiven = (value: unknown): boolean => value !== undefined && value !== null

/** So many rows are judged before the database is listened to again: what is being written meanwhile goes on. */
const rowsATurn = 5

class MasterImport {
  readonly taken: Taken = nothingTaken()
  /** By what it is known by: the row that told of a record first, and what it said. */
  private readonly seen = new SeenRows()
  private readonly relations: Relations
  private readonly readRow: ReturnType<typeof rowReader>
  private readonly paths: Map<string, string>
  /** The same, taken apart: the way to the field of each column. */
  private readonly ways: ReadonlyMap<string, Way>
  /** What records are known by without being fields of a file. */
  private readonly made: readonly string[]
  private readonly columnOf: ReadonlyMap<string, string>
  private readonly judge: RecordJudge
  /** What is read of records there are, whatever their rows say. */
  private readonly fields: ReadonlySet<string>
  private readonly names: ReadonlySet<string>
  private readonly blank: Readonly<Values>
  /** What several records are known by. */
  private readonly several = new Set<string>()
  private waiting: TableRow[] = []
  private readonly keys: ReadonlyArray<readonly string[]>
  private readonly stages = new Stages<LookedUp, Ready>(
    (lookedUp) => this.judged(lookedUp),
    (ready) => this.write(ready),
  )

  constructor(private readonly given: Master) {
    const { req, master, table, columns } = given
    this.relations = new Relations(req)
    this.readRow = rowReader({ req, table, columns, relations: this.relations })
    this.paths = pathsOf(req, master)
    this.ways = new Map([...this.paths].map(([name, path]) => [name, path.split('.')]))
    this.made = (master.keys ?? []).flat().filter((name) => name !== 'id' && !this.paths.has(name))
    this.columnOf = new Map([...this.paths].map(([name, path]) => [path, name]))
    this.keys = master.keys ?? (master.namedByName ? [['code'], ['name']] : [['code']])
    const collection = req.payload.collections[master.slug].config
    this.judge = new RecordJudge(rememberingRequest(req, master.slug), collection, master.answered ?? [])
    this.names = new Set(fieldsOf(req, master.slug).map(({ name }) => name))
    this.blank = blankOf([...this.names, ...this.made, 'id'])
    const told = [...table.columns, ...this.keys.flat(), ...(master.namedByName ? ['code', 'name'] : []), ...(master.composedFrom ?? [])]
    this.fields = new Set(told.flatMap((name) => this.fieldOf(name)))
  }

  /** The field of a record that a column is of, or a value a row was completed with. */
  private fieldOf(column: string): string[] {
    const [name = ''] = (this.paths.get(column) ?? column).split('.')
    return this.names.has(name) ? [name] : []
  }

  private get req(): PayloadRequest {
    return this.given.req
  }

  /** Once more is wrong than is told, rows are only counted. */
  private get tooMuch(): boolean {
    return this.taken.errors.length >= mostErrors
  }

  private wrong(row: number, column: string, zh: string, en: string, found?: string): void {
    const message = languageOf(this.req) === 'en' ? en : zh
    const heading = headed(this.req, this.given.columns, column)
    tell(this.taken, [{ row, column, heading, message, ...(found === undefined ? {} : { found }) }])
  }

  /** A column of a field this person may not write is refused before any row is looked at. */
  private async refuseForbidden(): Promise<void> {
    const { req, master, table } = this.given
    for (const name of table.columns) {
      const path = this.paths.get(name)
      if (path === undefined) continue
      const { access } = fieldAt(fieldsOf(req, master.slug), path) as { access?: { create?: FieldAccess } }
      if (access?.create && !(await access.create({ req, data: {}, siblingData: {} })))
        this.wrong(1, name, '您无权填写此列', 'You may not write this column')
    }
  }

  /** A file that names records of its own collection reads what it has written itself. */
  private get standsAlone(): boolean {
    const { master, columns, table } = this.given
    return master.rowsStandAlone === true && !columns.some(({ name, to }) => to === master.slug && table.columns.includes(name))
  }

  async run(): Promise<Taken> {
    if (this.req.user) await this.refuseForbidden()
    if (this.taken.errors.length > 0) return this.taken
    try {
      for await (const rows of this.given.table.rows()) {
        await this.portion(rows, true)
        await this.given.progress.advance(rows.length)
      }
      await this.stages.written()
      if (!this.tooMuch) await this.takeWaiting()
    } finally {
      await this.stages.ended()
    }
    return this.taken
  }

  /** Rows that name records of this very file come after those. */
  private async takeWaiting(): Promise<void> {
    for (let left = this.waiting; left.length > 0;) {
      this.waiting = []
      this.relations.forgetUnknown(this.given.master.slug)
      await this.portion(left, true)
      await this.stages.written()
      if (this.waiting.length === left.length) {
        await this.portion(this.waiting, false)
        await this.stages.written()
        return
      }
      left = this.waiting
    }
  }

  /** Asks the books about a portion while those before it are judged and written. */
  private async portion(rows: readonly TableRow[], mayWait: boolean): Promise<void> {
    if (!this.standsAlone) await this.stages.written()
    await this.stages.take(await this.lookedUp(rows, mayWait))
  }

  private async lookedUp(rows: readonly TableRow[], mayWait: boolean): Promise<LookedUp> {
    const { req, columns, master } = this.given
    if (!this.tooMuch) await this.relations.learn(columns, rows)
    const later = new Set(mayWait ? [master.slug as string] : [])
    const found: Array<{ row: TableRow; values: Values }> = []
    for (const [index, row] of rows.entries()) {
      if (index % rowsATurn === 0) await turn()
      const { values, errors, waiting } = this.readRow(row, later)
      for (const { column, zh, en } of master.contradictions?.(values) ?? []) this.wrong(row.row, column, zh, en, row.cells[column])
      if (errors.length > 0) tell(this.taken, errors)
      else if (this.tooMuch) continue
      else if (waiting) this.waiting.push(row)
      else found.push({ row, values: master.complete?.(values) ?? values })
    }
    const completed = await master.completeAll?.(
      req,
      found.map(({ values }) => values),
    )
    const read = found.map(({ row, values }, index): Read => ({ row, ...this.keyed(completed?.[index] ?? values) }))
    const fresh = read.filter((entry) => this.isFirst(entry))
    const known = await this.known(fresh)
    const created: Read[] = []
    const changes: Change[] = []
    for (const entry of fresh) {
      const former = entry.key === null ? undefined : known.get(entry.key)
      const [key = ''] = entry.names
      if (entry.key !== null && this.several.has(entry.key))
        this.wrong(
          entry.row.row,
          'name',
          '有多条同名记录，请写编码',
          'Several records bear this name: write the code',
          entry.row.cells['name'],
        )
      else if (former === 'unseen' && !entry.names.includes('id'))
        this.wrong(entry.row.row, this.given.master.toldIn?.[key] ?? key, '已被使用', 'In use already', entry.row.cells[key])
      else if (former !== undefined && former !== 'unseen') changes.push(...this.changeOf(entry, former))
      else if (entry.names.includes('id')) this.wrong(entry.row.row, 'id', '没有这个编号', 'There is no record of this number')
      else created.push(entry)
    }
    const ids = this.taken.errors.length > 0 ? [] : await freshIds(req, master.slug, created.length)
    return { changes, created, ids }
  }

  /** What the row is known by: the first set of columns it fills. */
  private keyed(values: RowValues): { values: RowValues; key: string | null; names: readonly string[] } {
    const names = this.keys.find((candidate) => candidate.every((name) => isGiven(values[name])))
    return names ? { values, key: keyOf(names, values), names } : { values, key: null, names: [] }
  }

  private isFirst({ row, key, names, values }: Read): boolean {
    if (key === null) return true
    const earlier = this.seen.note(key, JSON.stringify(values), row.row)
    if (!earlier) return true
    // a list of sales names its customers and goods over and over
    if (earlier.same || this.given.fields['firstRow'] === 'yes') {
      this.taken.unchanged += 1
      return false
    }
    const [known = ''] = names
    const name = this.given.master.toldIn?.[known] ?? known
    const first = String(earlier.row)
    this.wrong(
      row.row,
      name,
      `与第 ${first} 行相同，但其他列不同；以第一次为准请传 firstRow=yes`,
      `The same as in row ${first}, which says something else; say firstRow=yes to let the first row count`,
      String(values[name]),
    )
    return false
  }

  private async known(entries: readonly Read[]): Promise<Map<string, FoundRecord | 'unseen'>> {
    const { req, master } = this.given
    const { slug } = master
    const found = new Map<string, FoundRecord | 'unseen'>()
    // of records a file names, those this person reads; of the others no answer says how much of them he has guessed
    const bearers = new Map<string, number>()
    const said = new Set(entries.flatMap(({ values }) => Object.keys(values)))
    const fields = [...new Set([...this.fields, ...[...said].flatMap((name) => this.fieldOf(name))])]
    const note = async (where: Where, key: (record: FoundRecord) => string): Promise<void> => {
      const records = await storedRecords({ req, slug, where, fields })
      const readable = await readableIds(
        req,
        slug,
        records.map(({ id }) => id),
      )
      for (const record of records) found.set(key(record), readable.has(record.id) ? record : 'unseen')
    }
    for (const names of this.keys) {
      const wanted = entries.filter((entry) => entry.names === names)
      for (let at = 0; at < wanted.length; at += 1000) {
        const asked = wanted.slice(at, at + 1000)
        await note(
          { and: names.map((name) => ({ [this.paths.get(name) ?? name]: { in: [...new Set(asked.map(({ values }) => values[name]))] } })) },
          (record) => {
            const key = keyOf(names, record)
            const other = bearers.get(key)
            if (other !== undefined && other !== record.id) this.several.add(key)
            bearers.set(key, record.id)
            return key
          },
        )
        // a name that is the code of a record means that record
        if (master.namedByName && names[0] === 'name')
          await note({ code: { in: asked.map(({ values }) => values['name']) } }, (record) => keyOf(names, { name: record['code'] }))
      }
    }
    return found
  }

  private dataOf(values: RowValues, former: Values | null): Values {
    const { master } = this.given
    const data: Values = former ? {} : { ...this.blank }
    for (const name of Object.keys(values)) {
      const way = this.ways.get(name)
      if (way !== undefined) putAt(data, way, values[name])
    }
    for (const name of this.made) if (values[name] !== undefined) data[name] = values[name]
    if (master.namedByName && !former && !isGiven(values['code'])) data['code'] = values['name']
    return Object.assign(data, master.compose?.(values, former))
  }

  /** What is to be changed of a record there is: nothing, where it says the same. */
  private changeOf({ row, values, names }: Read, former: Values & { id: number }): Change[] {
    const { req, master } = this.given
    const changed = differing(this.dataOf(values, former), former)
    if (changed === null) {
      this.taken.unchanged += 1
      return []
    }
    const twin = names.includes('id') ? [] : (master.twinOf?.(req, values, former) ?? [])
    if (twin.length === 0) return [{ row: row.row, id: former.id, data: changed }]
    tell(
      this.taken,
      twin.map(({ path, message }) => this.objection(row, path, message)),
    )
    return []
  }

  /** All that the records of a portion take but the database itself, while it is busy with those before them. */
  private async judged({ changes, created, ids }: LookedUp): Promise<Ready> {
    const { req, master } = this.given
    const data = await this.newOnes(created)
    if (data.length === 0 || this.taken.errors.length > 0) return { changes, made: null }
    return { changes, made: await preparedRecords({ req, master, fields: fieldsOf(req, master.slug), data, ids }) }
  }

  /** New records as a save would make them; what it would object to is told. */
  private async newOnes(entries: readonly Read[]): Promise<Values[]> {
    const { req, master } = this.given
    if (entries.length === 0) return []
    const given = entries.map(({ values }) => this.dataOf(values, null))
    const told = await master.judgeRows?.(req, given)
    const data: Values[] = []
    for (const [index, { row }] of entries.entries()) {
      if (index % rowsATurn === 0) await turn()
      const { data: judged, objections: own } = await this.judge.judge(given[index] ?? {})
      const objections = [...(told?.[index] ?? []), ...own]
      if (objections.length === 0) data.push(judged)
      else
        tell(
          this.taken,
          objections
            .filter(({ path }, at, all) => all.findIndex((other) => other.path === path) === at)
            .map(({ path, message }) => this.objection(row, path, message)),
        )
    }
    return data
  }

  /** Once something is wrong nothing is kept, and a refused save has ended the transaction: then nothing is written any more. */
  private async write({ changes, made }: Ready): Promise<void> {
    const { req, master } = this.given
    for (const { row, id, data } of changes) {
      if (this.taken.errors.length > 0) return
      workOf(req).importRow = row
      await enterDocument({ req, slug: master.slug, id, data, overrideAccess: !req.user })
      this.taken.updated += 1
    }
    if (made === null || this.taken.errors.length > 0) return
    await made.write()
    this.taken.created += made.count
  }

  private objection({ row, cells }: TableRow, path: string, message: string): ImportError {
    const name = this.columnOf.get(path) ?? path
    return { row, column: name, heading: headed(this.req, this.given.columns, name), message, found: cells[name] ?? '' }
  }
}

/**
 * Master records from the rows of a file: new ones are judged as a save judges them and written together, known ones are changed through
 * the save itself, and only where they differ. Rows that name others of the same file (a category its parent) wait for them.
 */
export const takeMasters = (given: Master): Promise<Taken> => new MasterImport(given).run()
