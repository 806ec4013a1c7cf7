// More than 200 lines: a file of masters is taken in one pass: judged, written, told row by row.

import { createHash } from 'node:crypto'

import type { FieldAccess, PayloadRequest } from 'payload'

import { workOf } from '@/src/engine/operation'
import { enterDocument } from '@/src/engine/documents/enterDocument'
import { type FoundRecord, findRecords } from '@/src/engine/documents/findRecords'
import { languageOf } from '@/src/engine/refusal'

import { mostErrors, nothingTaken, tell, type Taken, type Taking } from '../engine/definition'
import { headed, readRow, type RowValues } from '../engine/readRow'
import { Relations } from '../engine/relations'
import type { ImportError } from '../kinds'
import type { TableRow } from '../reading/readTable'
import { createRecords } from './createRecords'
import { fieldAt, fieldsOf } from './fieldColumns'
import { EmptyFields, judgeRecord } from './judgeRecord'
import { type MasterKind, pathsOf } from './master'
import { differing, nested } from './recordValues'
import { rememberingRequest } from './rememberingRequest'

type Values = Record<string, unknown>
type Read = { row: TableRow; values: RowValues; key: string | null; names: readonly string[] }
type Master = Taking & { master: MasterKind }

/** A business date is compared as a day, whether it was read from a file or from the books. */
const keyOf = (names: readonly string[], values: Values): string =>
  names.map((name) => `${name}|${String(values[name]).replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1')}`).join('|')

const isGiven = (value: unknown): boolean => value !== undefined && value !== null

class MasterImport {
  readonly taken: Taken = nothingTaken()
  /** By what it is known by: the row that told of a record first, and what it said. */
  private readonly seen = new Map<string, { row: number; said: string }>()
  private readonly relations: Relations
  private readonly paths: Map<string, string>
  /** What several records are known by. */
  private readonly several = new Set<string>()
  private waiting: TableRow[] = []
  private readonly keys: ReadonlyArray<readonly string[]>

  constructor(private readonly given: Master) {
    this.relations = new Relations(given.req)
    this.paths = pathsOf(given.req, given.master)
    this.keys = given.master.keys ?? (given.master.namedByName ? [['code'], ['name']] : [['code']])
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

  async run(): Promise<Taken> {
    if (this.req.user) await this.refuseForbidden()
    if (this.taken.errors.length > 0) return this.taken
    for await (const rows of this.given.table.rows()) {
      await this.portion(rows, true)
      await this.given.progress.advance(rows.length)
    }
    if (this.tooMuch) return this.taken
    // rows that name records of this very file come after those
    for (let left = this.waiting; left.length > 0;) {
      this.waiting = []
      this.relations.forgetUnknown(this.given.master.slug)
      await this.portion(left, true)
      if (this.waiting.length === left.length) {
        await this.portion(this.waiting, false)
        break
      }
      left = this.waiting
    }
    return this.taken
  }

  private async portion(rows: readonly TableRow[], mayWait: boolean): Promise<void> {
    const { req, columns, table, master } = this.given
    await this.relations.learn(columns, rows)
    const later = new Set(mayWait ? [master.slug as string] : [])
    const found: Array<{ row: TableRow; values: Values }> = []
    for (const row of rows) {
      const { values, errors, waiting } = readRow({ req, row, table, columns, relations: this.relations, later })
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
      else if (former !== undefined && former !== 'unseen') await this.update(entry, former)
      else if (entry.names.includes('id')) this.wrong(entry.row.row, 'id', '没有这个编号', 'There is no record of this number')
      else created.push(entry)
    }
    await this.create(created)
  }

  /** What the row is known by: the first set of columns it fills. */
  private keyed(values: RowValues): { values: RowValues; key: string | null; names: readonly string[] } {
    const names = this.keys.find((candidate) => candidate.every((name) => isGiven(values[name])))
    return names ? { values, key: keyOf(names, values), names } : { values, key: null, names: [] }
  }

  private isFirst({ row, key, names, values }: Read): boolean {
    if (key === null) return true
    const said = createHash('sha1').update(JSON.stringify(values)).digest('base64')
    const earlier = this.seen.get(key)
    if (!earlier) {
      this.seen.set(key, { row: row.row, said })
      return true
    }
    // a list of sales names its customers and goods over and over
    if (earlier.said === said || this.given.fields['firstRow'] === 'yes') {
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

  /** Of records a file names, those this person reads; of the others no answer says how much of them he has guessed. */
  private async readable(records: readonly FoundRecord[]): Promise<ReadonlySet<number>> {
    const { req, master } = this.given
    const ids = records.map(({ id }) => id)
    if (!req.user || ids.length === 0) return new Set(ids)
    const read = await findRecords({ req, slug: master.slug, where: { id: { in: ids } }, fields: [], overrideAccess: false })
    return new Set(read.map(({ id }) => id))
  }

  private async known(entries: readonly Read[]): Promise<Map<string, FoundRecord | 'unseen'>> {
    const { req, master } = this.given
    const found = new Map<string, FoundRecord | 'unseen'>()
    for (const names of this.keys) {
      const wanted = entries.filter((entry) => entry.names === names)
      for (let at = 0; at < wanted.length; at += 1000) {
        const asked = wanted.slice(at, at + 1000)
        const where = {
          and: names.map((name) => ({ [this.paths.get(name) ?? name]: { in: [...new Set(asked.map(({ values }) => values[name]))] } })),
        }
        const records = await findRecords({ req, slug: master.slug, where, overrideAccess: true })
        const readable = await this.readable(records)
        for (const record of records) {
          const key = keyOf(names, record)
          if (found.has(key)) this.several.add(key)
          found.set(key, readable.has(record.id) ? record : 'unseen')
        }
        if (!master.namedByName || names[0] !== 'name') continue
        // a name that is the code of a record means that record
        const coded = { code: { in: asked.map(({ values }) => values['name']) } }
        const bearers = await findRecords({ req, slug: master.slug, where: coded, overrideAccess: true })
        const seen = await this.readable(bearers)
        for (const record of bearers) found.set(keyOf(names, { name: record['code'] }), seen.has(record.id) ? record : 'unseen')
      }
    }
    return found
  }

  private dataOf(values: RowValues, former: Values | null): Values {
    const { master } = this.given
    const own = Object.entries(values).flatMap(([name, value]) => {
      const path = this.paths.get(name)
      return path === undefined ? [] : [[path, value] as const]
    })
    const made = (master.keys ?? []).flat().filter((name) => name !== 'id' && !this.paths.has(name) && values[name] !== undefined)
    const data = { ...nested(own), ...Object.fromEntries(made.map((name) => [name, values[name]])) }
    const coded = master.namedByName && !former && !isGiven(values['code']) ? { code: values['name'] } : {}
    return { ...data, ...coded, ...master.compose?.(values, former) }
  }

  private async update({ row, values, names }: Read, former: Values & { id: number }): Promise<void> {
    const { req, master } = this.given
    const changed = differing(this.dataOf(values, former), former)
    if (changed === null) {
      this.taken.unchanged += 1
      return
    }
    const twin = names.includes('id') ? [] : (master.twinOf?.(req, values, former) ?? [])
    if (twin.length > 0)
      return tell(
        this.taken,
        twin.map(({ path, message }) => this.objection(row, path, message)),
      )
    // once something is wrong nothing is kept, and a refused save has ended the transaction
    if (this.taken.errors.length > 0) return
    workOf(req).importRow = row.row
    await enterDocument({ req, slug: master.slug, id: former.id, data: changed, overrideAccess: !req.user })
    this.taken.updated += 1
  }

  private async create(entries: readonly Read[]): Promise<void> {
    if (entries.length === 0) return
    const { req, master } = this.given
    const collection = req.payload.collections[master.slug].config
    const asked = rememberingRequest(req)
    const answered = new Set(master.answered ?? [])
    const data: Values[] = []
    const given = entries.map(({ values }) => this.dataOf(values, null))
    const told = await master.judgeRows?.(req, given)
    const empty = new EmptyFields()
    for (const [index, { row }] of entries.entries()) {
      const { data: judged, objections: own } = await judgeRecord({ req: asked, collection, values: given[index] ?? {}, answered, empty })
      const objections = [...(told?.[index] ?? []), ...own].filter(
        ({ path }, at, all) => all.findIndex((other) => other.path === path) === at,
      )
      if (objections.length === 0) data.push(judged)
      tell(
        this.taken,
        objections.map(({ path, message }) => this.objection(row, path, message)),
      )
    }
    if (this.taken.errors.length > 0) return
    await master.judgeAll?.(req, data)
    const ids = await createRecords({ req, slug: master.slug, fields: fieldsOf(req, master.slug), data })
    await master.written?.(
      req,
      data.map((record, index) => ({ ...record, id: ids[index] ?? 0 })),
    )
    this.taken.created += ids.length
  }

  private objection({ row, cells }: TableRow, path: string, message: string): ImportError {
    const name = [...this.paths].find(([, own]) => own === path)?.[0] ?? path
    return { row, column: name, heading: headed(this.req, this.given.columns, name), message, found: cells[name] ?? '' }
  }
}

/**
 * Master records from the rows of a file: new ones are judged as a save judges them and written together, known ones are changed through
 * the save itself, and only where they differ. Rows that name others of the same file (a category its parent) wait for them.
 */
export const takeMasters = (given: Master): Promise<Taken> => new MasterImport(given).run()
