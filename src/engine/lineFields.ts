import { allRules } from './define'

const camel = (column: string): string => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The fields that name a line of another document, with its kind: what the links of the documents say goes from line to line. */
export const lineFields = (): Map<string, string> =>
  new Map(allRules().flatMap(({ links = [] }) => links.flatMap(({ line, from }) => (line ? [[camel(line), from] as const] : []))))

let known: ReadonlyMap<string, string> | undefined

/** The kind of document whose line a field of this name holds; undefined for any other field. */
export function documentOfLine(name: string): string | undefined {
  known ??= lineFields()
  return known.get(name)
}
