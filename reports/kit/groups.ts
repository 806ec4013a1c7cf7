import { lostForWords } from '@/src/domain/quotes/lostFor'

import { col, type Column } from './columns'
import { daysWithin, type Drill, nextStep } from './drill'
import { param } from './params'
import { nameless, NO_RECORD_TEXT, NO_WORD } from './nameless'
import type { Row } from './row'
import { idIn, textOf, textsOf } from './source'
import type { SourceRow } from './statement'
import type { Label, Language } from './label'
import type { Period } from './usualParams'

/**
 * What figures are told by. `key` is taken from facts called `f` (customer_id, salesperson_id, department_id, region, channel, item_id, date, document); `join` brings what the
 * key needs, `named` the record that names it, `filter` the parameter that a click on a row sets.
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

const time = (label: Label, format: string): Group => ({ label, over: 'time', key: `to_char(f.date::timestamp, '${format}')` })

const groups = {
  customer: { label: { zh: '客户', en: 'Customer' }, over: 'ranking', key: 'f.customer_id', table: 'customers', filter: 'customer' },
  customerCategory: {
    label: { zh: '客户类别', en: 'Customer category' },
    over: 'ranking',
    key: 'cu.category_id',
    join: 'left join customers cu on cu.id = f.customer_id',
    table: 'customer_categories',
    filter: 'customerCategory',
  },
  item: { label: { zh: '品号', en: 'Item' }, over: 'ranking', key: 'f.item_id', table: 'items', filter: 'item' },
  itemCategory: {
    label: { zh: '商品类别', en: 'Item category' },
    over: 'ranking',
    key: 'it.category_id',
    join: 'left join items it on it.id = f.item_id',
    table: 'item_categories',
    filter: 'itemCategory',
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
  region: { label: { zh: '销售区域', en: 'Region' }, over: 'ranking', key: `nullif(f.region, '')`, filter: 'region' },
  channel: { label: { zh: '销售渠道', en: 'Sales channel' }, over: 'ranking', key: `nullif(f.channel, '')`, filter: 'channel' },
  lostFor: { label: { zh: '丢单类别', en: 'Lost for' }, over: 'ranking', key: 'f.lost_for', words: lostForWords, filter: 'lostFor' },
  document: { label: { zh: '单据', en: 'Document' }, over: 'ranking', key: 'f.document' },
  month: time({ zh: '月份', en: 'Month' }, 'YYYY-MM'),
  quarter: time({ zh: '季度', en: 'Quarter' }, 'YYYY-"Q"Q'),
  year: time({ zh: '年度', en: 'Year' }, 'YYYY'),
} as const satisfies Record<string, Group>

export type GroupName = keyof typeof groups

export const groupOf = (by: GroupName): Group => groups[by]

const parties = ['customer', 'customerCategory', 'item', 'itemCategory', 'salesperson', 'department', 'region', 'channel'] as const
const times = ['month', 'quarter', 'year'] as const

/** What lines of sales are told by: whose and of what, when, document by document. */
export const linesBy = [...parties, ...times, 'document'] as const
/** The same where when comes first. */
export const timesFirst = [...times, ...parties, 'document'] as const

/** The parameter that chooses among some of them. */
export const byParam = <const Name extends GroupName>(names: readonly Name[], initial: Name) =>
  param.choice(
    { zh: '按', en: 'By' },
    names.map((value) => ({ value, label: groups[value].label })),
    initial,
  )

const coded = new Set<GroupName>(['customer', 'item'])

/** The columns that name a group: code and name where records have codes that people use; a document with its day and its customer, and a way to it. */
export const groupColumns = (by: GroupName): Column[] => (by === 'document' ? documentColumns : groupNameColumns(by))

const documentColumns: Column[] = [
  col.documentNo('name', groups.document.label, { width: 20 }),
  col.date('date', { zh: '日期', en: 'Date' }),
  col.customer('customer', { zh: '客户', en: 'Customer' }),
]

const groupNameColumns = (by: GroupName): Column[] => [
  ...(coded.has(by) ? [col.code('code', { zh: `${groups[by].label.zh}编号`, en: `${groups[by].label.en} code` })] : []),
  col.text('name', groups[by].label, { width: groups[by].over === 'time' ? 12 : 30 }),
]

/** The key of a document among facts of one or several kinds: orders:12. */
export const documentKey = (slug: string, id: string): string => `'${slug}:' || ${id}`

/** The document behind a key; only those shown are looked up. */
const documentNamed = (slugs: readonly string[]): string =>
  `left join lateral (${slugs
    .map(
      (slug) =>
        `select '${slug}' as slug, d.id, d.no, d.date, d.customer_id from ${slug} d where g.key like '${slug}:%' and d.id = split_part(g.key, ':', 2)::int`,
    )
    .join(' union all ')}) n on true left join customers nc on nc.id = n.customer_id`

/** The parts of a SELECT that group facts `f` and name what came of it (`g.key`). `documents` are the kinds of document the facts are of. */
export function groupSql(
  by: GroupName,
  documents: readonly string[],
): { key: string; join: string; named: string; names: string; order: (amount: string) => string } {
  const { key, join, table, over }: Group = groups[by]
  if (by === 'document')
    return {
      key,
      join: '',
      named: documentNamed(documents),
      names: `null as code, n.no as name, n.slug as "documentSlug", n.id as "documentId", to_char(n.date, 'YYYY-MM-DD') as date, n.customer_id as "customerId", nc.name as customer`,
      order: (amount) => `${amount} desc, g.key`,
    }
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
  const { over, table, words }: Group = groups[by]
  const key = textOf(row, 'key')
  if (by === 'document')
    return {
      ...textsOf(row, ['name', 'documentSlug', 'date', 'customer']),
      documentId: idIn(row, 'documentId'),
      customerId: idIn(row, 'customerId'),
    }
  const name =
    (key === null ? undefined : words?.[key]?.[language]) ?? textOf(row, 'name') ?? (over === 'ranking' ? nameless[language] : null)
  return { code: textOf(row, 'code'), name, ...(table ? { [`${by}Id`]: key === null ? null : Number(key) } : {}) }
}

type Clicked = { row: SourceRow; by: GroupName; asked: Readonly<Record<string, unknown>> & Partial<Period>; steps: readonly GroupName[] }

/** What a click on a group asks: its record, its word or its days as a filter, told by the next of the steps; at last the documents, which open themselves. */
export function groupDrill({ row, by, asked, steps }: Clicked): Drill | null {
  const { filter, over, table }: Group = groups[by]
  const key = textOf(row, 'key')
  if (by === 'document') return null
  const filters: Drill | null =
    over === 'time'
      ? key === null
        ? null
        : daysWithin(key, asked)
      : filter
        ? { [filter]: key ?? (table ? NO_RECORD_TEXT : NO_WORD) }
        : null
  const next = filters && nextStep({ levels: [by], filters, asked, steps })
  return next ? { ...filters, by: next } : null
}
