import path from 'node:path'

import { helpWanted, stopWith } from './terminal'

helpWanted(`npm run restore -- <file> [--replace] [--check]
npm run restore -- --back

Puts a backup back into an empty database, or with --replace into one whose books are given up: they stand aside until the new ones are
whole, and come back when something goes wrong. Stop the servers first; a restore is refused while anybody is connected.
--check reads the file and says what is in it, and changes nothing. --back: the former books again, after a restore that was killed.`)

const { hasBooks, inspectBackup, restoreDatabase, takeBack } = await import('@/src/db/backup/restoreDatabase')
const { env } = await import('@/src/env/env')
const { uploadFolder } = await import('@/src/files/uploadFolder')
const { forgetHeads } = await import('../jobs/keptHead')
const { withDatabase } = await import('../withDatabase')

const [target, ...options] = process.argv.slice(2).sort((a, b) => Number(a.startsWith('--')) - Number(b.startsWith('--')))
if (process.argv.includes('--back')) {
  const back = await withDatabase(() => takeBack({ connectionString: env.DATABASE_URL, uploads: uploadFolder('') })).catch((error: Error) =>
    stopWith(`Nothing was changed: ${error.message}`),
  )
  if (back) await forgetHeads()
  console.log(back ? 'The former books and files stand again.' : 'No restore was broken off; nothing was changed.')
  process.exit(0)
}
if (!target || target.startsWith('--')) stopWith('npm run restore -- <file>: which file?')
const file = path.resolve(target)
try {
  if (options.includes('--check')) {
    const { at, rows, tables, files } = await inspectBackup({ file })
    console.log(`${file}: of ${at}, ${rows} rows of ${tables} tables, ${files} files; complete`)
  } else {
    await withDatabase(async () => {
      const connectionString = env.DATABASE_URL
      if (!options.includes('--replace') && (await hasBooks({ connectionString }))) {
        stopWith('There are books in this database already. --replace gives them up; or set DATA_DIR or DATABASE_URL to another.')
      }
      const uploads = uploadFolder('')
      const { at, rows, tables, files } = await restoreDatabase({ connectionString, uploads, file, logLevel: 'warn' })
      await forgetHeads()
      console.log(
        `Restored as of ${at}: ${rows} rows of ${tables} tables, ${files} files. Let npm run ledger:verify say that the books agree.`,
      )
    })
  }
} catch (error) {
  stopWith(`Not restored: ${error instanceof Error ? error.message : String(error)}`)
}
