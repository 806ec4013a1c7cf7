import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

/*
 * One file for a whole backup: gzip around a row of entries, each a line of JSON that says what it is, then its bytes in pieces
 * (four bytes of length, then as many bytes), then a length of nought. The last entry is `end`; without it the file was cut short.
 */
export type Entry =
  | { kind: 'backup'; format: 1; at: string; migrations: string[] }
  | { kind: 'table'; schema: string; table: string; columns: string[]; rows?: number }
  | { kind: 'sequences'; values: Array<{ name: string; value: string }> }
  | { kind: 'file'; path: string }
  | { kind: 'end'; entries: number }

export type Piece = { entry: Entry; content: AsyncIterable<Buffer> }

export class BackupFileError extends Error {}

const lengthOf = (bytes: number): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(bytes)
  return head
}

/** Writes the entries to `file`, which appears complete or not at all, readable by its owner only. Returns its size in bytes. */
export async function writeContainer({ file, pieces }: { file: string; pieces: AsyncIterable<Piece> }): Promise<number> {
  const draft = `${file}.partial`
  async function* bytes(): AsyncGenerator<Buffer> {
    let entries = 0
    for await (const { entry, content } of pieces) {
      entries += 1
      yield Buffer.from(`${JSON.stringify(entry)}\n`)
      for await (const chunk of content) if (chunk.length > 0) yield Buffer.concat([lengthOf(chunk.length), chunk])
      yield lengthOf(0)
    }
    yield Buffer.from(`${JSON.stringify({ kind: 'end', entries } satisfies Entry)}\n`)
    yield lengthOf(0)
  }
  try {
    await pipeline(Readable.from(bytes()), createGzip({ level: 6 }), createWriteStream(draft, { mode: 0o600 }))
    const handle = await open(draft, 'r+')
    await handle.sync()
    const { size } = await handle.stat()
    await handle.close()
    await rename(draft, file)
    return size
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/**
 * Hands each entry to `take`, in order; what `take` leaves of the content is passed over. Throws `BackupFileError` when the file is not
 * a backup, damaged (gzip's checksum) or cut short.
 */
export async function readContainer({ file, take }: { file: string; take: (piece: Piece) => Promise<void> }): Promise<void> {
  const source: Transform = createGunzip()
  const feeding = pipeline(createReadStream(file), source)
  feeding.catch(() => undefined) // told by the reader below
  const reader = bufferedReader(source)
  let entries = 0
  try {
    for (;;) {
      const entry = JSON.parse((await reader.line()).toString('utf8')) as Entry
      if (entries === 0 && entry.kind !== 'backup') throw new BackupFileError(`${file} is not a backup of Gendan`)
      async function* content(): AsyncGenerator<Buffer> {
        for (let length = (await reader.take(4)).readUInt32BE(); length > 0; length = (await reader.take(4)).readUInt32BE())
          yield reader.take(length)
      }
      const chunks = content()
      if (entry.kind === 'end') {
        if (entry.entries !== entries) throw new BackupFileError(`${file} is incomplete`)
        await feeding
        return
      }
      entries += 1
      await take({ entry, content: chunks })
      for (let rest = await chunks.next(); !rest.done; rest = await chunks.next());
    }
  } catch (error) {
    source.destroy()
    if (error instanceof BackupFileError || !isDamage(error)) throw error
    throw new BackupFileError(`${file} is damaged or not a backup of Gendan: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const isDamage = (error: unknown): boolean =>
  error instanceof SyntaxError || /^(Z_|ENOENT|EISDIR|ERR_STREAM_PREMATURE|CUT)/.test(String((error as { code?: string }).code ?? ''))

function bufferedReader(source: AsyncIterable<Buffer>): { line: () => Promise<Buffer>; take: (length: number) => Promise<Buffer> } {
  const chunks = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  const more = async (): Promise<void> => {
    const { value, done } = await chunks.next()
    if (done) throw Object.assign(new Error('it ends too early'), { code: 'CUT' })
    rest = rest.length === 0 ? (value as Buffer) : Buffer.concat([rest, value as Buffer])
  }
  const cut = (length: number): Buffer => {
    const head = rest.subarray(0, length)
    rest = rest.subarray(length)
    return head
  }
  return {
    line: async () => {
      while (!rest.includes(10)) {
        if (rest.length > 10_000_000) throw new SyntaxError('no entry where one should be')
        await more()
      }
      const line = cut(rest.indexOf(10) + 1)
      return line.subarray(0, -1)
    },
    take: async (length) => {
      while (rest.length < length) await more()
      return cut(length)
    },
  }
}
