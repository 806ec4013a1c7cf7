import { cp, readdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'

import { helpWanted, stopWith } from './terminal'

helpWanted(`npm run export -- <folder> [--xlsx]

Writes every table of the books as CSV with headings (UTF-8), as they are at this moment, and the uploaded files beside them, under files/.
Passwords, keys and sessions stay inside. The server may go on running. With --xlsx each table also as a workbook (.xlsx); what is read into
empty books again is the CSV.`)

const { env } = await import('@/src/env/env')
const { exportTables } = await import('@/src/db/backup/exportTables')
const { inObjectStore } = await import('@/src/files/fileStore')
const { uploadFolder } = await import('@/src/files/uploadFolder')
const { figureColumns } = await import('@/src/db/backup/figureColumns')
const { tableBook } = await import('./export/tableBook')
const { withDatabase } = await import('../withDatabase')

const [target] = process.argv.slice(2).filter((given) => !given.startsWith('--'))
const asWorkbooks = process.argv.includes('--xlsx')
if (!target) stopWith('npm run export -- <folder>: which folder?')
const folder = path.resolve(target)

/** Each table that was written once more, as a workbook. */
async function writeWorkbooks(connectionString: string): Promise<void> {
  const figures = await figureColumns(connectionString)
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.csv'))) {
    const table = name.slice(0, -'.csv'.length)
    const book = {
      csv: path.join(folder, name),
      target: path.join(folder, `${table}.xlsx`),
      table,
      figures: figures.get(table) ?? new Set(),
    }
    const { cut } = await tableBook(book)
    if (cut > 0) console.log(`${table}.xlsx: ${String(cut)} cells hold more text than Excel takes; it stands whole in ${name}`)
  }
}

try {
  await withDatabase(async () => {
    const { tables, rows } = await exportTables({ connectionString: env.DATABASE_URL, folder })
    if (asWorkbooks) await writeWorkbooks(env.DATABASE_URL)
    const uploads = uploadFolder('')
    const copies = !inObjectStore() && existsSync(uploads)
    if (copies) await cp(uploads, path.join(folder, 'files'), { recursive: true })
    const files = inObjectStore() ? `the files lie in the object store ${String(env.S3_BUCKET)}` : copies ? 'files beside them' : 'no files'
    console.log(`${folder}: ${String(tables)} tables, ${rows.toLocaleString('en-US')} rows, ${files}`)
  })
} catch (error) {
  stopWith(`Nothing was exported: ${error instanceof Error ? error.message : String(error)}`)
}
