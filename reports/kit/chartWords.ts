import { inLanguages } from '@/src/domain/words/words'
import type { ChartOption } from './chart'
import type { Column, ColumnKind } from './columns'
import type { Language } from './label'

/** Highest and lowest closer than this look alike on an axis that begins at zero. */
const CLOSE = 0.1

const words = inLanguages({
  apart: {
    zh: (name: string, high: string, highest: string, low: string, lowest: string, by: string) =>
      `${name}：最高 ${high} ${highest}，最低 ${low} ${lowest}，相差 ${by}`,
    en: (name: string, high: string, highest: string, low: string, lowest: string, by: string) =>
      `${name}: highest ${high} with ${highest}, lowest ${low} with ${lowest}, ${by} apart`,
  },
  alike: {
    zh: (name: string, value: string) => `${name}：各项均为 ${value}`,
    en: (name: string, value: string) => `${name}: all alike, ${value}`,
  },
  points: { zh: '个百分点', en: ' points' },
})

const figure = (value: number, kind: ColumnKind): string =>
  `${value.toLocaleString('en-US', kind === 'money' ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumFractionDigits: 2 })}${kind === 'percent' ? ' %' : ''}`

/**
 * What a chart from zero cannot show is said: which bar or point is the highest, which the lowest and how far apart they are, where the eye would take them for alike.
 * 100.00, 98.00 and 97.00 → "highest … 100.00, lowest … 97.00, 3.0 % apart". Stacked charts show parts of a whole and are not judged.
 */
export function chartWords({
  option,
  columns,
  language,
}: {
  option: ChartOption
  columns: readonly Pick<Column, 'kind' | 'title'>[]
  language: Language
}): string[] {
  const say = words[language]
  return option.series.flatMap(({ name, stack, data }) => {
    const told = data.flatMap((value, at) => (value === null ? [] : [{ value, place: option.xAxis.data[at] ?? '' }]))
    const kind = columns.find(({ title }) => title[language] === name)?.kind ?? 'quantity'
    const [first] = told
    if (stack || !first || told.length < 2) return []
    const high = told.reduce((a, b) => (b.value > a.value ? b : a), first)
    const low = told.reduce((a, b) => (b.value < a.value ? b : a), first)
    const larger = Math.max(Math.abs(high.value), Math.abs(low.value))
    const apart = high.value - low.value
    if (larger === 0 || apart >= larger * CLOSE) return []
    if (apart === 0) return [say.alike(name, figure(high.value, kind))]
    const by =
      kind === 'percent'
        ? `${figure(apart, 'count')}${say.points}`
        : `${((apart / larger) * 100).toFixed(apart / larger < 0.001 ? 3 : 1)} %`
    return [say.apart(name, high.place, figure(high.value, kind), low.place, figure(low.value, kind), by)]
  })
}
