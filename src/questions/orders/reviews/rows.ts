import type { Where } from 'payload'

import type { Department } from './desk'

/** Rows as the Local API gives them at depth 1; what a person may not read is an id or absent. */
export type Relation = { id: number; no?: string; name?: string; code?: string; status?: string } | number | null
export type Find = (collection: string, where: Where, sort: string, depth?: 0 | 1) => Promise<unknown[]>

export type ReviewRow = {
  id: number
  order: Relation
  change?: Relation
  customer: Relation
  department: Department
  dueAt: string | null
  status: string
  opinion: string | null
  remark: string | null
  reviewer: Relation
  answeredAt: string | null
  conditionAccepted?: boolean | null
  proposals: unknown
  files?: unknown
}

export type FileRow = { id: number; filename?: string | null; title?: string | null; url?: string | null; thumbnailURL?: string | null }

export type ItemRow = {
  id: number
  code?: string
  name?: string
  specification?: string | null
  features?: Array<{ key?: string; value?: string | null; unit?: string | null }> | null
  drawings?: Array<FileRow | number> | null
  pictures?: Array<FileRow | number> | null
}

export type LineRow = {
  id: string
  item: ItemRow | number | null
  description: string
  qty: number
  unit: string
  price: number | null
  gross: number
  promised: string | null
  schedule?: Array<{ date: string; qty: number; promised?: string | null }> | null
  changes: string[] | null
}

export type OrderRow = {
  id: number
  no: string
  version: number
  status: string
  kind: string
  date: string
  grossTotal: number
  currency: string
  remark: string | null
  checks?: unknown
  lines: LineRow[]
  customer: Relation
  salesperson: Relation
}

export const named = (relation: Relation): string =>
  relation && typeof relation === 'object' ? (relation.name ?? relation.code ?? relation.no ?? '') : ''
