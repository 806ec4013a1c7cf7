import { parse } from 'csv-parse/sync'

import type { Sheet } from './sheet'
import { writtenIn } from './encoding'
import { inMemory, type Source } from './source'

/** A text part by part, as often as it is asked for: no more of it is held than is being read. */
export function textOf(source: Source, { encoding, from } = writtenIn(source)): () => Iterable<string> {
  return function* () {
    const decoder = new TextDecoder(encoding)
    for (const part of source.parts(from)) yield decoder.decode(part, { stream: true })
    yield decoder.decode()
  }
}

/** The whole of a text that is no file of rows by the million. */
const decode = (bytes: Buffer): string => [...textOf(inMemory(bytes))()].join('')

const separators = [',', ';', '\t', '|']

/** Excel's own mark: the first line of a text may say its separator, and is none of its rows. */
const said = /^sep=(.)\r?(?:\n|$)/i

/** How often most lines hold a sign, and how many lines do; quoted cells aside. */
function steadiness(lines: readonly string[], sign: string): { lines: number; often: number } {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const often = line.split(sign).length - 1
    if (often > 0) counts.set(often, (counts.get(often) ?? 0) + 1)
  }
  return [...counts].reduce(
    (best, [often, of]) => (of > best.lines || (of === best.lines && often > best.often) ? { lines: of, often } : best),
    {
      lines: 0,
      often: 0,
    },
  )
}

/** The sign that most of the first lines hold equally often: titles above the headings hold none, and texts hold others here and there. */
export function separatorOf(text: string): string {
  const told = said.exec(text)?.[1]
  if (told) return told
  const lines = text
    .slice(0, 100_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/, 40)
    .filter((line) => line.trim() !== '')
  const found = separators.map((sign) => ({ sign, ...steadiness(lines, sign) }))
  return found.reduce((best, one) => (one.lines > best.lines || (one.lines === best.lines && one.often > best.often) ? one : best)).sign
}

/** Whether the first line says the separator and nothing else. */
export const saysSeparator = (text: string): boolean => said.test(text)

/** The rows of a separated text; quoted cells may hold separators, doubled quotes and line ends. Row numbers count records. */
export function textSheet(bytes: Buffer): Sheet {
  const text = decode(bytes).replace(/^\uFEFF/, '')
  const separator = separatorOf(text)
  const records: string[][] = parse(text, {
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
  })
  const rows = records.map((cells, index) => ({ row: index + 1, hidden: false, cells: cells.map((cell) => ({ text: cell })) }))
  return { rows, hiddenColumns: new Set(), separator, others: [] }
}
