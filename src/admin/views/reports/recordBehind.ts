import type { Column } from '@/reports/kit/columns'
import type { Row } from '@/reports/kit/row'

/** The record a click on a cell opens, as its column says; none where the row does not name one. */
export function recordBehind({ key, opens }: Pick<Column, 'key' | 'opens'>, row: Row): { slug: string; id: number } | null {
  const id = opens ? row[opens.id] : null
  return opens && id !== null && id !== undefined && row[key] ? { slug: opens.slug, id: Number(id) } : null
}
