import type { Column } from '@/reports/kit/columns'
import type { Row } from '@/reports/kit/row'

/** The record a click on a cell opens, as its column says; none where the row does not name one. */
export function recordBehind({ key, opens }: Pick<Column, 'key' | 'opens'>, row: Row): { slug: string; id: number } | null {
  if (!opens) return null
  const id = row[opens.id] ?? null
  const slug = 'slug' in opens ? opens.slug : row[opens.slugIn]
  return id !== null && typeof slug === 'string' && row[key] ? { slug, id: Number(id) } : null
}
