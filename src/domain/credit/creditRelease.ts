import type { ReleasedAlarm } from './release'
import type { CreditReleaseStatus } from './releaseSteps'

/** 信用审批: the request to let one document pass its credit alarms, at its amount. */
export type CreditRelease = {
  status: CreditReleaseStatus
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
