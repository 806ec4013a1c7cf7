import { isOwnPrice, type RowShape } from './rowShape'

/** A row as it is being entered. `typed`: what stands in cells that could not be read; it is kept, marked, and never saved as something else. */
export type GridRow = { key: string; values: Readonly<Record<string, unknown>>; typed: Readonly<Record<string, string>> }
export type GridRows = readonly GridRow[]

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)

/** A row in which nobody has entered anything: it is neither checked nor saved. */
export const isBlank = ({ values, typed }: GridRow, { given }: Pick<RowShape, 'given'>): boolean =>
  Object.values(typed).every((text) => text.trim() === '') &&
  Object.entries(values).every(([name, value]) => given.includes(name) || isNothing(value))

export const hasUnread = ({ typed }: GridRow): boolean => Object.keys(typed).length > 0

const at = (rows: GridRows, index: number, change: (row: GridRow) => GridRow): GridRows =>
  rows.map((row, each) => (each === index ? change(row) : row))

const without = (record: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> => {
  if (!(name in record)) return record
  const { [name]: _gone, ...rest } = record
  return rest
}

/** A single delivery date is for all of the line, whatever is entered as its quantity later. */
const dated = (values: GridRow['values'], name: string, value: unknown, { quantity, dates }: RowShape): object => {
  const entries = dates === undefined || name !== quantity ? null : values[dates]
  return dates !== undefined && Array.isArray(entries) && entries.length === 1 ? { [dates]: [{ ...entries[0], qty: value }] } : {}
}

const withPlain = (rows: GridRows, index: number, name: string, value: unknown, shape: RowShape): GridRows =>
  at(rows, index, (row) => ({
    ...row,
    values: { ...row.values, [name]: value, ...dated(row.values, name, value, shape) },
    typed: without(row.typed, name),
  }))

/** A value of one cell. Another subject is another row; any other value leaves the rest as it is. */
export const withValue = (rows: GridRows, index: number, name: string, value: unknown, shape: RowShape): GridRows =>
  name === shape.subject[0] ? withSubject(rows, index, value, shape) : withPlain(rows, index, name, value, shape)

/** The delivery date of the head: lines without a date, and those that have the former one, are to be delivered then. */
export const withHeadDate = (
  rows: GridRows,
  { date, former }: { date: string; former: string | null },
  { dates, quantity = '' }: RowShape,
): GridRows =>
  rows.map((row) => {
    if (dates === undefined) return row
    const entries = row.values[dates]
    const [only, second] = Array.isArray(entries) ? (entries as Array<{ date?: string | null }>) : []
    if (second || (only?.date && String(only.date).slice(0, 10) !== former)) return row
    return { ...row, values: { ...row.values, [dates]: [{ ...only, date, qty: row.values[quantity] ?? null }] } }
  })

/** Text that is not, or not yet, a value of its cell: the old value is no longer meant. */
export const withTyped = (rows: GridRows, index: number, name: string, text: string): GridRows =>
  at(rows, index, (row) => ({ ...row, values: { ...row.values, [name]: null }, typed: { ...row.typed, [name]: text } }))

/** A figure inside a cell that holds several: `schedule.1` is the quantity of its second date. */
export type Part = `${string}.${number}`

/** The cell of a part: its name without the place in it. */
export const cellOfPart = (name: string): string => name.split('.')[0] ?? name

/** A cell of several figures after one of them was read; what could not be read in the others stays where it is. */
export const withPart = (rows: GridRows, index: number, part: Part, value: unknown): GridRows =>
  at(rows, index, (row) => ({ ...row, values: { ...row.values, [cellOfPart(part)]: value }, typed: without(row.typed, part) }))

/** Text that is no figure in one of several: the figure it stands for is no longer meant, the others are. */
export const withPartTyped = (rows: GridRows, index: number, part: Part, text: string): GridRows =>
  at(rows, index, (row) => ({ ...row, typed: { ...row.typed, [part]: text } }))

/** One of several figures is taken away: what could not be read in it goes with it, and in those behind it moves up with them. */
export const withoutPart = (rows: GridRows, index: number, part: Part, value: unknown): GridRows =>
  at(rows, index, (row) => {
    const cell = cellOfPart(part)
    const gone = Number(part.slice(cell.length + 1))
    const typed = Object.entries(row.typed).flatMap(([name, text]): Array<[string, string]> => {
      if (cellOfPart(name) !== cell || name === cell) return [[name, text]]
      const place = Number(name.slice(cell.length + 1))
      return place === gone ? [] : [[place > gone ? `${cell}.${place - 1}` : name, text]]
    })
    return { ...row, values: { ...row.values, [cell]: value }, typed: Object.fromEntries(typed) }
  })

/**
 * Another subject, as a rule another item: what came with the former one (unit, tax rate, found price, prices of breaks, description) is asked
 * anew; what a person decided for the row (quantity, dates, warehouse, a price of his own) stays.
 */
function withSubject(rows: GridRows, index: number, subject: unknown, shape: RowShape): GridRows {
  const { subject: [name = ''], cameWith, price, breaks } = shape // prettier-ignore
  return at(rows, index, (row) => {
    const typed = without(row.typed, name)
    if (row.values[name] === subject) return { ...row, typed }
    const kept = Object.entries(row.values).filter(([field]) => !cameWith.includes(field))
    const quoted: unknown = breaks === undefined ? null : row.values[breaks]
    const open = breaks !== undefined && Array.isArray(quoted) ? { [breaks]: quoted.map((one: object) => ({ ...one, price: null })) } : {}
    const found = price && !isOwnPrice(shape, row.values) ? { [price.field]: undefined } : {}
    return { ...row, values: { ...Object.fromEntries(kept), ...open, ...found, [name]: subject }, typed }
  })
}

export const inserted = (rows: GridRows, index: number, added: GridRows): GridRows => [
  ...rows.slice(0, index),
  ...added,
  ...rows.slice(index),
]

export const removed = (rows: GridRows, index: number): GridRows => rows.filter((_, each) => each !== index)

/** The row changes places with its neighbour; at the edge nothing happens. */
export function moved(rows: GridRows, index: number, by: 1 | -1): GridRows {
  const [row, other] = [rows[index], rows[index + by]]
  if (!row || !other) return rows
  return rows.map((each, place) => (place === index ? other : place === index + by ? row : each))
}

/** Rows within a cell (dates, breaks) are rows of their own in a copy. */
const copied = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((entry: unknown) => (isRow(entry) ? withoutId(entry) : entry)) : value

const isRow = (entry: unknown): entry is Record<string, unknown> => entry !== null && typeof entry === 'object'
const withoutId = ({ id: _id, ...entry }: Record<string, unknown>): Record<string, unknown> => entry

/** A copy beneath: a line of its own, without the identity and the history of the first. */
export function copyOf({ values, typed }: GridRow, key: string): GridRow {
  const { id: _id, ...kept } = values
  return { key, values: Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, copied(value)])), typed }
}

/** The dates of another line as those of this one: a single date is for all of it. */
const datesFor = (entries: unknown, { values }: GridRow, { quantity }: RowShape): unknown =>
  Array.isArray(entries) && entries.length === 1 && quantity !== undefined && isRow(entries[0]) && 'qty' in entries[0]
    ? [{ ...entries[0], qty: values[quantity] ?? null }]
    : entries

/** The cell takes what stands above it, read or not. */
export function filledDown(rows: GridRows, index: number, name: string, shape: RowShape): GridRows {
  const [above, row] = [rows[index - 1], rows[index]]
  if (!above || !row) return rows
  if (name in above.typed) return withTyped(rows, index, name, above.typed[name] ?? '')
  const value = copied(above.values[name])
  return withValue(rows, index, name, name === shape.dates ? datesFor(value, row, shape) : value, shape)
}

type Storing = {
  /** whether a row is exactly as it was stored */
  isStored: (row: GridRow) => boolean
  stored: (row: GridRow) => GridRow
  freshKey: () => string
  /** identities of the rows that were stored before */
  before: ReadonlySet<unknown>
}

/**
 * Rows after the document was stored otherwise by somebody else: what nobody has typed in is as it is stored now; a row that was typed in
 * stays as it was typed, one that was removed stays removed, one that was added stays beneath the row it was added to.
 */
export function refreshedRows(
  rows: GridRows,
  docs: ReadonlyArray<Record<string, unknown>>,
  { isStored, stored, freshKey, before }: Storing,
): GridRows {
  const known = new Map<unknown, GridRow>(rows.flatMap((row) => (row.values['id'] ? [[row.values['id'], row] as const] : [])))
  const now = docs.flatMap((values) => {
    const row = known.get(values['id'])
    if (!row && before.has(values['id'])) return []
    return [row && !isStored(row) ? row : stored({ key: row?.key ?? freshKey(), values, typed: {} })]
  })
  const added = rows.flatMap((row, index) => (row.values['id'] ? [] : [{ row, after: rows[index - 1] }]))
  return added.reduce<GridRow[]>((all, { row, after }) => {
    const at = after ? all.findIndex(({ key }) => key === after.key) : -1
    return after && at < 0 ? [...all, row] : [...all.slice(0, at + 1), row, ...all.slice(at + 1)]
  }, now)
}
