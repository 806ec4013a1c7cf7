import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { ClientBase } from 'pg'
import { readSourceFile, sourceFile, type SourceRow } from './readSourceFile'
import type { RowProblem, SourceTable } from './sourceTable'
import { stagingColumn, stagingColumns, stagingTable } from './stagingName'

const batchSize = 5000

/** Which source files are already staged, by content: a run that was interrupted goes on where it stopped. */
export async function ensureManifest(client: ClientBase): Promise<void> {
  await client.query(
    'create table if not exists import_aw_manifest (name text primary key, digest text not null, row_count integer not null)',
  )
}

/** Digest of the file's bytes and of the rules it was read by. */
async function digestOf({ filePath, table }: { filePath: string; table: SourceTable }): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(table))
  for await (const chunk of createReadStream(filePath)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

async function insertBatch({ client, table, rows }: { client: ClientBase; table: SourceTable; rows: SourceRow[] }): Promise<void> {
  const columns = stagingColumns(table)
  const types = ['integer', ...columns.map(({ type }) => type)]
  const names = ['line', ...columns.map(({ column }) => column)]
  const arrays: unknown[] = [rows.map(({ line }) => line), ...columns.map((_, index) => rows.map(({ cells }) => cells[index]))]
  await client.query({
    text: `insert into ${stagingTable(table.name)} (${names.join(', ')})
           select ${types.map((type, index) => `c${String(index)}::${type}`).join(', ')}
           from unnest(${types.map((_, index) => `$${String(index + 1)}::text[]`).join(', ')}) as t(${types.map((_, index) => `c${String(index)}`).join(', ')})`,
    values: arrays,
  })
}

/**
 * Reads one source file into its unlogged staging table, in one transaction; a table already staged from the same
 * bytes is kept. Returns the rows staged and the cells that could not be taken in (then nothing of it is kept).
 */
export async function stageTable(args: {
  client: ClientBase
  folder: string
  table: SourceTable
  onRows: (rows: number) => void
  onBytes: (bytes: number) => void
}): Promise<{ rows: number; problems: RowProblem[] }> {
  const { client, folder, table, onRows, onBytes } = args
  const filePath = sourceFile({ folder, table })
  if (filePath === null) {
    return { rows: 0, problems: [{ file: `${table.name}.csv.gz`, line: null, column: null, code: 'FILE_MISSING', facts: {} }] }
  }
  const digest = await digestOf({ filePath, table })
  const staged = await client.query<{ row_count: number }>('select row_count from import_aw_manifest where name = $1 and digest = $2', [
    table.name,
    digest,
  ])
  if (staged.rows[0]) {
    onBytes((await stat(filePath)).size)
    onRows(staged.rows[0].row_count)
    return { rows: staged.rows[0].row_count, problems: [] }
  }

  const target = stagingTable(table.name)
  const problems: RowProblem[] = []
  let rows = 0
  await client.query('begin')
  try {
    await client.query('delete from import_aw_manifest where name = $1', [table.name])
    await client.query(`drop table if exists ${target}`)
    const columns = stagingColumns(table).map(({ column, type }) => `${column} ${type}`)
    await client.query(`create unlogged table ${target} (line integer not null, ${columns.join(', ')})`)
    await readSourceFile({
      table,
      filePath,
      batchSize,
      onBatch: async (batch) => {
        await insertBatch({ client, table, rows: batch })
        rows += batch.length
        onRows(batch.length)
      },
      onProblem: (problem) => problems.push({ ...problem, file: path.basename(filePath) }),
      onBytes,
    })
    if (problems.length > 0) {
      await client.query('rollback')
      return { rows: 0, problems }
    }
    await client.query(`create index on ${target} (${table.key.map(stagingColumn).join(', ')})`)
    await client.query('insert into import_aw_manifest values ($1, $2, $3)', [table.name, digest, rows])
    await client.query('commit')
    await client.query(`analyze ${target}`)
  } catch (error) {
    // A lost connection is rolled back by the server; the first error is the one to tell.
    await client.query('rollback').catch(() => undefined)
    throw error
  }
  return { rows, problems }
}
