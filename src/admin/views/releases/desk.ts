import type { Buckets } from '../credit/BucketBar'

/** Released already; within my quota; above it; I have no quota; my own document. */
export type AlarmState = 'released' | 'may' | 'above' | 'noRight' | 'own'

export type Alarm = {
  kind: 'limit' | 'period'
  object: { kind: 'customers' | 'departments' | 'users'; id: number; name: string }
  /** null where the reader may not know the limit */
  excess: number | null
  limit: number | null
  exposure: number | null
  buckets: Buckets | null
  document: string | null
  daysOpen: number | null
  releasedBy: string | null
  comment: string | null
  state: AlarmState
}

export type Request = {
  id: number
  no: string
  version: number
  status: string
  /** instant */
  since: string
  document: { slug: 'orders' | 'deliveries' | 'invoices'; id: number; no: string; version: number }
  customer: string
  salesperson: string
  department: string
  requester: string
  amount: number
  remark: string | null
  reason: string | null
  alarms: Alarm[]
}

export type Desk = { requests: Request[]; chosen: number | null; quota: number | null }

export type Say = (word: string) => string

/** Whether a key was meant for a field somebody types in. */
export const typedIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
