/** What a new document takes over into its head from the record chosen in one of its fields. */
export type TakesOver = {
  /** the field that names the record, and the kind it is of */
  by: string
  of: string
  /** fields of the head, each with the field of the record; of a list: with that of its main row, else of its first */
  fields: Readonly<Record<string, string | { list: string; field: string }>>
}

type Entered = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Entered => value !== null && typeof value === 'object'

/** Relations come as ids or as records; a document keeps the id. */
const plain = (value: unknown): unknown => (isRecord(value) && 'id' in value ? value['id'] : (value ?? null))

const mainRow = (value: unknown): Entered | undefined => {
  const rows = Array.isArray(value) ? value.filter(isRecord) : []
  return rows.find(({ main }) => main === true) ?? rows[0]
}

/** The fields of the head with what the record says: `{ deliveryAddress: 'Dock 2' }`. What it does not say is null. */
export const takenOver = (fields: TakesOver['fields'], record: Entered): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, from]) => [
      field,
      typeof from === 'string' ? plain(record[from]) : (mainRow(record[from.list])?.[from.field] ?? null),
    ]),
  )
