import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'

import type { PayloadRequest } from 'payload'
import { ZipFile } from 'yazl'

import { eachTable } from '@/src/db/backup/exportTables'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import { env } from '@/src/env/env'
import { bytesOfUpload, inObjectStore, uploadKinds } from '@/src/files/fileStore'
import { uploadFolder } from '@/src/files/uploadFolder'

const readMe = `\uFEFF本压缩包是贵公司的全部数据：每张表一个 CSV（首行为列名），上传的文件在 files/ 下。密码、密钥和会话不在其中。
读入空账套：解压后执行 npm run import -- export <文件夹>

All data of your company: one CSV a table, its first row the names of the columns; uploaded files under files/. No passwords, keys or
sessions are in it. Into empty books: unpack it, then npm run import -- export <folder>
`

/** Every uploaded file by the place it has in the archive, as it lies here or in the object store. */
async function* uploads(req: PayloadRequest): AsyncIterable<{ name: string; open: () => Promise<Readable | Buffer | null> }> {
  if (!inObjectStore()) {
    const root = uploadFolder('')
    const found = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of found.filter((one) => one.isFile())) {
      const file = path.join(entry.parentPath, entry.name)
      yield { name: path.relative(root, file).split(path.sep).join('/'), open: () => Promise.resolve(createReadStream(file)) }
    }
    return
  }
  for (const kind of uploadKinds)
    for (const { id, filename } of await findDocuments({ req, slug: kind, where: {}, limit: 0, overrideAccess: true }))
      if (filename) yield { name: `${kind}/${filename}`, open: () => bytesOfUpload({ req, kind, record: { id, filename } }) }
}

/**
 * Every table as CSV and every uploaded file, in one archive that `npm run import -- export` reads into empty books once it is unpacked.
 * Tables are of one moment. `progress` is told rows; what it throws ends the writing.
 */
export async function writeCompanyArchive({
  req,
  out,
  progress,
}: {
  req: PayloadRequest
  out: Writable
  progress: (rows: { written: number; all: number }) => Promise<void>
}): Promise<void> {
  const zip = new ZipFile()
  const sent = pipeline(zip.outputStream, out)
  const add = async (name: string, content: Readable): Promise<void> => {
    zip.addReadStream(content, name)
    await Promise.race([finished(content, { writable: false }), sent]) // nobody reads any more: it ends with that error
  }
  zip.addBuffer(Buffer.from(readMe), 'README.txt')
  let written = 0
  await eachTable({
    connectionString: env.DATABASE_URL,
    take: async ({ table, rows, csv }, all) => {
      await progress({ written, all: all.rows })
      await add(`${table}.csv`, csv)
      written += rows
      await progress({ written, all: all.rows })
    },
  })
  for await (const { name, open } of uploads(req)) {
    const content = await open()
    if (Buffer.isBuffer(content)) zip.addBuffer(content, `files/${name}`)
    else if (content) await add(`files/${name}`, content)
  }
  zip.end()
  await sent
}
