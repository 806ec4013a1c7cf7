import type { ClientBase } from 'pg'
import type { ProblemCode, RowProblem, SourceTable } from './sourceTable'
import { stagingColumn, stagingTable } from './stagingName'

/** A check over the staged tables: one SELECT of (line, value, …facts) whose rows are the problems. */
export type StagedCheck = {
  /** the source table whose rows are named in the report */
  readonly table: string
  readonly column: string | null
  readonly code: ProblemCode
  /** every source table the SELECT reads; the check is left out when one of them could not be staged */
  readonly reads: readonly string[]
  readonly select: string
}

const uniqueCheck = ({ table, columns }: { table: SourceTable; columns: readonly string[] }): StagedCheck => {
  const key = columns.map(stagingColumn)
  return {
    table: table.name,
    column: columns.join(' + '),
    code: 'DUPLICATE_KEY',
    reads: [table.name],
    select: `select line, concat_ws(' + ', ${key.join(', ')}) as value, first_line as "firstLine"
             from (select line, ${key.join(', ')}, min(line) over (partition by ${key.join(', ')}) as first_line
                   from ${stagingTable(table.name)}) as rows
             where line > first_line`,
  }
}

const referenceCheck = (args: { table: SourceTable; column: string; to: SourceTable }): StagedCheck => {
  const [from, key] = [stagingColumn(args.column), stagingColumn(args.to.key[0] ?? '')]
  return {
    table: args.table.name,
    column: args.column,
    code: 'UNKNOWN_REFERENCE',
    reads: [args.table.name, args.to.name],
    select: `select child.line, child.${from}::text as value, '${args.to.name}' as "table"
             from ${stagingTable(args.table.name)} as child
             where child.${from} is not null
               and not exists (select from ${stagingTable(args.to.name)} as parent where parent.${key} = child.${from})`,
  }
}

/** Keys stand once, references lead somewhere: derived from the table definitions. */
export function keyChecks(tables: readonly SourceTable[]): StagedCheck[] {
  const byName = new Map(tables.map((table) => [table.name, table]))
  return tables.flatMap((table) => [
    uniqueCheck({ table, columns: table.key }),
    ...(table.unique ?? []).map((column) => uniqueCheck({ table, columns: [column] })),
    ...(table.references ?? []).map(({ column, to }) => {
      const target = byName.get(to)
      if (!target) throw new Error(`${table.name}.${column} refers to ${to}, which is not a source table`)
      return referenceCheck({ table, column, to: target })
    }),
  ])
}

/** Runs the checks whose tables are all staged and gives every problem found, in the order of the checks and lines. */
export async function checkStaged(args: {
  client: ClientBase
  checks: readonly StagedCheck[]
  staged: ReadonlySet<string>
  fileName: (table: string) => string
}): Promise<RowProblem[]> {
  const problems: RowProblem[] = []
  for (const check of args.checks) {
    if (!check.reads.every((name) => args.staged.has(name))) continue
    const { rows } = await args.client.query<{ line: number } & Record<string, unknown>>(`${check.select} order by line`)
    for (const { line, ...facts } of rows) {
      problems.push({ file: args.fileName(check.table), line, column: check.column, code: check.code, facts })
    }
  }
  return problems
}
