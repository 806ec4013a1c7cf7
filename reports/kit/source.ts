import type { SourceRow } from './statement'

/** A value of a source row as text; null when there is none. */
export const textOf = (row: SourceRow, key: string): string | null => {
  const value = row[key]
  return value === null || value === undefined ? null : String(value)
}

/** A sum over nothing is 0. */
export const figureOf = (row: SourceRow, key: string): string => textOf(row, key) ?? '0'

export const idIn = (row: SourceRow, key: string): number | null => {
  const value = textOf(row, key)
  return value === null ? null : Number(value)
}

/** Several values of a row as they came. */
export const textsOf = (row: SourceRow, keys: readonly string[]): Record<string, string | null> =>
  Object.fromEntries(keys.map((key) => [key, textOf(row, key)]))

/** Several sums of a row; one over nothing is 0. */
export const figuresOf = (row: SourceRow, keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, figureOf(row, key)]))

/** The document a row is of, where it says one: `slug` and `documentId`. */
export const documentBehind = (row: SourceRow): { documentSlug: string | null; documentId: number | null } => ({
  documentSlug: textOf(row, 'slug'),
  documentId: idIn(row, 'documentId'),
})
