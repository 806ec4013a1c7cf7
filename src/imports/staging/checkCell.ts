import type { CellKind, ProblemCode } from './sourceTable'

const shapes: Record<Exclude<CellKind, 'date' | 'text'>, { pattern: RegExp; code: ProblemCode }> = {
  int: { pattern: /^-?\d{1,9}$/, code: 'NOT_A_WHOLE_NUMBER' },
  count: { pattern: /^\d{1,9}$/, code: 'NOT_A_WHOLE_NUMBER' },
  money: { pattern: /^\d{1,12}(\.\d{1,4})?$/, code: 'NOT_A_NUMBER' },
  exact: { pattern: /^\d{1,12}(\.\d{1,6})?$/, code: 'NOT_A_NUMBER' },
  flag: { pattern: /^[01]$/, code: 'NOT_A_FLAG' },
}

// Postgres text cannot hold NUL; U+FFFD is what the decoder leaves where the bytes were not UTF-8.

const badText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/

const daysIn = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

function isCalendarDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** Why a non-empty cell does not hold what its column needs, or null when it does. */
export function checkCell({ kind, text }: { kind: CellKind; text: string }): ProblemCode | null {
  if (kind === 'text') return badText.test(text) ? 'BAD_TEXT' : null
  if (kind === 'date') return isCalendarDate(text) ? null : 'NOT_A_DATE'
  const { pattern, code } = shapes[kind]
  return pattern.test(text) ? null : code
}
