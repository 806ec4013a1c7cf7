import { createReadStream, existsSync } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { checkCell } from './checkCell'
import type { RowProblem, SourceTable } from './sourceTable'
import { cellKind, isRequired } from './stagingName'

export type SourceRow = { line: number; cells: (string | null)[] }

/** The file of a table in a folder: `<name>.csv.gz`, else `<name>.csv`; null when neither is there. */
export function sourceFile({ folder, table }: { folder: string; table: SourceTable }): string | null {
  const candidates = [`${table.name}.csv.gz`, `${table.name}.csv`].map((file) => path.join(folder, file))
  return candidates.find((file) => existsSync(file)) ?? null
}

/** The columns of the table's rules in the header row: their positions, or the problems of a header that lacks some. */
function locateColumns({ table, header, file }: { table: SourceTable; header: string[]; file: string }) {
  const positions = Object.keys(table.columns).map((column) => header.indexOf(column))
  const problems = Object.keys(table.columns)
    .filter((_, index) => positions[index] === -1)
    .map((column): RowProblem => ({ file, line: 1, column, code: 'COLUMN_MISSING', facts: {} }))
  return { positions, problems }
}

/** The cells that cannot be taken in. Empty cells are NULL, as the source writes them. */
function cellProblems({ table, cells, file, line }: { table: SourceTable; cells: (string | null)[]; file: string; line: number }) {
  const problems: RowProblem[] = []
  let index = 0
  for (const [column, rule] of Object.entries(table.columns)) {
    const text = cells[index++] ?? null
    const code = text === null ? (isRequired(rule) ? 'EMPTY' : null) : checkCell({ kind: cellKind(rule), text })
    if (code) problems.push({ file, line, column, code, facts: { value: text } })
  }
  return problems
}

/**
 * Streams one source file in batches and checks every cell. Rows with a problem are reported and not handed on.
 * Memory is bounded by the batch, whatever the size of the file.
 */
export async function readSourceFile(args: {
  table: SourceTable
  filePath: string
  batchSize: number
  onBatch: (rows: SourceRow[]) => Promise<void>
  onProblem: (problem: RowProblem) => void
  onBytes: (bytes: number) => void
}): Promise<void> {
  const { table, filePath, batchSize, onBatch, onProblem, onBytes } = args
  const file = path.basename(filePath)
  let header: { length: number; positions: number[] } | null = null
  let lastLine = 0
  let batch: SourceRow[] = []

  const takeRecords = async (records: AsyncIterable<{ record: string[]; info: { lines: number } }>): Promise<void> => {
    for await (const { record, info } of records) {
      const line = lastLine + 1
      lastLine = info.lines
      if (header === null) {
        const { positions, problems } = locateColumns({ table, header: record, file })
        problems.forEach(onProblem)
        if (problems.length > 0) return
        header = { length: record.length, positions }
        continue
      }
      if (record.length !== header.length) {
        onProblem({ file, line, column: null, code: 'CELL_COUNT', facts: { expected: header.length, found: record.length } })
        continue
      }
      const cells = header.positions.map((position) => record[position] || null)
      const problems = cellProblems({ table, cells, file, line })
      if (problems.length > 0) {
        problems.forEach(onProblem)
        continue
      }
      batch.push({ line, cells })
      if (batch.length >= batchSize) {
        await onBatch(batch)
        batch = []
      }
    }
    if (batch.length > 0) await onBatch(batch)
  }

  const raw = createReadStream(filePath)
  raw.on('data', (chunk) => onBytes(chunk.length))
  const parser = parse({ bom: true, info: true, relax_column_count: true })
  const stages: [Readable, ...NodeJS.ReadWriteStream[]] = filePath.endsWith('.gz') ? [raw, createGunzip(), parser] : [raw, parser]
  try {
    await pipeline([...stages, takeRecords] as never)
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    // A torn archive or broken quoting is the file's fault and is reported; anything else is ours and is thrown.
    if (!code.startsWith('Z_') && !code.startsWith('CSV_')) throw error
    onProblem({ file, line: lastLine + 1, column: null, code: 'FILE_UNREADABLE', facts: { reason: (error as Error).message } })
  }
}
