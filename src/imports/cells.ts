import type { PayloadRequest } from 'payload'

import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import type { Finding } from '@/src/domain/kernel/decision'
import { findRecords } from '@/src/engine/documents/findRecords'

import type { ImportError } from './kinds'
import { type DayOrder, readDay } from './reading/day'
import { type ReadFigure, readFigure } from './reading/figure'
import type { ReadProblem, Table, TableRow } from './reading/readTable'

type Words = { zh: string; en: string }

const figureWords: Record<Exclude<ReadFigure, { value: number }>['problem'], (text: string) => Words> = {
  notANumber: (text) => ({ zh: `“${text}” 不是数字`, en: `“${text}” is not a number` }),
  percentNotExpected: (text) => ({ zh: `“${text}” 是百分比，此列应为数字`, en: `“${text}” is a percentage; this column takes figures` }),
  decimalUnclear: (text) => ({
    zh: `“${text}” 的小数点不明：请选择小数点写作 “.”（decimal=point）或 “,”（decimal=comma）`,
    en: `“${text}” may be read two ways: say whether decimals follow a point (decimal=point) or a comma (decimal=comma)`,
  }),
  rateUnclear: (text) => ({
    zh: `“${text}” 是 ${text}% 还是 ${String(Number((Number(text) * 100).toPrecision(12)))}%：请写百分号，或选择 rates=percent、rates=share`,
    en: `“${text}” may be ${text} % or ${String(Number((Number(text) * 100).toPrecision(12)))} %: write the percent sign, or say rates=percent or rates=share`,
  }),
}

const problemWords: Record<ReadProblem['kind'], (text: string) => Words> = {
  error: (text) => ({ zh: `单元格是错误值 ${text}`, en: `The cell holds the error ${text}` }),
  noResult: () => ({
    zh: '公式没有计算结果：请在表格软件中打开并保存',
    en: 'The formula has no result: open and save the file in your spreadsheet',
  }),
  sumDiffers: (text) => ({
    zh: `“${text}” 所在行的合计不等于各账龄段之和`,
    en: `The total of this row, in which “${text}” stands, is not what its amounts come to`,
  }),
  hiddenRow: () => ({
    zh: '此行被隐藏：请取消隐藏或删除，或选择 hidden=skip（不导入）、hidden=take（导入）',
    en: 'This row is hidden: show or delete it, or say hidden=skip (leave out) or hidden=take (take it)',
  }),
  hiddenColumn: (text) => ({
    zh: `“${text}” 列被隐藏：请取消隐藏，或选择 hidden=skip、hidden=take`,
    en: `The column “${text}” is hidden: show it, or say hidden=skip or hidden=take`,
  }),
  doubleHeading: (text) => ({ zh: `“${text}” 与前面的一列相同`, en: `“${text}” stands for the same column as one before it` }),
}

const isEnglish = (req: PayloadRequest): boolean => req.i18n?.language === 'en'
const spoken = (req: PayloadRequest, { zh, en }: Words): string => (isEnglish(req) ? en : zh)

/** What of a file cannot be read as a person sees it, in the reader's language. */
export const toldProblems = (req: PayloadRequest, problems: readonly ReadProblem[]): ImportError[] =>
  problems.map(({ row, column, kind, text }) => ({ row, column, message: spoken(req, problemWords[kind](text)) }))

/** The cells of one row, and what is wrong with them, column by column, in the reader's language. */
export class RowCells {
  readonly errors: ImportError[] = []
  private readonly row: number
  private readonly cells: TableRow['cells']

  constructor(
    private readonly req: PayloadRequest,
    { row, cells }: TableRow,
    private readonly table: Pick<Table, 'writingOf'> & { dayOrder?: DayOrder },
  ) {
    this.row = row
    this.cells = cells
  }

  wrong(column: string, zh: string, en: string): void {
    this.errors.push({ row: this.row, column, message: spoken(this.req, { zh, en }) })
  }

  text(column: string): string {
    return this.cells[column] ?? ''
  }

  private read(column: string, kind: 'figure' | 'rate'): number | null {
    const written = this.text(column)
    if (written === '') return null
    const figure = readFigure(written, this.table.writingOf(column), kind)
    if ('value' in figure) return figure.value
    const { zh, en } = figureWords[figure.problem](written)
    this.wrong(column, zh, en)
    return null
  }

  /** An amount, a price, a quantity, a factor. */
  figure(column: string): number | null {
    return this.read(column, 'figure')
  }

  /** A rate in percent: 13, 13%, 8折. */
  rate(column: string): number | null {
    return this.read(column, 'rate')
  }

  day(column: string): string | null {
    const text = this.text(column)
    if (text === '') return null
    const plain = readDay(text, this.table.dayOrder)
    if (plain !== null && isBusinessDate(plain)) return plain
    this.wrong(column, `“${text}” 不是日期，应为 YYYY-MM-DD`, `“${text}” is not a date; write YYYY-MM-DD`)
    return null
  }

  named(column: string, ids: ReadonlyMap<string, number>, required: boolean): number | null {
    const code = this.text(column)
    if (code === '' && !required) return null
    const id = ids.get(code)
    if (id === undefined) this.wrong(column, code ? `没有编码 ${code}` : '不能为空', code ? `No record has the code ${code}` : 'Required')
    return id ?? null
  }
}

/** Ids by code of the records this person may see; one read. */
export async function idsByCode(req: PayloadRequest, slug: string, codes: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(codes.filter(Boolean))]
  if (wanted.length === 0) return new Map()
  const records = await findRecords({ req, slug, where: { code: { in: wanted } }, fields: ['code'], overrideAccess: false })
  return new Map(records.map(({ id, code }) => [String(code), id]))
}

/** Where in the file the findings of a refusal belong: `lines.2.newPrice` → the third of the rows, column newPrice. */
export function toldByRow(error: unknown, rows: readonly TableRow[]): ImportError[] {
  const data = (error as { data?: { errors?: Finding[] } }).data
  const findings = Array.isArray(data?.errors) ? data.errors : []
  const at = (path: string | undefined): { row: number; column: string } => {
    const [, place, field] = /^lines\.(\d+)\.?(\w*)/.exec(path ?? '') ?? []
    return { row: rows[Number(place ?? 0)]?.row ?? rows[0]?.row ?? 0, column: field ?? path ?? '' }
  }
  if (findings.length === 0) return [{ ...at(undefined), message: (error as Error).message }]
  return findings.map(({ path, message, code }) => ({ ...at(path), message: message ?? code }))
}
