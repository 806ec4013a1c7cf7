import { addDays, businessDate, isBusinessDate } from '../kernel/businessDate'
import { plainWord } from '../lookup/typed'
import { readBreaks } from './breaksCell'
import type { GridColumn } from './gridColumn'
import type { Read } from './read'

const unread: Read = { unread: true }

/** `1,234.5`, `¥ 0.35`, `１２`, `13%`; anything else is not a figure, and neither is one with more decimals than the field keeps. */
export function readFigure(typed: string, scale = 6): Read {
  const plain = typed.normalize('NFKC').replaceAll(/[\s,，¥￥$%]/g, '').replaceAll('。', '.') // prettier-ignore
  if (plain === '') return { value: null }
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return unread
  const decimals = /\.(\d*?)0*$/.exec(plain)?.[1]?.length ?? 0
  const value = Number(plain)
  return decimals > scale || !Number.isFinite(value) || Math.abs(value) >= 1e15 ? unread : { value }
}

const two = (figure: number): string => String(figure).padStart(2, '0')

function dateOf(year: number, month: number, day: number): string | null {
  const date = `${year}-${two(month)}-${two(day)}`
  return isBusinessDate(date) && year >= 2000 && year < 2100 ? date : null
}

/** `2026-12-05`, `20261205`, `12-5`, `1205`, `+7`, `12月5日`: a day without its year is the next one that comes. */
export function readDate(typed: string, today: string): Read {
  const plain = typed.normalize('NFKC').trim().replaceAll(/[年月/.]/g, '-').replaceAll(/[日号\s]/g, '') // prettier-ignore
  if (plain === '') return { value: null }
  const thisYear = Number(today.slice(0, 4))
  const later = /^\+(\d{1,3})$/.exec(plain)
  if (later) return { value: addDays(businessDate(today), Number(later[1])) }
  const whole = /^(\d{4})-?(\d{1,2})-?(\d{1,2})$/.exec(plain)
  const short = /^(\d{1,2})-(\d{1,2})$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain)
  const parts = (whole ?? short)?.slice(1).map(Number)
  if (!parts) return unread
  const [year, month, day] = whole ? parts : [thisYear, ...parts]
  const date = dateOf(year as number, month as number, day as number)
  if (date === null) return unread
  return { value: whole || date >= today ? date : (dateOf((year as number) + 1, month as number, day as number) ?? date) }
}

/** Reads a cell that is typed or pasted as text. Records are looked up instead. */
export function readCell(column: GridColumn, typed: string, today: string): Read {
  switch (column.kind) {
    case 'figure':
    case 'amount':
      return readFigure(typed, column.scale)
    case 'date':
    case 'schedule':
      return readDate(typed, today)
    case 'breaks':
      return readBreaks(typed)
    case 'check':
      return /^(y|yes|true|1|是|√|✓)$/i.test(typed.trim()) ? { value: true } : /^(n|no|false|0|否|)$/i.test(typed.trim()) ? { value: false } : unread // prettier-ignore
    case 'choice': {
      const wanted = plainWord(typed)
      if (wanted === '') return { value: null }
      const option = column.options?.find(({ value, label }) => [value, label.zh, label.en].some((text) => plainWord(text) === wanted))
      return option ? { value: option.value } : unread
    }
    default:
      return { value: typed.trim() === '' ? null : typed }
  }
}

/** A figure with thousands separators: amounts with two decimals, others with those they have. */
export const spokenFigure = (value: number, kind: 'figure' | 'amount'): string => spoken[kind].format(value)

/** Made once: a page of fifty lines says some hundreds of figures. */
const spoken = {
  figure: new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 }),
  amount: new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
} as const
