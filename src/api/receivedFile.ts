import { closeSync, mkdirSync, openSync, unlinkSync, write } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { promisify } from 'node:util'

import busboy from 'busboy'
import type { PayloadRequest } from 'payload'

import { env } from '@/src/env/env'
import { openedFile, type Source } from '@/src/imports/reading/source'

export type Received = {
  /** null: the form has no file */
  source: Source | null
  /** a second file of the form, named `heads` */
  heads: Source | null
  /** it was longer than may be sent; what came of it is not kept */
  tooLarge: boolean
  fields: Record<string, string>
  /** The file is gone with it. */
  release: () => void
}

/** A file on the disk without a name: nothing of it is left behind, however the process ends. */
function openNameless(): number {
  const folder = path.join(env.DATA_DIR, 'incoming')
  mkdirSync(folder, { recursive: true })
  const name = path.join(folder, crypto.randomUUID())
  const descriptor = openSync(name, 'wx+')
  unlinkSync(name)
  return descriptor
}

const written = promisify(write)

/** Not a stream of the file system's: one that fails closes what others still hold. */
async function keep(file: AsyncIterable<Buffer>, descriptor: number): Promise<void> {
  for await (const chunk of file)
    for (let at = 0; at < chunk.length;) at += (await written(descriptor, chunk, at, chunk.length - at, null)).bytesWritten
}

/** A form with one file, or with a second one of heads, taken apart as it comes in: the file goes to the disk, and no more of it is held than is under way. Throws for what is no such form. */
export async function receiveFile(req: Pick<PayloadRequest, 'body' | 'headers'>, most: number): Promise<Received> {
  if (!req.body) throw new Error('There is no form')
  const form = busboy({
    headers: { 'content-type': req.headers.get('content-type') ?? '' },
    defParamCharset: 'utf8',
    limits: { files: 2, fileSize: most, fields: 1000, fieldSize: 1 << 20 },
  })
  const descriptors = [openNameless(), openNameless()] as const
  const fields: Record<string, string> = {}
  const kept: Array<Promise<void>> = []
  const came = [false, false]
  let tooLarge = false
  form.on('field', (name, value) => void (fields[name] = value))
  form.on('file', (name, file) => {
    const place = name === 'heads' ? 1 : 0
    file.on('limit', () => (tooLarge = true))
    // of two files of one name the first counts
    if (came[place]) return void file.resume()
    came[place] = true
    kept.push(keep(file, descriptors[place]))
  })
  const release = (): void => descriptors.forEach((descriptor) => closeSync(descriptor))
  try {
    await pipeline(Readable.fromWeb(req.body as ReadableStream), form)
    await Promise.all(kept)
    const [source, heads] = descriptors.map((descriptor, place) => (came[place] ? openedFile(descriptor) : null))
    return { source: source ?? null, heads: heads ?? null, tooLarge, fields, release }
  } catch (error) {
    await Promise.allSettled(kept)
    release()
    throw error
  }
}
