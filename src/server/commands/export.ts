import { cp } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'

import { helpWanted, stopWith } from './terminal'

helpWanted(`npm run export -- <folder>

Writes every table of the books as CSV with headings (UTF-8), as they are at this moment, and the uploaded files beside them, under files/.
Passwords, keys and sessions stay inside. The server may go on running.`)

const { env } = await import('@/src/env/env')
const { exportTables } = await import('@/src/db/backup/exportTables')
const { inObjectStore } = await import('@/src/files/fileStore')
const { uploadFolder } = await import('@/src/files/uploadFolder')
const { withDatabase } = await import('../withDatabase')

const target = process.argv[2]
if (!target) stopWith('npm run export -- <folder>: which folder?')
const folder = path.resolve(target)
try {
  await withDatabase(async () => {
    const { tables, rows } = await exportTables({ connectionString: env.DATABASE_URL, folder })
    const uploads = uploadFolder('')
    const copies = !inObjectStore() && existsSync(uploads)
    if (copies) await cp(uploads, path.join(folder, 'files'), { recursive: true })
    const files = inObjectStore() ? `the files lie in the object store ${String(env.S3_BUCKET)}` : copies ? 'files beside them' : 'no files'
    console.log(`${folder}: ${String(tables)} tables, ${rows.toLocaleString('en-US')} rows, ${files}`)
  })
} catch (error) {
  stopWith(`Nothing was exported: ${error instanceof Error ? error.message : String(error)}`)
}
