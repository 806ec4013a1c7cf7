/**
 * What a cell of a source file may hold. `!` = must not be empty.
 * int: whole number · count: whole number ≥ 0 · money: ≥ 0, up to 4 decimals · exact: ≥ 0, up to 6 decimals ·
 * date: YYYY-MM-DD of the calendar · flag: 0 or 1 · text: anything but control characters and broken encoding.
 */
export type CellKind = 'int' | 'count' | 'money' | 'exact' | 'date' | 'flag' | 'text'
export type ColumnRule = CellKind | `${CellKind}!`

/** One source file `<name>.csv.gz` (or `<name>.csv`); `references` lead to the single-column key of another table. */
export type SourceTable = {
  readonly name: string
  readonly key: readonly string[]
  readonly unique?: readonly string[]
  readonly columns: Readonly<Record<string, ColumnRule>>
  readonly references?: readonly { readonly column: string; readonly to: string }[]
}

/** A cell that cannot be taken in. `line` is the physical line of the file (the header is line 1), null = the file. */
export type RowProblem = {
  readonly file: string
  readonly line: number | null
  readonly column: string | null
  readonly code: ProblemCode
  readonly facts: Readonly<Record<string, unknown>>
}

export type ProblemCode =
  | 'FILE_MISSING'
  | 'FILE_UNREADABLE'
  | 'COLUMN_MISSING'
  | 'CELL_COUNT'
  | 'EMPTY'
  | 'NOT_A_WHOLE_NUMBER'
  | 'NOT_A_NUMBER'
  | 'NOT_A_DATE'
  | 'NOT_A_FLAG'
  | 'BAD_TEXT'
  | 'DUPLICATE_KEY'
  | 'UNKNOWN_REFERENCE'
  | 'TOTAL_DIFFERS'
  | 'LINE_TOTAL_DIFFERS'
  | 'LINES_DIFFER'
  | 'NO_LINES'
  | 'NO_QUANTITY'
  | 'NO_NAME'
  | 'DATE_ORDER'
  | 'OVERLAP'
  | 'NOT_SHIPPED'
