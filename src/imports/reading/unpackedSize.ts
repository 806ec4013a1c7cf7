import { createRequire } from 'node:module'

import type { Entry, ZipFile } from 'yauzl'

const { fromBuffer } = createRequire(import.meta.url)('yauzl') as typeof import('yauzl')

type Size = { bytes: number; rows: number; cells: number }

const largestWorkbook: Size = { bytes: 120_000_000, rows: 200_000, cells: 3_000_000 }

export type TooLarge = { what: keyof Size; most: number }

const opened = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip))))

/** How often rows and cells begin in the parts of one sheet, counted while it is unpacked and forgotten again. */
function counted(zip: ZipFile, entry: Entry, count: (rows: number, cells: number) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      let rest = ''
      stream.on('data', (chunk: Buffer) => {
        const text = rest + chunk.toString('latin1')
        // a tag may be cut in two between the parts
        const cut = text.length - 3
        const whole = text.slice(0, Math.max(0, cut))
        rest = text.slice(Math.max(0, cut))
        const more = count(whole.split('<row').length - 1, whole.split('<c ').length - 1)
        if (!more) {
          stream.destroy()
          resolve()
        }
      })
      stream.on('end', () => resolve())
      stream.on('error', reject)
    })
  })
}

/**
 * Whether a workbook stays within what may be read, told before it is: 487 kB can hold gigabytes. What is written about the sizes is not
 * believed; unpacking more than announced ends with an error.
 */
export async function tooLarge(bytes: Buffer, most = largestWorkbook): Promise<TooLarge | null> {
  const zip = await opened(bytes)
  let [unpacked, rows, cells] = [0, 0, 0]
  try {
    return await new Promise<TooLarge | null>((resolve, reject) => {
      zip.on('error', reject)
      zip.on('end', () => resolve(null))
      zip.on('entry', (entry: Entry) => {
        unpacked += entry.uncompressedSize
        if (unpacked > most.bytes) return resolve({ what: 'bytes', most: most.bytes })
        if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(entry.fileName)) return zip.readEntry()
        counted(zip, entry, (moreRows, moreCells) => {
          rows += moreRows
          cells += moreCells
          return rows <= most.rows && cells <= most.cells
        }).then(() => {
          if (rows > most.rows) resolve({ what: 'rows', most: most.rows })
          else if (cells > most.cells) resolve({ what: 'cells', most: most.cells })
          else zip.readEntry()
        }, reject)
      })
      zip.readEntry()
    })
  } finally {
    zip.close()
  }
}
