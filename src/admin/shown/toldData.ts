import { type Packed, packed, unpacked } from './packed'

type Data = Readonly<Record<string, unknown>>

/** What is stored of a document, with its long lists of rows as tables. */
export type ToldData = { data: Data; tables: Readonly<Record<string, Packed>> }

const fewRows = 3 // they weigh less as they are

const isRow = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

export function toldData(data: Data): ToldData {
  const tables: Record<string, Packed> = {}
  for (const [name, value] of Object.entries(data)) {
    const told = Array.isArray(value) && value.length > fewRows && value.every(isRow) ? packed(value) : null
    if (told) tables[name] = told
  }
  return { data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, name in tables ? null : value])), tables }
}

export const heardData = ({ data, tables }: ToldData): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const table = tables[name]
      return [name, table ? unpacked(table) : value]
    }),
  )
