import { createRequire } from 'node:module'
import { Readable } from 'node:stream'

import type { Entry, ZipFile } from 'yauzl'

import type { Source } from '../source'

const { fromRandomAccessReader, RandomAccessReader } = createRequire(import.meta.url)('yauzl') as typeof import('yauzl')

/** The archive is read where it lies: its list of parts, and of a part as much as is being unpacked. */
class SourceReader extends RandomAccessReader {
  constructor(private readonly source: Source) {
    super()
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { source } = this
    return Readable.from(
      (function* () {
        for (let at = start; at < end; at += 65_536) yield source.read(at, Math.min(65_536, end - at))
      })(),
      { objectMode: false },
    )
  }
}

export type Archive = {
  /** By name, in the order of the archive; the sizes are what it says of itself. */
  parts: ReadonlyMap<string, { size: number }>
  /** A part as it is unpacked; more than it announced ends with an error. */
  open: (name: string) => Promise<Readable>
  /** All of a small one, as text; '' where there is none. */
  text: (name: string) => Promise<string>
}

const opened = (source: Source): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    fromRandomAccessReader(new SourceReader(source), source.size, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    ),
  )

const listed = (zip: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })

/** Opens an archive that stays where it is. Throws for what is none. */
export async function openArchive(source: Source): Promise<Archive> {
  const zip = await opened(source)
  const entries = await listed(zip)
  const open = (name: string): Promise<Readable> =>
    new Promise((resolve, reject) => {
      const entry = entries.get(name)
      if (!entry) return reject(new Error(`The archive has no ${name}`))
      zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
    })
  return {
    parts: new Map([...entries].map(([name, { uncompressedSize }]) => [name, { size: uncompressedSize }])),
    open,
    text: async (name) => {
      if (!entries.has(name)) return ''
      const found: Buffer[] = []
      for await (const chunk of await open(name)) found.push(chunk as Buffer)
      return Buffer.concat(found).toString('utf8')
    },
  }
}
