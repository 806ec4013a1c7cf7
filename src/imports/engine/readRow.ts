import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { languageOf } from '@/src/engine/refusal'

import { RowCells } from '../cells'
import type { ImportError } from '../kinds'
import type { OpenTable } from '../reading/openTable'
import type { TableRow } from '../reading/readTable'
import { type ImportColumn, partsOf, type Words } from '../column'
import { chosen } from './chosen'
import type { Relations } from './relations'

/** What a row says, column by column: absent where its cell is empty, null where it says "exempt". */
export type RowValues = Record<string, unknown>

/** Of taxes one may be exempt; a discount that says so says nothing. */
const isTax = (name: string): boolean => /tax/i.test(name)
const exempt = /^(免税|免征|不征税|免|exempt|tax[- ]?free|n\/a)$/i
const yes = /^(1|y|yes|true|是|有|启用|√|✓)$/i
const no = /^(0|n|no|false|否|无|停用|×)$/i

const saysYes = ({ says }: ImportColumn, text: string): boolean => yes.test(text) || says?.yes.test(text) === true
const saysNo = ({ says }: ImportColumn, text: string): boolean => no.test(text) || says?.no.test(text) === true

const accepted = ({ type, choices, scale, reads, note }: ImportColumn): Words => {
  if (reads && note) return note
  switch (type) {
    case 'choice':
    case 'choices':
      return { zh: (choices ?? []).map(({ label }) => label.zh).join('、'), en: (choices ?? []).map(({ label }) => label.en).join(', ') }
    case 'flag':
      return { zh: '是、否', en: 'yes, no' }
    default:
      return {
        zh: `最多 ${String(scale)} 位小数，或选择四舍五入（round=yes）`,
        en: `at most ${String(scale)} decimals, or say that figures are rounded (round=yes)`,
      }
  }
}

const decimalsOf = (value: number): number => {
  if (Number.isInteger(value)) return 0
  const text = String(value)
  if (/e-/.test(text)) return Number(text.split('e-')[1])
  return text.split('.')[1]?.length ?? 0
}

type RowRead = { values: RowValues; errors: ImportError[]; waiting: boolean }

/** Collections whose records may still come in with this file: not found there is no problem yet. */
type Later = ReadonlySet<string>

const nothingLater: Later = new Set()

type Reading = { req: PayloadRequest; table: OpenTable; columns: readonly ImportColumn[]; relations: Relations }

/** One row on its way from cells to values. */
class RowReading {
  readonly values: RowValues = {}
  waiting = false
  readonly cells: RowCells

  constructor(
    private readonly given: Reading,
    row: TableRow,
    private readonly later: Later,
  ) {
    this.cells = new RowCells(given.req, row, given.table)
  }

  private refuse(column: ImportColumn, text: string): void {
    const { zh, en } = accepted(column)
    this.cells.wrong(column.name, `“${text}” 不能接受；可填：${zh}`, `“${text}” is not accepted; possible: ${en}`)
  }

  private figure(column: ImportColumn, value: number | null, text: string): void {
    const { name, scale, min } = column
    if (value === null) return
    const decimals = scale === undefined ? 0 : decimalsOf(value)
    const isLonger = scale !== undefined && decimals > scale
    if (isLonger && !this.given.table.rounds) return this.refuse(column, text)
    if (min !== undefined && value < min)
      return this.cells.wrong(name, `“${text}” 不得小于 ${String(min)}`, `“${text}” is below ${String(min)}`)
    this.values[name] = isLonger ? toNumber(d(value).toDecimalPlaces(scale)) : value === 0 ? 0 : value
  }

  private relation({ name, to = '' }: ImportColumn, text: string): number | null {
    const found = this.given.relations.find(to, text)
    if (typeof found === 'number') return found
    if (found === null && this.later.has(to)) this.waiting = true
    else if (found === 'several')
      this.cells.wrong(name, `“${text}” 有多条同名记录，请写编码`, `Several records are named “${text}”: write the code`)
    else this.cells.wrong(name, `“${text}” 不存在：没有这个编码或名称`, `No record has the code or name “${text}”`)
    return null
  }

  read(column: ImportColumn): void {
    const { cells, values } = this
    const { name, type } = column
    const text = cells.text(name)
    if (text === '') {
      if (column.required) cells.wrong(name, '不能为空', 'Required')
      return
    }
    switch (type) {
      case 'figure':
        return this.figure(column, cells.figure(name), text)
      case 'rate':
        if (isTax(name) && exempt.test(text.normalize('NFKC'))) values[name] = null
        else this.figure(column, cells.rate(name), text)
        return
      case 'day': {
        const day = cells.day(name)
        if (day !== null) values[name] = day
        return
      }
      case 'flag':
        if (saysYes(column, text) || saysNo(column, text)) values[name] = saysYes(column, text)
        else this.refuse(column, text)
        return
      case 'choice':
      case 'choices': {
        const found = (type === 'choice' ? [text] : partsOf(text)).map((part) => chosen(column, part))
        if (found.includes(undefined)) this.refuse(column, text)
        else values[name] = type === 'choice' ? found[0] : found
        return
      }
      case 'relation':
      case 'relations': {
        const found = (type === 'relation' ? [text] : partsOf(text)).map((part) => this.relation(column, part))
        if (found.every((id) => id !== null)) values[name] = type === 'relation' ? found[0] : found
        return
      }
      default: {
        const read = column.reads ? column.reads(text) : text
        if (read === null) this.refuse(column, text)
        else values[name] = read
      }
    }
  }
}

/**
 * Reads the rows of one file by their columns and says of every cell that cannot be read what stood there and what is accepted. Of all columns there
 * may be, a row is only asked for those of its file and those it may not leave out.
 */
export function rowReader(given: Reading): (row: TableRow, later?: Later) => RowRead {
  const { req, table, columns } = given
  const asked = columns.filter(({ name, required }) => required === true || table.columns.includes(name))
  return (row, later = nothingLater) => {
    const reading = new RowReading(given, row, later)
    for (const column of asked) reading.read(column)
    const { cells, values, waiting } = reading
    const errors = cells.errors.map((error) => ({ ...error, heading: headed(req, columns, error.column), found: cells.text(error.column) }))
    return { values, errors, waiting }
  }
}

/** A column in the words of the screen. */
export const headed = (req: PayloadRequest, columns: readonly ImportColumn[], name: string): string =>
  columns.find((column) => column.name === name)?.label[languageOf(req)] ?? name
