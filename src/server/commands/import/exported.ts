import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import path from 'node:path'

import { ExportFolderError, importTables } from '@/src/db/backup/importTables'
import { inObjectStore } from '@/src/files/fileStore'
import { uploadFolder } from '@/src/files/uploadFolder'

/** Reads an exported folder into empty books, its files beside them. Returns the exit code of the command. */
export async function runExportImport({ connectionString, folder }: { connectionString: string; folder: string }): Promise<number> {
  const source = path.resolve(folder)
  if (!existsSync(source)) {
    process.stderr.write(`There is no folder ${folder}.\n`)
    return 64
  }
  try {
    const { tables, rows } = await importTables({ connectionString, folder: source })
    const files = path.join(source, 'files')
    const copies = !inObjectStore() && existsSync(files)
    if (copies) await cp(files, uploadFolder(''), { recursive: true })
    process.stdout.write(`${String(tables)} tables, ${rows.toLocaleString('en-US')} rows${copies ? ', files beside them' : ''}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof ExportFolderError)) throw error
    process.stderr.write(`Nothing was imported: ${error.message}\n`)
    return 1
  }
}
