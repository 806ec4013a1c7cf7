type Column = { name: string; columnType: string; hasDefault: boolean; getSQLType: () => string }

const known = new WeakMap<object, ReadonlyArray<readonly [string, Column]>>()

const isColumn = (value: unknown): value is Column =>
  value !== null && typeof value === 'object' && 'columnType' in value && 'name' in value

/** The columns of a table by the names that rows have for them; told once per table. */
export function tableColumns(table: object): ReadonlyArray<readonly [string, Column]> {
  const found = known.get(table) ?? Object.entries(table).flatMap(([key, column]) => (isColumn(column) ? [[key, column] as const] : []))
  known.set(table, found)
  return found
}
