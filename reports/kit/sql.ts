import { NO_RECORD, NO_WORD } from './nameless'

type Values = (value: unknown) => string

/** Of the records of a column some, or those rows that name none. */
export const among = (column: string, given: readonly number[] | null | undefined, $: Values): string[] => {
  if (!given || given.length === 0) return []
  const named = `${column} = any(${$(given)}::int[])`
  return [given.includes(NO_RECORD) ? `(${named} or ${column} is null)` : named]
}

/** Records whose own reference to another is among those given, or who have none. */
export const amongThose = (
  { column, table, of }: { column: string; table: string; of: string },
  given: readonly number[] | undefined,
  $: Values,
): string[] => {
  const [wanted] = among(of, given, $)
  if (!wanted) return []
  const found = `${column} in (select id from ${table} where ${wanted})`
  return [given?.includes(NO_RECORD) ? `(${found} or ${column} is null)` : found]
}

/** A word of a row, or that it has none. */
export const worded = (column: string, word: string | undefined, $: Values): string[] => {
  if (!word) return []
  return [word === NO_WORD ? `nullif(${column}, '') is null` : `${column} = ${$(word)}`]
}

/** Collects the values of a statement: `$` puts one in and gives its place; `ids` makes a condition of a list, or none. */
export function statementValues() {
  const values: unknown[] = []
  const $ = (value: unknown): string => `$${values.push(value)}`
  const ids = (column: string, given: readonly number[] | null): string[] => among(column, given, $)
  return { values, $, ids }
}

/** Text typed by a person as a pattern that matches it anywhere: `%`, `_` and `\` stand for themselves. */
export const anywhere = (typed: string): string => `%${typed.replace(/[\\%_]/g, '\\$&')}%`

/** Instead of a control figure nobody looks at. */
export const unproven = 'select null::numeric as amount'
