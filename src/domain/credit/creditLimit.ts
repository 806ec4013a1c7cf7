import type { CreditObjectKind } from './decideCredit'
import type { CreditLimitStatus } from './releaseSteps'

/** 信用额度调整: one limit of one credit object, from a day on or between two days. */
export type CreditLimit = {
  status: CreditLimitStatus
  customer?: number | null
  department?: number | null
  salesperson?: number | null
  objectKind: CreditObjectKind
  objectId: number
  objectName: string
  kind: 'permanent' | 'temporary'
  limit: number
  validFrom: string
  validTo?: string | null
}
