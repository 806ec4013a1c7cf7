import type { Source } from './source'
import { type Archive, openArchive } from './workbook/archive'

type Size = { bytes: number; texts: number; rows: number; cells: number }

/** As many rows as a sheet takes. Sheets are read row by row and never held; the texts they share are. */
const largestWorkbook: Size = { bytes: 2_000_000_000, texts: 200_000_000, rows: 1_048_576, cells: 30_000_000 }

export type TooLarge = { what: keyof Size; most: number }

/** How often rows and cells begin in a sheet, counted while it is unpacked and forgotten again, for as long as `count` wants more. */
async function counted(archive: Archive, part: string, count: (rows: number, cells: number) => boolean): Promise<void> {
  let rest = ''
  for await (const chunk of await archive.open(part)) {
    const text = rest + (chunk as Buffer).toString('latin1')
    // a tag may be cut in two between the parts
    const cut = Math.max(0, text.length - 3)
    const whole = text.slice(0, cut)
    rest = text.slice(cut)
    if (!count(whole.split('<row').length - 1, whole.split('<c ').length - 1)) return
  }
}

/**
 * Whether a workbook stays within what may be read, told before it is: 487 kB can hold gigabytes. What is written about the sizes is not
 * believed; unpacking more than announced ends with an error.
 */
export async function tooLarge(source: Source, most = largestWorkbook): Promise<TooLarge | null> {
  const archive = await openArchive(source)
  const told = (what: keyof Size): TooLarge => ({ what, most: most[what] })
  const unpacked = [...archive.parts.values()].reduce((sum, { size }) => sum + size, 0)
  if (unpacked > most.bytes) return told('bytes')
  const small = [...archive.parts].filter(([name]) => !isSheet(name)).reduce((sum, [, { size }]) => sum + size, 0)
  if (small > most.texts) return told('texts')
  const seen = { rows: 0, cells: 0 }
  for (const part of [...archive.parts.keys()].filter(isSheet)) {
    await counted(archive, part, (rows, cells) => {
      seen.rows += rows
      seen.cells += cells
      return seen.rows <= most.rows && seen.cells <= most.cells
    })
    if (seen.rows > most.rows) return told('rows')
    if (seen.cells > most.cells) return told('cells')
  }
  return null
}

const isSheet = (name: string): boolean => /^xl\/worksheets\/[^/]+\.xml$/i.test(name)
