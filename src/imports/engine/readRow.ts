import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { languageOf } from '@/src/engine/refusal'

import { readCells } from '../cells'
import type { ImportError } from '../kinds'
import type { OpenTable } from '../reading/openTable'
import type { TableRow } from '../reading/readTable'
import { type ImportColumn, partsOf, type Words } from '../column'
import type { Relations } from './relations'

/** What a row says, column by column: absent where its cell is empty, null where it says "exempt". */
export type RowValues = Record<string, unknown>

const exempt = /^(免税|免征|不征税|免|exempt|tax[- ]?free|n\/a)$/i
const yes = /^(1|y|yes|true|是|有|启用|√|✓)$/i
const no = /^(0|n|no|false|否|无|停用|×)$/i

const saysYes = ({ says }: ImportColumn, text: string): boolean => yes.test(text) || says?.yes.test(text) === true
const saysNo = ({ says }: ImportColumn, text: string): boolean => no.test(text) || says?.no.test(text) === true

const accepted = ({ type, choices, scale }: ImportColumn): Words => {
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

const chosen = ({ choices }: ImportColumn, text: string): string | undefined =>
  choices?.find(({ value, label }) => [value, label.zh, label.en].some((word) => word.toLowerCase() === text.toLowerCase()))?.value

const decimalsOf = (value: number): number => {
  const text = String(value)
  if (/e-/.test(text)) return Number(text.split('e-')[1])
  return text.split('.')[1]?.length ?? 0
}

/** Reads a row by its columns and says of every cell that cannot be read what stood there and what is accepted. */
export function readRow({
  req,
  row,
  table,
  columns,
  relations,
  later = new Set(),
}: {
  req: PayloadRequest
  row: TableRow
  table: OpenTable
  columns: readonly ImportColumn[]
  relations: Relations
  /** Collections whose records may still come in with this file: not found there is no problem yet. */
  later?: ReadonlySet<string>
}): { values: RowValues; errors: ImportError[]; waiting: boolean } {
  const cells = readCells(req, row, table)
  const values: RowValues = {}
  let waiting = false
  const refuseTo = (column: ImportColumn, text: string): void => {
    const { zh, en } = accepted(column)
    cells.wrong(column.name, `“${text}” 不能接受；可填：${zh}`, `“${text}” is not accepted; possible: ${en}`)
  }
  const figure = (column: ImportColumn, value: number | null): void => {
    if (value === null) return
    if (column.scale !== undefined && decimalsOf(value) > column.scale && !table.rounds) return refuseTo(column, cells.text(column.name))
    if (column.min !== undefined && value < column.min) {
      const least = String(column.min)
      return cells.wrong(column.name, `“${cells.text(column.name)}” 不得小于 ${least}`, `“${cells.text(column.name)}” is below ${least}`)
    }
    values[column.name] = column.scale === undefined ? value : toNumber(d(value).toDecimalPlaces(column.scale))
  }
  const relation = (column: ImportColumn, text: string): number | null => {
    const found = relations.find(column.to ?? '', text)
    if (typeof found === 'number') return found
    if (found === null && later.has(column.to ?? '')) waiting = true
    else if (found === 'several')
      cells.wrong(column.name, `“${text}” 有多条同名记录，请写编码`, `Several records are named “${text}”: write the code`)
    else cells.wrong(column.name, `“${text}” 不存在：没有这个编码或名称`, `No record has the code or name “${text}”`)
    return null
  }
  for (const column of columns) {
    const text = cells.text(column.name)
    if (text === '') {
      if (column.required) cells.wrong(column.name, '不能为空', 'Required')
      continue
    }
    switch (column.type) {
      case 'figure':
        figure(column, cells.figure(column.name))
        break
      case 'rate':
        if (exempt.test(text.normalize('NFKC'))) values[column.name] = null
        else figure(column, cells.rate(column.name))
        break
      case 'day': {
        const day = cells.day(column.name)
        if (day !== null) values[column.name] = day
        break
      }
      case 'flag':
        if (saysYes(column, text) || saysNo(column, text)) values[column.name] = saysYes(column, text)
        else refuseTo(column, text)
        break
      case 'choice':
      case 'choices': {
        const parts = column.type === 'choice' ? [text] : partsOf(text)
        const found = parts.map((part) => chosen(column, part))
        if (found.includes(undefined)) refuseTo(column, text)
        else values[column.name] = column.type === 'choice' ? found[0] : found
        break
      }
      case 'relation':
      case 'relations': {
        const parts = column.type === 'relation' ? [text] : partsOf(text)
        const found = parts.map((part) => relation(column, part))
        if (found.every((id) => id !== null)) values[column.name] = column.type === 'relation' ? found[0] : found
        break
      }
      default:
        values[column.name] = text
    }
  }
  const errors = cells.errors.map((error) => ({ ...error, heading: headed(req, columns, error.column), found: cells.text(error.column) }))
  return { values, errors, waiting }
}

/** A column in the words of the screen. */
export const headed = (req: PayloadRequest, columns: readonly ImportColumn[], name: string): string =>
  columns.find((column) => column.name === name)?.label[languageOf(req)] ?? name
