import { releasable, type Releasable } from '@/src/domain/credit/creditRelease'

import { idOf } from '@/src/domain/kernel/idOf'
import type { Stored } from '@/src/engine/documents/stored'

export type CreditRelease = Stored<'credit-releases'>

type Entered = { document?: unknown; documentSlug?: unknown; documentId?: unknown; order?: unknown }

/** The document a request names: `{ relationTo, value }`, `{ slug, id }`, or the id of an order. */
export function namedDocument(entered: Entered): { slug: Releasable; id: number } | null {
  const given = entered.document ?? entered.order
  const record = given !== null && typeof given === 'object' ? (given as Record<string, unknown>) : null
  const slug = record ? (record['relationTo'] ?? record['slug'] ?? record['collection'] ?? 'orders') : (entered.documentSlug ?? 'orders')
  const value = record ? (record['value'] ?? record['id']) : given
  const id = idOf(value)
  return releasable.includes(slug as Releasable) && id !== null ? { slug: slug as Releasable, id } : null
}
