import type { CollectionBeforeValidateHook, CollectionSlug, PayloadRequest } from 'payload'

import { policyKeyOf } from '@/src/domain/pricing/policyKey'
import { holdPolicyKey } from '@/src/usecases/pricing/holdPolicyKey'

import { refuseIfAny } from './refuse'
import type { MasterFinding } from './refuse'

const idOf = (value: unknown): unknown => (value !== null && typeof value === 'object' && 'id' in value ? value.id : (value ?? ''))
const isGiven = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

const wrong = (path: string, zh: string, en: string, accepted?: string): MasterFinding => ({
  code: 'INVALID_INPUT',
  path,
  facts: { field: path, ...(accepted ? { accepted } : {}) },
  text: { zh, en },
})

const isIso = (value: unknown): boolean => !isGiven(value) || /^\d{4}-\d{2}-\d{2}/.test(String(value))

/** What the row names must be in use; a row on a disabled item or customer would wait for nobody. */
async function scopeFindings(
  row: Record<string, unknown>,
  former: Record<string, unknown> | undefined,
  req: PayloadRequest,
): Promise<MasterFinding[]> {
  const findings: MasterFinding[] = []
  const named = async (slug: string, field: string): Promise<Record<string, unknown> | null> => {
    const id = Number(idOf(row[field]))
    if (!isGiven(row[field])) return null
    const found = Number.isInteger(id)
      ? await req.payload.findByID({ collection: slug as CollectionSlug, id, depth: 0, overrideAccess: true, disableErrors: true, req })
      : null
    if (!found) findings.push(wrong(field, '该记录不存在', 'There is no such record'))
    return found as Record<string, unknown> | null
  }
  const isNew = (field: string): boolean => String(idOf(former?.[field])) !== String(idOf(row[field]))
  const item = await named('items', 'item')
  if (item && item['active'] === false && isNew('item'))
    findings.push(wrong('item', `物料 ${String(item['code'])} 已停用`, `Item ${String(item['code'])} is disabled`, 'an active item'))
  const customer = await named('customers', 'customer')
  if (customer && customer['status'] === 'disabled' && isNew('customer'))
    findings.push(
      wrong('customer', `客户 ${String(customer['code'])} 已停用`, `Customer ${String(customer['code'])} is disabled`, 'a customer in use'),
    )
  if (isGiven(row['unit'])) {
    const units = item ? [item['unit'], ...((item['units'] as Array<{ unit: string }> | null) ?? []).map(({ unit }) => unit)] : []
    if (!item) findings.push(wrong('unit', '按物料分类的价格以库存单位计', 'A row of an item category is per stock unit', 'empty'))
    else if (!units.includes(row['unit']))
      findings.push(
        wrong(
          'unit',
          `物料 ${String(item['code'])} 没有单位 ${String(row['unit'])}`,
          `Item ${String(item['code'])} has no unit ${String(row['unit'])}`,
          units.join(', '),
        ),
      )
    // the stock unit is what an empty unit means: both must count as the same scope
    else if (row['unit'] === item['unit']) row['unit'] = null
  }
  return findings
}

/** Figures as the rules need them; the form's own checks come after this one and cannot name the rule. */
function figureFindings(row: Record<string, unknown>): MasterFinding[] {
  const findings: MasterFinding[] = []
  const isFigure = (value: unknown): boolean => typeof value !== 'boolean' && Number.isFinite(Number(value))
  if (isGiven(row.price) && (!isFigure(row.price) || Number(row.price) < 0))
    findings.push(wrong('price', '价格不得为负', 'A price is not negative', '≥ 0'))
  if (isGiven(row.discountRate) && (!isFigure(row.discountRate) || Number(row.discountRate) < 0 || Number(row.discountRate) > 100))
    findings.push(wrong('discountRate', '折扣率须在 0 到 100 之间', 'A discount is between 0 and 100', '0–100'))
  if (isGiven(row.minQty) && (!isFigure(row.minQty) || Number(row.minQty) <= 0))
    findings.push(wrong('minQty', '数量下限须大于 0,不分阶梯请留空', 'A quantity break is above 0; leave it empty for none', '> 0'))
  for (const field of ['validFrom', 'validTo'])
    if (!isIso(row[field])) findings.push(wrong(field, '日期格式为 YYYY-MM-DD', 'A date is YYYY-MM-DD', 'YYYY-MM-DD'))
  return findings
}

/**
 * A price policy row names an item or an item category (else it would price everything), sets a price or a discount but not both,
 * ends after it begins, and is not the twin of another row, since nobody could say which of the two wins (P-01).
 */
export const checkPricePolicy: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data) return data
  const row: Record<string, unknown> = { ...originalDoc, ...data }
  const findings: MasterFinding[] = [...(await scopeFindings(row, originalDoc, req)), ...figureFindings(row)]
  if ('unit' in data) data.unit = row.unit
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
  await holdPolicyKey(req, data.policyKey)
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
      facts: { policy: twin.id, minQty: Number(row.minQty ?? 0), validFrom: row.validFrom || null, priority: Number(row.priority ?? 0) },
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
