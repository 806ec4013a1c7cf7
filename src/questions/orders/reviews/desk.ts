import type { Finding } from '@/src/domain/kernel/decision'

export type Department = 'sales' | 'pmc' | 'rd' | 'engineering'

/** Why an order stands on this person's list: his opinion, his ruling, or a condition for sales to accept. */
export type Task = 'review' | 'rule' | 'conditions' | 'change'

export type OpenReview = {
  key: string
  task: Task
  order: number
  /** the order change whose opinion is asked, which is answered on its own page */
  change: number | null
  no: string
  customer: string
  department: Department
  dueAt: string | null
  late: boolean
}

/** A date a department would promise, by line or by one of its delivery dates. */
export type Proposed = { line: string | null; date: string | null; promised: string }

export type Opinion = {
  id: number
  department: Department
  status: string
  opinion: string | null
  remark: string | null
  reviewer: string | null
  /** the business day of the answer */
  answeredOn: string | null
  accepted: boolean
  proposed: Proposed[]
  files: DeskFile[]
}

export type DeskFile = { id: number; name: string; url: string; thumb: string | null }

export type DeskLine = {
  id: string
  item: string
  specification: string
  description: string
  qty: number
  unit: string
  price: number | null
  gross: number
  promised: string | null
  schedule: Array<{ date: string; qty: number; promised: string | null }>
  changes: string[]
  features: string[]
  drawings: DeskFile[]
  pictures: DeskFile[]
  available: number | null
  /** percent; undefined for readers without the right to cost */
  margin?: number | null
}

/** What was found when the order was last checked. */
export type DeskFinding = Pick<Finding, 'code' | 'severity' | 'facts' | 'cure'> & { message: string }

export type DeskOrder = {
  id: number
  no: string
  version: number
  status: string
  kind: string
  date: string
  customer: string
  customerId: number
  salesperson: string
  grossTotal: number
  currency: string
  remark: string | null
  credit: { exposure: number; free: number | null } | null
  /** what its last check has said, as far as this reader may know it */
  checks: DeskFinding[]
  lines: DeskLine[]
  opinions: Opinion[]
  mine: Department[]
  mayRule: boolean
  /** conditions are given and this person may accept them for sales */
  mayAccept: boolean
}

export type Desk = { reviews: OpenReview[]; order: DeskOrder | null }

/** Opinions that count, one per department, the last one given; those waiting too. */
export const standing = (opinions: readonly Opinion[]): Opinion[] =>
  (['sales', 'pmc', 'rd', 'engineering'] as const).flatMap(
    (department) => opinions.findLast((row) => row.department === department && !['void', 'closed'].includes(row.status)) ?? [],
  )
