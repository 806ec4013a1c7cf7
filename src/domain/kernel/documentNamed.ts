import type { DocumentRef } from './contributions'
import { idOf } from './idOf'

/** The document a request names: `{ relationTo, value }`, `{ slug, id }`, or the id of an order. */
export function documentNamed(given: unknown): DocumentRef | null {
  const record = given !== null && typeof given === 'object' ? (given as Record<string, unknown>) : null
  const slug = record ? (record['relationTo'] ?? record['slug'] ?? record['collection'] ?? 'orders') : 'orders'
  const id = idOf(record ? (record['value'] ?? record['id']) : given)
  return typeof slug === 'string' && id !== null ? { slug, id } : null
}
