import type { Source } from './source'
import { type Archive, openArchive } from './workbook/archive'

type Size = {
  bytes: number
  texts: number
  rows: number
  cells: number
  /** whatever begins beside the sheets: shared texts, formats, links */ parts: number
}

/** As many rows as a sheet takes. Sheets are read row by row and never held; the texts they share are. */
const largestWorkbook: Size = { bytes: 2_000_000_000, texts: 200_000_000, rows: 1_048_576, cells: 30_000_000, parts: 12_000_000 }

export type TooLarge = { what: keyof Size; most: number }

type Begun = (sign: RegExp) => number

const times = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0

/** How often something begins in a part, counted while it is unpacked and forgotten again, for as long as `count` wants more. */
async function counted(archive: Archive, part: string, count: (begun: Begun) => boolean): Promise<void> {
  let rest = ''
  for await (const chunk of await archive.open(part)) {
    const text = rest + (chunk as Buffer).toString('latin1')
    // a tag may be cut in two between the parts: what stands whole in the end of this one is counted with the next
    rest = text.slice(-64)
    const end = rest
    if (!count((sign) => times(text, sign) - times(end, sign))) return
  }
  count((sign) => times(rest, sign))
}

/** However a tag is written, with a prefix or without, closed at once or not: what the reader takes for a row or a cell is one. */
const begins = { row: /<(?:[\w.-]+:)?row[\s/>]/g, cell: /<(?:[\w.-]+:)?c[\s/>]/g, anything: /<[^/?!]/g } as const

/**
 * Whether a workbook stays within what may be read, told before it is: 487 kB can hold gigabytes. What is written about the sizes is not
 * believed; unpacking more than announced ends with an error.
 */
export async function tooLarge(source: Source, atMost: Partial<Size> = {}): Promise<TooLarge | null> {
  const most = { ...largestWorkbook, ...atMost }
  const archive = await openArchive(source)
  const told = (what: keyof Size): TooLarge => ({ what, most: most[what] })
  const unpacked = [...archive.parts.values()].reduce((sum, { size }) => sum + size, 0)
  if (unpacked > most.bytes) return told('bytes')
  const small = [...archive.parts].filter(([name]) => !isSheet(name)).reduce((sum, [, { size }]) => sum + size, 0)
  if (small > most.texts) return told('texts')
  let parts = 0
  for (const part of [...archive.parts.keys()].filter((name) => !isSheet(name) && /\.(xml|rels|vml)$/i.test(name))) {
    await counted(archive, part, (begun) => (parts += begun(begins.anything)) <= most.parts)
    if (parts > most.parts) return told('parts')
  }
  const seen = { rows: 0, cells: 0 }
  for (const part of [...archive.parts.keys()].filter(isSheet)) {
    await counted(archive, part, (begun) => {
      seen.rows += begun(begins.row)
      seen.cells += begun(begins.cell)
      return seen.rows <= most.rows && seen.cells <= most.cells
    })
    if (seen.rows > most.rows) return told('rows')
    if (seen.cells > most.cells) return told('cells')
  }
  return null
}

const isSheet = (name: string): boolean => /^xl\/worksheets\/[^/]+\.xml$/i.test(name)
