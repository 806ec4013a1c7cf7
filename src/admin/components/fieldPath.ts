const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object'

/** What stands in a record at `calendar.holidays`: a field of its own, or one of a group. */
export const valueAt = (record: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), record)

/** The record with another value there; everything beside it stays. */
export function withValueAt(record: Readonly<Record<string, unknown>>, path: string, value: unknown): Record<string, unknown> {
  const [name = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...record, [name]: value }
  const group = record[name]
  return { ...record, [name]: withValueAt(isRecord(group) ? group : {}, rest.join('.'), value) }
}
