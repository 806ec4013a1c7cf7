import { textOf } from '@/src/domain/kernel/textOf'
import { type Named, nameIn } from '@/src/domain/words/nameIn'
import type { Language } from '@/src/domain/words/words'

type Relation = { code?: string; no?: string; name?: string } | number | string | null | undefined

/** A related record by what people call it; an unread one (no right) is empty. */
export const nameOf = (value: unknown): string => {
  const relation = value as Relation
  return relation && typeof relation === 'object' ? (relation.name ?? relation.no ?? relation.code ?? '') : ''
}
/** The same, where the record is the house's and has an English name for whoever reads English. */
export const nameFor = (value: unknown, language: Language): string =>
  (value !== null && typeof value === 'object' && nameIn(value as Named, language)) || nameOf(value)
export const codeOf = (value: unknown): string => {
  const relation = value as Relation
  return relation && typeof relation === 'object' ? (relation.code ?? '') : ''
}
export const dayOf = (value: unknown): string => textOf(value).slice(0, 10)

const format = (least: number, most: number) => {
  const formatter = new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most })
  return (value: unknown): string => (typeof value === 'number' ? formatter.format(value) : '')
}
/** Stored values are rounded already; these only show them: amounts with 2, prices with 2 to 6, quantities with up to 4 decimals. */
export const amount = format(2, 2)
export const unitPrice = format(2, 6)
export const quantity = format(0, 4)
export const percent = (value: unknown): string => (typeof value === 'number' ? `${format(0, 4)(value)} %` : '')
