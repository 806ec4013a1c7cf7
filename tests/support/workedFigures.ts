import { readdirSync, readFileSync } from 'node:fs'

/** A row of a table of worked figures: what stands under each head. */
export type WorkedRow = Readonly<Record<string, string>>

export type WorkedTable = { name: string; page: string; formula: string | null; rows: WorkedRow[] }

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

/** The tables of docs/rules marked `<!-- worked: name -->`, each with the formula under whose heading it stands. */
export function workedTables(): WorkedTable[] {
  return readdirSync('docs/rules')
    .filter((file) => file.endsWith('.md'))
    .flatMap((page) => {
      const lines = readFileSync(`docs/rules/${page}`, 'utf8').split('\n')
      return lines.flatMap((line, at): WorkedTable[] => {
        const name = /^<!-- worked: (.+) -->$/.exec(line)?.[1]
        if (name === undefined) return []
        const rest = lines.slice(at + 1)
        const first = rest.findIndex((each) => each.startsWith('|'))
        const after = rest.slice(first)
        const end = after.findIndex((each) => !each.startsWith('|'))
        const [head = '', , ...rows] = after.slice(0, end < 0 ? undefined : end)
        const heads = cellsOf(head)
        const heading = lines.slice(0, at).findLast((each) => /^#+ /.test(each)) ?? ''
        return [
          {
            name,
            page,
            formula: /^#+ (F\d+) /.exec(heading)?.[1] ?? null,
            rows: rows.map((row) => Object.fromEntries(cellsOf(row).map((cell, place) => [heads[place] ?? '', cell]))),
          },
        ]
      })
    })
}

/** The table of this name; throws when no page has it. */
export function workedTable(name: string): WorkedTable {
  const found = workedTables().find((table) => table.name === name)
  if (!found) throw new Error(`No page of docs/rules has worked figures named ${name}`)
  return found
}

/** A figure as the pages write it, without its thousands and its percent sign; – is none. */
export const plain = (cell: string): string => cell.replaceAll(/,(?=\d{3})/g, '').replace(/ ?%$/, '')

/** Several figures in one cell: `33.34 · 33.33 · 33.33`. */
export const several = (cell: string): string[] => cell.split(' · ').map(plain)
