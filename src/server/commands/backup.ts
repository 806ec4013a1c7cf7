import path from 'node:path'

import { helpWanted, stopWith } from './terminal'

helpWanted(`npm run backup -- <file>

Writes all books and uploaded files as they are at this moment into one file. The server may go on running.
Ends with 3 when files that records speak of are not there; it names them.
Keep payload-secret of DATA_DIR (or PAYLOAD_SECRET) too: API keys are sealed with it.`)

const { backupDatabase } = await import('@/src/db/backup/backupDatabase')
const { env } = await import('@/src/env/env')
const { inObjectStore } = await import('@/src/files/fileStore')
const { uploadFolder } = await import('@/src/files/uploadFolder')
const { withDatabase } = await import('../withDatabase')

const target = process.argv[2]
if (!target) stopWith('npm run backup -- <file>: which file?')
const file = path.resolve(target)
try {
  await withDatabase(async () => {
    const uploads = inObjectStore() ? null : uploadFolder('')
    const { tables, rows, files, bytes, missing } = await backupDatabase({
      connectionString: env.DATABASE_URL,
      uploads,
      file,
      at: new Date().toISOString(),
    })
    const { host, pathname } = new URL(env.DATABASE_URL)
    const from =
      uploads === null
        ? `no files: they lie in the object store ${env.S3_BUCKET}, which has backups of its own`
        : `${files} files from ${uploads}`
    console.log(`${file}: ${rows} rows of ${tables} tables from ${host}${pathname}, ${from}, ${(bytes / 1_000_000).toFixed(1)} MB`)
    for (const inside of missing) console.error(`missing: ${path.join(uploads ?? '', inside)}`)
    if (missing.length > 0) {
      console.error(`INCOMPLETE: ${missing.length} files that records speak of are not in ${uploads}; the backup holds everything else`)
      process.exitCode = 3
    }
  })
} catch (error) {
  stopWith(`No backup was made: ${error instanceof Error ? error.message : String(error)}`)
}
