export type Words = { zh: string; en: string }

export type ColumnType = 'text' | 'figure' | 'rate' | 'day' | 'flag' | 'choice' | 'choices' | 'relation' | 'relations'

/** One column a kind of file may have: how it is headed, what it takes, and what the template says of it. */
export type ImportColumn = {
  /** The field name of the contract; also a heading. */
  name: string
  label: Words
  /** Other headings it goes by, as other systems write them. */
  also?: readonly string[]
  /** The same, where the cells of the file bear it out: a status may be that of a document or anything else. */
  perhaps?: readonly string[]
  type: ColumnType
  required?: boolean
  /** No row may leave it out; a whole file may. */
  mayLack?: boolean
  choices?: ReadonlyArray<{ value: string; label: Words }>
  /** The collection a relation leads to. */
  to?: string
  /** What the text of a cell means, null where it means nothing; the note says what does. */
  reads?: (text: string) => unknown
  /** Decimals kept. */
  scale?: number
  min?: number
  example?: string | Words
  note?: Words
  /** The column it stands for where it is the same in all rows of a document: a total, not a line's amount. */
  whole?: string
  /** The column it stands for where it differs from row to row of a document: freight of the line. */
  each?: string
  /** A list may have it by how late it is, in several columns and without documents (ageing). */
  aged?: boolean
  /** One value may be named for all its empty cells, or for the column where a file has none. */
  fills?: boolean
  /** Words of other systems that say yes or no here. */
  says?: { yes: RegExp; no: RegExp }
}

/** Several values in one cell: 业务员、仓库 or Sales, Warehouse. */
export const partsOf = (text: string): string[] =>
  text
    .split(/[,，;；、|\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
