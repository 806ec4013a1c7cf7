import type { CreditReleaseStatus } from '@/src/domain/credit/releaseSteps'
import type { ReleasedAlarm } from '@/src/domain/credit/release'

import type { AnyDocument } from '@/src/engine/document'

export const releasable = ['orders', 'deliveries', 'invoices'] as const
export type Releasable = (typeof releasable)[number]

/** 信用审批: the request to let one document pass its credit alarms, at its amount. */
export type CreditRelease = AnyDocument & {
  status: CreditReleaseStatus
  document: { relationTo: Releasable; value: number }
  documentSlug: Releasable
  documentId: number
  documentNo: string
  documentVersion: number
  documentPreparedBy: number | null
  amount: number
  customer: number | null
  salesperson: number | null
  department: number | null
  alarms: ReleasedAlarm[]
  expiresAt: string | null
  reason: string | null
}

type Entered = { document?: unknown; documentSlug?: unknown; documentId?: unknown; order?: unknown }

/** The document a request names: `{ relationTo, value }`, `{ slug, id }`, or the id of an order. */
export function namedDocument(entered: Entered): { slug: Releasable; id: number } | null {
  const given = entered.document ?? entered.order
  const record = given !== null && typeof given === 'object' ? (given as Record<string, unknown>) : null
  const slug = record ? (record['relationTo'] ?? record['slug'] ?? record['collection'] ?? 'orders') : (entered.documentSlug ?? 'orders')
  const value = record ? (record['value'] ?? record['id']) : given
  const id = Number(value !== null && typeof value === 'object' ? (value as { id?: unknown }).id : value)
  return releasable.includes(slug as Releasable) && Number.isInteger(id) && id > 0 ? { slug: slug as Releasable, id } : null
}
