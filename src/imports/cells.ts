import type { PayloadRequest } from 'payload'

import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import type { Finding } from '@/src/domain/kernel/decision'

import type { ImportError } from './kinds'
import type { TableRow } from './readTable'

/** Reads the cells of one row and keeps what is wrong with them, column by column, in the reader's language. */
export function readCells(req: PayloadRequest, { row, cells }: TableRow) {
  const errors: ImportError[] = []
  const english = req.i18n?.language === 'en'
  const wrong = (column: string, zh: string, en: string): void => void errors.push({ row, column, message: english ? en : zh })
  const text = (column: string): string => cells[column] ?? ''
  return {
    errors,
    text,
    wrong,
    figure: (column: string): number | null => {
      const plain = text(column).replace(/[,\s%¥]/g, '')
      if (plain === '') return null
      if (/^-?\d+(\.\d+)?$/.test(plain)) return Number(plain)
      wrong(column, `“${text(column)}” 不是数字`, `“${text(column)}” is not a number`)
      return null
    },
    day: (column: string): string | null => {
      const plain = text(column)
        .replace(/[/.]/g, '-')
        .replace(/-(\d)(?=-|$)/g, '-0$1')
      if (plain === '') return null
      if (isBusinessDate(plain)) return plain
      wrong(column, `“${text(column)}” 不是日期,应为 YYYY-MM-DD`, `“${text(column)}” is not a date; write YYYY-MM-DD`)
      return null
    },
    named: (column: string, ids: ReadonlyMap<string, number>, required: boolean): number | null => {
      const code = text(column)
      if (code === '' && !required) return null
      const id = ids.get(code)
      if (id === undefined) wrong(column, code ? `没有编码 ${code}` : '不能为空', code ? `No record has the code ${code}` : 'Required')
      return id ?? null
    },
  }
}

/** Ids by code of the records this person may see; one read. */
export async function idsByCode(req: PayloadRequest, slug: string, codes: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(codes.filter(Boolean))]
  if (wanted.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: slug as never,
    where: { code: { in: wanted } },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return new Map((docs as unknown as Array<{ id: number; code: string }>).map(({ id, code }) => [code, id]))
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
