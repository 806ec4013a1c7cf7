import type { Problem } from './judgeWhere'

/** How many documents one answer may hold. */
export const mostDocuments = 1000
const lastPage = 1_000_000

const whole = (value: unknown, from: number, to: number): boolean => {
  const number = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= from && number <= to
}

const between = (from: number, to: number) => ({ zh: `${from}–${to}`, en: `${from}–${to}` })
const isRecord = (value: unknown): boolean => value !== null && typeof value === 'object' && !Array.isArray(value)

export type Paging = {
  limit?: unknown
  page?: unknown
  depth?: unknown
  pagination?: unknown
  select?: unknown
  populate?: unknown
  joins?: unknown
}

/** How much is asked for at once. An answer has a largest size, so "all" (limit 0, or no pages) is refused with it. */
export function judgePaging({ limit, page, depth, pagination, select, populate, joins }: Paging): Problem[] {
  const problems: Problem[] = []
  const unlimited = (pagination === false || pagination === 'false') && limit === undefined
  if (unlimited || (limit !== undefined && !whole(limit, 1, mostDocuments)))
    problems.push({ path: 'limit', value: limit, accepted: between(1, mostDocuments) })
  if (page !== undefined && page !== null && !whole(page, 1, lastPage))
    problems.push({ path: 'page', value: page, accepted: between(1, lastPage) })
  if (depth !== undefined && !whole(depth, 0, 10)) problems.push({ path: 'depth', value: depth, accepted: between(0, 10) })
  for (const [path, value] of Object.entries({ select, populate, joins })) {
    if (value !== undefined && value !== null && value !== false && !isRecord(value))
      problems.push({ path, value, accepted: { zh: `${path}[字段]=true`, en: `${path}[field]=true` } })
  }
  return problems
}
