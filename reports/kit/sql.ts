/** Collects the values of a statement: `$` puts one in and gives its place; `ids` makes a condition of a list, or none. */
export function statementValues() {
  const values: unknown[] = []
  const $ = (value: unknown): string => `$${values.push(value)}`
  const ids = (column: string, given: readonly number[] | null): string[] =>
    given !== null && given.length > 0 ? [`${column} = any(${$(given)}::int[])`] : []
  return { values, $, ids }
}

/** Text typed by a person as a pattern that matches it anywhere: `%`, `_` and `\` stand for themselves. */
export const anywhere = (typed: string): string => `%${typed.replace(/[\\%_]/g, '\\$&')}%`
