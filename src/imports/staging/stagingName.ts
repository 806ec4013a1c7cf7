import type { CellKind, ColumnRule, SourceTable } from './sourceTable'

const snake = (name: string): string =>
  name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()

/** SalesOrderHeader → import_aw_sales_order_header */
export const stagingTable = (sourceName: string): string => `import_aw_${snake(sourceName)}`

/** SalesOrderID → sales_order_id */
export const stagingColumn = (sourceColumn: string): string => snake(sourceColumn)

const sqlTypes: Record<CellKind, string> = {
  int: 'integer',
  count: 'integer',
  money: 'numeric',
  exact: 'numeric',
  date: 'date',
  flag: 'boolean',
  text: 'text',
}

export const cellKind = (rule: ColumnRule): CellKind => rule.replace('!', '') as CellKind
export const isRequired = (rule: ColumnRule): boolean => rule.endsWith('!')

/** Staging columns of a source table with their SQL types, in the order of the rules (`line` comes before them). */
export const stagingColumns = (table: SourceTable): { source: string; column: string; type: string }[] =>
  Object.entries(table.columns).map(([source, rule]) => ({ source, column: stagingColumn(source), type: sqlTypes[cellKind(rule)] }))
