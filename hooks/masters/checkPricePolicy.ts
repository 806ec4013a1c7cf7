import type { CollectionBeforeValidateHook, CollectionSlug } from 'payload'

import { d } from '@/src/domain/kernel/decimal'

import { refuseIfAny } from './refuse'
import type { MasterFinding } from './refuse'

const idOf = (value: unknown): unknown => (value !== null && typeof value === 'object' && 'id' in value ? value.id : (value ?? ''))
const isGiven = (value: unknown): boolean => value !== null && value !== undefined && value !== ''
const figure = (value: unknown): string => (Number.isFinite(Number(value)) ? d(Number(value ?? 0)).toString() : String(value))

/**
 * Level, break, date and priority of a row as one text. It stands under a unique index: of two clerks saving equal rows at the same
 * moment the database lets one through, without a lock on the whole table.
 */
export const policyKeyOf = (row: Record<string, unknown>): string =>
  JSON.stringify([
    ...['customer', 'customerCategory', 'item', 'itemCategory'].map((field) => idOf(row[field])),
    row.unit ?? '',
    row.currency ?? '',
    figure(row.minQty),
    row.validFrom ?? '',
    Number(row.priority ?? 0),
  ])

const wrong = (path: string, zh: string, en: string, accepted?: string): MasterFinding => ({
  code: 'INVALID_INPUT',
  path,
  facts: { field: path, ...(accepted ? { accepted } : {}) },
  text: { zh, en },
})

/**
 * A price policy row names an item or an item category (else it would price everything), sets a price or a discount but not both,
 * ends after it begins, and is not the twin of another row, since nobody could say which of the two wins (P-01).
 */
export const checkPricePolicy: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data) return data
  const row: Record<string, unknown> = { ...originalDoc, ...data }
  const findings: MasterFinding[] = []
  if (!isGiven(row.item) && !isGiven(row.itemCategory))
    findings.push(wrong('item', '请指定物料或物料分类', 'Name an item or an item category'))
  if (isGiven(row.item) && isGiven(row.itemCategory))
    findings.push(wrong('itemCategory', '物料与物料分类只能选一', 'Name an item or an item category, not both'))
  if (isGiven(row.customer) && isGiven(row.customerCategory)) {
    findings.push(wrong('customerCategory', '客户与客户类别只能选一', 'Name a customer or a customer category, not both'))
  }
  if (isGiven(row.price) === isGiven(row.discountRate)) {
    findings.push(wrong('price', '价格与折扣率须填且只填一项', 'Set a price or a discount, exactly one of them', 'price xor discountRate'))
  }
  if (isGiven(row.validFrom) && isGiven(row.validTo) && String(row.validTo) < String(row.validFrom)) {
    findings.push({ code: 'INVALID_PERIOD', path: 'validTo', facts: { from: row.validFrom, to: row.validTo } })
  }
  data.policyKey = policyKeyOf(row)
  const { docs } = await req.payload.find({
    collection: 'price-policies' as CollectionSlug,
    where: { and: [{ policyKey: { equals: data.policyKey } }, ...(originalDoc?.id ? [{ id: { not_equals: originalDoc.id } }] : [])] },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const [twin] = docs
  if (twin) {
    findings.push({
      code: 'POLICY_AMBIGUOUS',
      path: 'priority',
      facts: { policy: twin.id, minQty: Number(row.minQty ?? 0), validFrom: row.validFrom ?? null, priority: Number(row.priority ?? 0) },
      remedy: { action: 'changePriority' },
    })
  }
  refuseIfAny(req, findings)
  return data
}

/** Traces name the policy row and its version, and stay readable after the row has changed. */
export const countVersions: CollectionBeforeValidateHook = ({ data, originalDoc, operation }) => {
  if (data) data.version = operation === 'create' ? 1 : Number(originalDoc?.version ?? 1) + 1
  return data
}
