import type { ImportColumn } from '../column'

type Named = Pick<ImportColumn, 'name' | 'label' | 'also'>

/** A heading as it is compared: case, width, blanks, marks of required columns and units in brackets aside. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_*·.:]+/g, '')
    .replace(/[%％]$/, '')

const withoutBrackets = (text: string): string => text.normalize('NFKC').replace(/[([（【].*$/, '')

/** Which column a heading stands for: the field name, the label of the screen in either language, or a name other systems use. */
export function columnOf(heading: string, columns: readonly Named[]): string | null {
  const names = ({ name, label, also = [] }: Named): string[] => [name, label.zh, label.en, ...also].map(plainHeading)
  for (const text of [heading, withoutBrackets(heading)]) {
    const plain = plainHeading(text)
    if (plain === '') continue
    const exact = columns.find((column) => names(column)[0] === plain) ?? columns.find((column) => names(column).includes(plain))
    if (exact) return exact.name
  }
  return null
}

/** A proposal for every heading of a file; two headings of one column are a question, and only the first is proposed. */
export function proposedMapping(headings: readonly string[], columns: readonly Named[]): Record<string, string | null> {
  const taken = new Set<string>()
  return Object.fromEntries(
    headings.map((heading) => {
      const column = columnOf(heading, columns)
      if (column === null || taken.has(column)) return [heading, null]
      taken.add(column)
      return [heading, column]
    }),
  )
}
