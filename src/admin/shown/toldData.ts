import type { TraceStep } from '@/src/domain/pricing/priceFacts'
import { traceMark } from '@/src/domain/pricing/traceMark'

import { type Packed, packed, unpacked } from './packed'

type Data = Readonly<Record<string, unknown>>

/** What is stored of a document, with its long lists of rows as tables, and of prices whether it is known how they were found (`useTrace`). */
export type ToldData = { data: Data; tables: Readonly<Record<string, Packed>> }

const fewRows = 3 // they weigh less as they are

const isRow = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

const isTrace = (value: unknown): value is readonly TraceStep[] => Array.isArray(value) && value.length > 0 && value.every(isRow)

const withoutTrace = (row: object): object => ('trace' in row && isTrace(row.trace) ? { ...row, trace: traceMark(row.trace) } : row)

export function toldData(data: Data): ToldData {
  const tables: Record<string, Packed> = {}
  const others: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(data)) {
    const rows = Array.isArray(value) && value.every(isRow) ? value.map(withoutTrace) : null
    const told = rows && rows.length > fewRows ? packed(rows) : null
    if (told) tables[name] = told
    others[name] = told ? null : (rows ?? value)
  }
  return { data: others, tables }
}

export const heardData = ({ data, tables }: ToldData): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const table = tables[name]
      return [name, table ? unpacked(table) : value]
    }),
  )
