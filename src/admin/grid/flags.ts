import type { GridColumn } from '@/src/domain/grid/gridColumn'
import { labelOf } from '@/src/domain/messages/labels'

type Flags = Pick<GridColumn, 'options'>

/** What may be ticked in this column. */
export const flagsOf = ({ options }: Flags, language: 'zh' | 'en'): Array<{ value: string; text: string }> =>
  (options ?? []).map(({ value, label }) => ({ value, text: label[language] }))

export function flagsTold(value: unknown, column: Flags, language: 'zh' | 'en'): string {
  const words = new Map(flagsOf(column, language).map((flag) => [flag.value, flag.text]))
  const given = Array.isArray(value) ? (value as string[]) : []
  return given.map((flag) => words.get(flag) ?? labelOf(flag, language)).join(language === 'zh' ? '、' : ', ')
}
