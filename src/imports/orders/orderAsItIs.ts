import type { PayloadRequest } from 'payload'

import { givenId, idOf } from '@/src/domain/kernel/idOf'
import { languageOf } from '@/src/engine/refusal'

import type { ImportError } from '../kinds'

type Values = Record<string, unknown>

const given = (value: unknown): unknown => {
  const plain = givenId(value)
  return plain === '' ? null : plain
}
const dayOf = (value: unknown): string => String(value).slice(0, 10)

const daysOf = (rows: unknown): string =>
  JSON.stringify(((rows ?? []) as Values[]).map(({ date, qty }): [string, number] => [dayOf(date), Number(qty)]))

/** Whether what the file says is there already; what it leaves out counts for nothing. */
export const saysNothingNew = (said: Values, stored: Values): boolean =>
  Object.entries(said).every(([field, value]) => {
    const is = stored[field]
    if (field === 'schedule') return daysOf(value) === daysOf(is)
    if (field === 'date') return value === dayOf(is)
    return given(value) === given(is) || (typeof value === 'number' && Number(is) === value)
  })

/** The days of a line whose quantity changes and of whose day nothing is said: one day goes with the quantity, several are for a person to spread. */
const rescheduled = (line: Values, stored: Values): Values => {
  const rows = (stored['schedule'] ?? []) as Values[]
  const [only] = rows
  return line['schedule'] !== undefined || rows.length !== 1 || !only ? {} : { schedule: [{ ...only, qty: line['qty'] }] }
}

/** A line of the file over the line there is. A price that the file names is judged anew, as that of a new line. */
function over(line: Values, stored: Values): Values {
  if (saysNothingNew(line, stored)) return stored
  const { id, ...rest } = { ...stored, ...line, ...rescheduled(line, stored) } as Values
  return line['price'] === undefined ? { ...rest, id } : rest
}

/** The lines of an order as the file leaves them: lines of the same item are one after the other the same line; `gone` are left over. */
export function linesOver(lines: readonly Values[], stored: readonly Values[]): { lines: Values[]; gone: number; same: boolean } {
  const left = new Map<unknown, Values[]>()
  for (const line of stored) left.set(idOf(line['item']), [...(left.get(idOf(line['item'])) ?? []), line])
  const changed = lines.map((line) => {
    const former = left.get(line['item'])?.shift()
    return former ? { line: over(line, former), same: saysNothingNew(line, former) } : { line, same: false }
  })
  const gone = [...left.values()].reduce((sum, rows) => sum + rows.length, 0)
  return { lines: changed.map(({ line }) => line), gone, same: gone === 0 && changed.every(({ same }) => same) }
}

/** A file without lines that the order has would take them away: that is asked for, with their number. */
export function askRemoval(req: PayloadRequest, { row, of, gone }: { row: number; of: number; gone: number }): ImportError {
  const message =
    languageOf(req) === 'en'
      ? `The order has ${String(of)} lines; the file lacks ${String(gone)} of them, which would be removed. Say that lines may be removed (removeLines=yes) to go on`
      : `订单现有 ${String(of)} 行，其中 ${String(gone)} 行不在文件中，将删除 ${String(gone)} 行；确认请选择“可以删除”（removeLines=yes）`
  return { row, column: 'orderNo', message, yes: 'removeLines' }
}
