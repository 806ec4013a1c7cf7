import type { ReleasedAlarm } from './release'
import type { CreditReleaseStatus } from './releaseSteps'

export const releasable = ['orders', 'deliveries', 'invoices'] as const
export type Releasable = (typeof releasable)[number]

/** 信用审批: the request to let one document pass its credit alarms, at its amount. */
export type CreditRelease = {
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
