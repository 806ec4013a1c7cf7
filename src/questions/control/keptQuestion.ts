import type { PayloadRequest } from 'payload'

import { readParams, stateParams } from '@/reports/kit/params'
import { columnsOf as reportColumnsOf } from '@/reports/kit/reportColumns'
import { rowOrderOf } from '@/reports/kit/rowOrder'
import { mayOpen, type Report } from '@/reports/kit/defineReport'
import { personOf } from '@/src/access/roles'
import { readsKind } from '@/src/access/kinds'
import { type Condition, readAddress } from '@/src/domain/lists/address'
import type { ListColumn } from '@/src/domain/lists/column'
import type { Words } from '@/src/domain/words/words'
import { now } from '@/src/engine/clock'
import { languageOf } from '@/src/engine/refusal'
import { columnsOf } from '@/src/questions/lists/columns'
import { chosenColumns } from '@/src/questions/lists/list'
import { quickOf } from '@/src/questions/lists/listed'
import { namesIn } from '@/src/questions/lists/rows'

import { askable } from './askable'
import { recordNames } from './recordNames'
import { settledParams } from './settledParams'
import { viewerOf } from './viewerOf'

const words = {
  search: { zh: '搜索', en: 'Search' },
  quick: { zh: '快速筛选', en: 'Quick filters' },
  status: { zh: '状态', en: 'Status' },
  filter: { zh: '筛选', en: 'Filter' },
  board: { zh: '按看板的条件', en: 'as a count of the board says' },
  comma: { zh: '、', en: ', ' },
  columns: { zh: '列', en: 'Columns' },
  without: { zh: '不含列', en: 'Without columns' },
  order: { zh: '排序', en: 'Order' },
  falling: { zh: '降序', en: 'descending' },
  rising: { zh: '升序', en: 'ascending' },
} as const
/** How a value is compared, where it is not simply the one. */
const comparisons: ReadonlyMap<string, Words> = new Map([
  ['contains', { zh: '含', en: 'contains' }],
  ['like', { zh: '含', en: 'contains' }],
  ['not_equals', { zh: '不是', en: 'is not' }],
  ['not_in', { zh: '不是', en: 'is not' }],
  ['exists', { zh: '已填：', en: 'is filled in:' }],
  ['greater_than', { zh: '大于', en: 'more than' }],
  ['greater_than_equal', { zh: '从', en: 'from' }],
  ['less_than', { zh: '小于', en: 'less than' }],
  ['less_than_equal', { zh: '至', en: 'to' }],
])
type Word = keyof typeof words
type Said = { label: string; value: string }

/** A question that was kept, of a report or a list, as its reader would say it: nothing of it stands there as an address does. */
export async function keptQuestion(req: PayloadRequest, kept: { report: string; question: string }): Promise<Said[]> {
  const found = askable(kept.report)
  if (found?.is === 'list') return readsKind(personOf(req.user), found.slug) ? listAsked(req, found.slug, kept.question) : []
  return found?.is === 'report' ? reportAsked(req, found.report, kept.question) : []
}

const sayer = (req: PayloadRequest) => {
  const language = languageOf(req)
  return (word: Word): string => words[word][language]
}

const ordered = (say: (word: Word) => string, label: string | undefined, falls: boolean): Said[] =>
  label ? [{ label: say('order'), value: `${label}, ${say(falls ? 'falling' : 'rising')}` }] : []

async function reportAsked(req: PayloadRequest, report: Report, question: string): Promise<Said[]> {
  const say = sayer(req)
  const language = languageOf(req)
  const viewer = viewerOf(req)
  if (!mayOpen(report, viewer.roles)) return []
  const today = now(req).date
  const kept = new URLSearchParams(question)
  const given = [...kept].filter(([name]) => !name.startsWith('_'))
  const named = new Set(given.map(([name]) => name))
  const settled = (await settledParams(req, report)).filter(([name]) => !named.has(name))
  const { params, findings } = readParams({ shape: report.params, given: [...given, ...settled], language, today, seeCost: viewer.seeCost })
  if (findings.length > 0) return []
  const columns = reportColumnsOf({ report, params, viewer, today })
  const hidden = new Set((kept.get('_hide') ?? '').split(','))
  const left = columns.filter(({ key }) => hidden.has(key)).map(({ title }) => title[language])
  const order = rowOrderOf(kept.get('_sort') ?? '', columns)
  const by = columns.find(({ key }) => key === order?.column.key)
  return [
    ...stateParams({ shape: report.params, params, language, names: await recordNames(req, report, params) }),
    ...ordered(say, by?.title[language], order?.down ?? false),
    ...(left.length > 0 ? [{ label: say('without'), value: left.join(say('comma')) }] : []),
  ]
}

const labelOf = (column: ListColumn | undefined, value: string): string =>
  column?.options?.find((option) => option.value === value)?.label ?? value

async function listAsked(req: PayloadRequest, slug: string, question: string): Promise<Said[]> {
  const say = sayer(req)
  const columns = await columnsOf(req, slug)
  const asked = readAddress(new URLSearchParams(question))
  const shown = chosenColumns(columns, (new URLSearchParams(question).get('columns') ?? '').split(','))
  const states = columns.find(({ name }) => name === 'status')
  const quick = quickOf(req, slug, columns).filter(({ key }) => asked.quick.includes(key))
  const sort = columns.find(({ name }) => name === asked.sort?.replace(/^-/, ''))
  const said = (label: Word, values: readonly string[]): Said[] =>
    values.length > 0 ? [{ label: say(label), value: values.join(say('comma')) }] : []
  return [
    ...said('search', asked.search ? [asked.search] : []),
    ...said(
      'quick',
      quick.map(({ label }) => label[languageOf(req)]),
    ),
    ...said(
      'status',
      asked.status.map((state) => labelOf(states, state)),
    ),
    ...(await conditionsSaid(req, columns, asked.where)),
    ...ordered(say, sort?.label, asked.sort?.startsWith('-') ?? false),
    ...said(
      'columns',
      shown.map(({ label }) => label),
    ),
  ]
}

/** Each comparison by the name of its column; one of several alternatives, which only a board asks, is said to be a count of it. */
async function conditionsSaid(req: PayloadRequest, columns: readonly ListColumn[], where: Condition | null): Promise<Said[]> {
  const say = sayer(req)
  const said = await Promise.all(
    Object.entries(where ?? {}).map(async ([field, given]): Promise<Said[]> => {
      if (field === 'and' && Array.isArray(given))
        return (await Promise.all(given.map((one: Condition) => conditionsSaid(req, columns, one)))).flat()
      const column = columns.find(({ name }) => name === field)
      if (!column || given === null || typeof given !== 'object') return [{ label: say('filter'), value: say('board') }]
      const names = column.relation ? await namedBy(req, column, given) : undefined
      const word = (value: string): string => names?.get(Number(value)) ?? labelOf(column, value)
      return Object.entries(given).map(([operator, value]) => ({
        label: column.label,
        value: [
          ...(comparisons.has(operator) ? [comparisons.get(operator)?.[languageOf(req)]] : []),
          valuesIn(value).map(word).join(say('comma')),
        ].join(' '),
      }))
    }),
  )
  return said.flat()
}

const valuesIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : String(value).split(','))

async function namedBy(req: PayloadRequest, column: ListColumn, given: object): Promise<ReadonlyMap<number, string> | undefined> {
  const ids = Object.values(given).flatMap(valuesIn).map(Number).filter(Number.isInteger)
  return (
    await namesIn(
      req,
      [column],
      ids.map((id) => ({ id, [column.name]: id })),
    )
  ).get(column.relation ?? '')
}
