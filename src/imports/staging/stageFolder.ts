import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { ClientBase } from 'pg'
import { checkStaged, keyChecks, type StagedCheck } from './checkStaged'
import type { Progress } from './progress'
import { sourceFile } from './readSourceFile'
import type { RowProblem, SourceTable } from './sourceTable'
import { ensureManifest, stageTable } from './stageTable'

async function totalBytes({ folder, tables }: { folder: string; tables: readonly SourceTable[] }): Promise<number> {
  let bytes = 0
  for (const table of tables) {
    const file = sourceFile({ folder, table })
    if (file !== null) bytes += (await stat(file)).size
  }
  return bytes
}

/**
 * Reads all source files of a folder into staging tables and checks cells, keys, references and the business checks.
 * Nothing of the books is touched. Returns the rows read and every row that cannot be taken in.
 */
export async function stageFolder(args: {
  client: ClientBase
  folder: string
  tables: readonly SourceTable[]
  businessChecks: readonly StagedCheck[]
  progress: Progress
}): Promise<{ rows: number; problems: RowProblem[] }> {
  const { client, folder, tables, progress } = args
  await ensureManifest(client)
  const bytes = { read: 0, total: await totalBytes({ folder, tables }) }
  const problems: RowProblem[] = []
  const staged = new Set<string>()
  let rows = 0

  progress.phase({ name: 'Reading', total: 0 })
  for (const table of tables) {
    const result = await stageTable({
      client,
      folder,
      table,
      onRows: progress.advance,
      onBytes: (read) => {
        bytes.read += read
        progress.share(bytes.total > 0 ? bytes.read / bytes.total : 0)
      },
    })
    rows += result.rows
    problems.push(...result.problems)
    if (result.problems.length === 0) staged.add(table.name)
  }

  progress.phase({ name: 'Checking', total: rows })
  const fileName = (name: string): string => {
    const table = tables.find((candidate) => candidate.name === name)
    const file = table ? sourceFile({ folder, table }) : null
    return file === null ? `${name}.csv.gz` : path.basename(file)
  }
  problems.push(...(await checkStaged({ client, checks: [...keyChecks(tables), ...args.businessChecks], staged, fileName })))
  progress.advance(rows)
  progress.end()
  return { rows, problems }
}

/** Removes the staging tables; the books keep everything. */
export async function dropStaging({ client, tables }: { client: ClientBase; tables: readonly string[] }): Promise<void> {
  await client.query(`drop table if exists ${[...tables, 'import_aw_manifest'].join(', ')}`)
}
