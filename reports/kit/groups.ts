import { lostForWords } from '@/src/domain/quotes/lostFor'

import { col, type Column } from './columns'
import { param } from './params'
import type { Row } from './row'
import { textOf } from './source'
import type { SourceRow } from './statement'
import type { Label, Language } from './label'

/**
 * What figures are told by. `key` is taken from facts called `f` (customer_id, salesperson_id, department_id, region, channel, item_id, date); `join` brings what the
 * key needs, `named` the record that names it.
 */
type Group = {
  label: Label
  over: 'time' | 'ranking'
  key: string
  join?: string
  table?: string
  filter?: string
  /** How its keys are called, where they are codes of ours. */
  words?: Readonly<Record<string, Label>>
}

const time = (label: Label, format: string): Group => ({ label, over: 'time', key: `to_char(f.date, '${format}')` })

const groups = {
  customer: { label: { zh: '客户', en: 'Customer' }, over: 'ranking', key: 'f.customer_id', table: 'customers', filter: 'customer' },
  customerCategory: {
    label: { zh: '客户类别', en: 'Customer category' },
    over: 'ranking',
    key: 'cu.category_id',
    join: 'left join customers cu on cu.id = f.customer_id',
    table: 'customer_categories',
  },
  item: { label: { zh: '品号', en: 'Item' }, over: 'ranking', key: 'f.item_id', table: 'items', filter: 'item' },
  itemCategory: {
    label: { zh: '商品类别', en: 'Item category' },
    over: 'ranking',
    key: 'it.category_id',
    join: 'left join items it on it.id = f.item_id',
    table: 'item_categories',
  },
  salesperson: {
    label: { zh: '业务员', en: 'Salesperson' },
    over: 'ranking',
    key: 'f.salesperson_id',
    table: 'users',
    filter: 'salesperson',
  },
  department: {
    label: { zh: '部门', en: 'Department' },
    over: 'ranking',
    key: 'f.department_id',
    table: 'departments',
    filter: 'department',
  },
  region: { label: { zh: '销售区域', en: 'Region' }, over: 'ranking', key: `nullif(f.region, '')` },
  channel: { label: { zh: '销售渠道', en: 'Sales channel' }, over: 'ranking', key: `nullif(f.channel, '')` },
  lostFor: { label: { zh: '丢单类别', en: 'Lost for' }, over: 'ranking', key: 'f.lost_for', words: lostForWords },
  month: time({ zh: '月份', en: 'Month' }, 'YYYY-MM'),
  quarter: time({ zh: '季度', en: 'Quarter' }, 'YYYY-"Q"Q'),
  year: time({ zh: '年度', en: 'Year' }, 'YYYY'),
} as const satisfies Record<string, Group>

export type GroupName = keyof typeof groups

export const groupOf = (by: GroupName): Group => groups[by]

/** The parameter that chooses among some of them. */
export const byParam = <const Name extends GroupName>(names: readonly Name[], initial: Name) =>
  param.choice(
    { zh: '按', en: 'By' },
    names.map((value) => ({ value, label: groups[value].label })),
    initial,
  )

const unnamed: Label = { zh: '（未指定）', en: '(none)' }
const coded = new Set<GroupName>(['customer', 'item'])

/** The columns that name a group: code and name where records have codes that people use. */
export const groupColumns = (by: GroupName): Column[] => [
  ...(coded.has(by) ? [col.code('code', { zh: `${groups[by].label.zh}编号`, en: `${groups[by].label.en} code` })] : []),
  col.text('name', groups[by].label, { width: groups[by].over === 'time' ? 12 : 30 }),
]

/** The parts of a SELECT that group facts `f` and name what came of it (`g.key`). */
export function groupSql(by: GroupName): { key: string; join: string; named: string; names: string; order: (amount: string) => string } {
  const { key, join, table, over }: Group = groups[by]
  return {
    key,
    join: join ?? '',
    named: table ? `left join ${table} n on n.id = g.key` : '',
    names: table ? `${table === 'users' ? 'null' : 'n.code'} as code, n.name as name` : `null as code, g.key as name`,
    order: (amount) => (over === 'time' ? 'g.key' : `${amount} desc, g.key`),
  }
}

/** What names a row; a group without a record is said to be none, the totals row has no name. */
export function groupNames({ row, by, language }: { row: SourceRow; by: GroupName; language: Language }): Row {
  const { over }: Group = groups[by]
  const { table, words }: Group = groups[by]
  const key = textOf(row, 'key')
  const name =
    (key === null ? undefined : words?.[key]?.[language]) ?? textOf(row, 'name') ?? (over === 'ranking' ? unnamed[language] : null)
  return { code: textOf(row, 'code'), name, ...(table ? { [`${by}Id`]: key === null ? null : Number(key) } : {}) }
}

/** The filter that a click on a group sets, where one names it. */
export function groupFilter({ row, by }: { row: SourceRow; by: GroupName }): Record<string, string> | null {
  const { filter }: Group = groups[by]
  const key = textOf(row, 'key')
  return filter && key !== null ? { [filter]: key } : null
}
