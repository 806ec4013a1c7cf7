export type Department = 'sales' | 'pmc' | 'rd' | 'engineering'

export type OpenReview = {
  id: number
  order: number
  no: string
  customer: string
  department: Department
  dueAt: string | null
  late: boolean
  toRule: boolean
}

export type Opinion = {
  id: number
  department: Department
  status: string
  opinion: string | null
  remark: string | null
  reviewer: string | null
  promised: string | null
}

export type DeskLine = {
  id: string
  item: string
  description: string
  qty: number
  unit: string
  price: number | null
  gross: number
  promised: string | null
  schedule: Array<{ date: string; qty: number }>
  changes: string[]
  available: number | null
  /** percent; undefined for readers without the right to cost */
  margin?: number | null
}

export type DeskOrder = {
  id: number
  no: string
  version: number
  status: string
  kind: string
  date: string
  customer: string
  salesperson: string
  grossTotal: number
  currency: string
  remark: string | null
  credit: { exposure: number; free: number | null } | null
  lines: DeskLine[]
  opinions: Opinion[]
  mine: Department[]
  mayRule: boolean
}

export type Desk = { reviews: OpenReview[]; order: DeskOrder | null }
