import { d, Decimal } from '@/src/domain/kernel/decimal'
import { roundAmount, toNumber } from '@/src/domain/kernel/money'

import type { Column } from './columns'
import type { Row } from './row'
import type { Label, Language } from './label'
import { everyTime } from './everyTime'

/**
 * What a report draws: `category` along the axis, one series per measure, or, with `split`, one measure stacked by a second
 * column. `over: 'time'` draws every category in order, months without a row too; a ranking draws the first `most`.
 */
export type ChartPlan = {
  category: string
  over: 'time' | 'ranking'
  measures: readonly string[]
  split?: string
  most?: number
}

type Series = { name: string; type: 'bar' | 'line'; stack?: string; data: (number | null)[]; smooth?: boolean; barMaxWidth?: number }

/** An option for echarts: plain JSON, drawn alike by the browser and on the server. */
export type ChartOption = {
  title: { text: string; left: 'center' }
  tooltip: { trigger: 'axis' }
  legend: { bottom: number; type: 'scroll' }
  grid: { left: number; right: number; top: number; bottom: number; containLabel: true }
  xAxis: { type: 'category'; data: string[]; axisLabel: { rotate: number; interval: number | 'auto'; width: number; overflow: 'truncate' } }
  yAxis: { type: 'value' }
  animation: false
  textStyle: { fontFamily: string }
  color: string[]
  series: Series[]
}

const others: Label = { zh: '其他', en: 'Others' }
const colours = ['#2f6fb5', '#e08a2b', '#4c9f70', '#b5483f', '#7a5ea8', '#3aa6b9', '#c2a83e', '#8c8c8c', '#a0568b']
const splitInto = 8
const fontFamily = '"Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif'

/** Rows → option. Null when there is nothing to draw. Pure. */
export function chartOption({
  plan,
  rows: given,
  columns,
  language,
  title,
}: {
  plan: ChartPlan
  rows: readonly Row[]
  columns: readonly Column[]
  language: Language
  title: string
}): ChartOption | null {
  // what was added up in one row would dwarf the rest
  const rows = given.filter((row) => row['others'] === undefined)
  if (rows.length === 0) return null
  const nameOf = (row: Row, key: string): string => String(row[key] ?? '')
  const most = plan.most ?? (plan.over === 'time' ? 60 : 20)
  const known = new Set(rows.map((row) => nameOf(row, plan.category)))
  const found = [...known]
  const categories = plan.over === 'time' ? everyTime(found) : found
  const shown = plan.over === 'time' ? categories.slice(-most) : categories.slice(0, most)
  const type = plan.over === 'time' && !plan.split ? 'line' : 'bar'
  const titleOf = (key: string): string => columns.find((column) => column.key === key)?.title[language] ?? key
  const series = plan.split
    ? stacked({ rows, shown, category: plan.category, split: plan.split, measure: plan.measures[0] as string, language })
    : plan.measures
        .filter((key) => columns.some((column) => column.key === key))
        .map((key): Series => {
          const byCategory = new Map<string, Decimal>()
          for (const row of rows) {
            const value = row[key]
            if (value === null || value === undefined) continue
            const name = nameOf(row, plan.category)
            byCategory.set(name, (byCategory.get(name) ?? d(0)).plus(value))
          }
          // a month in which nothing happened has an amount of 0, and no rate
          const nothing = columns.some((column) => column.key === key && column.kind === 'percent') ? null : 0
          const at = (name: string): number | null => {
            const sum = byCategory.get(name)
            return sum ? toNumber(roundAmount(sum)) : known.has(name) ? null : nothing
          }
          return { name: titleOf(key), type, barMaxWidth: 36, data: shown.map(at) }
        })
  return {
    title: { text: title, left: 'center' },
    tooltip: { trigger: 'axis' },
    legend: { bottom: 0, type: 'scroll' },
    grid: { left: 24, right: 24, top: 48, bottom: 40, containLabel: true },
    xAxis: {
      type: 'category',
      data: shown,
      axisLabel: { rotate: shown.length > 8 ? 35 : 0, interval: plan.over === 'time' ? 'auto' : 0, width: 110, overflow: 'truncate' },
    },
    yAxis: { type: 'value' },
    animation: false,
    textStyle: { fontFamily },
    color: [...colours],
    series,
  }
}

type Stack = { rows: readonly Row[]; shown: readonly string[]; category: string; split: string; measure: string; language: Language }

/** The largest parts keep their name, the rest is gathered, so that a thousand items stay readable. */
function stacked({ rows, shown, category, split, measure, language }: Stack): Series[] {
  const sums = new Map<string, Decimal>()
  const cells = new Map<string, Map<string, Decimal>>()
  for (const row of rows) {
    const [at, part] = [String(row[category] ?? ''), String(row[split] ?? '')]
    const amount = d(row[measure])
    sums.set(part, (sums.get(part) ?? d(0)).plus(amount.abs()))
    const cell = cells.get(part) ?? new Map<string, Decimal>()
    cell.set(at, (cell.get(at) ?? d(0)).plus(amount))
    cells.set(part, cell)
  }
  const ranked = [...sums].sort(([, a], [, b]) => b.comparedTo(a)).map(([part]) => part)
  const [named, rest] = [ranked.slice(0, splitInto), ranked.slice(splitInto)]
  const at = (parts: readonly string[], name: string): number | null => {
    const found = parts.flatMap((part) => cells.get(part)?.get(name) ?? [])
    return found.length === 0 ? null : toNumber(roundAmount(Decimal.sum(...found)))
  }
  const bar = (name: string, parts: readonly string[]): Series => ({
    name,
    type: 'bar',
    stack: measure,
    barMaxWidth: 36,
    data: shown.map((place) => at(parts, place)),
  })
  const series = named.map((part) => bar(part, [part]))
  return rest.length > 0 ? [...series, bar(others[language], rest)] : series
}
