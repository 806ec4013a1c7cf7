import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import { givenId } from '@/src/domain/kernel/idOf'
import { decidePolicy, type PolicyFacts } from '@/src/domain/pricing/decidePolicy'
import { policyKeyOf } from '@/src/domain/pricing/policyKey'
import { holdPolicyKey } from '@/src/usecases/pricing/holdPolicyKey'

import { asksForOne } from '@/src/engine/askedForAll'
import { refuseIfAny } from '@/src/engine/refusal'

type Row = Record<string, unknown>

/** Reads what the row names, for the rule: nothing, an unknown record, or what the rule asks of it. */
async function named(req: PayloadRequest, collection: 'items' | 'customers', value: unknown): Promise<Row | 'unknown' | null> {
  const given = givenId(value)
  if (given === '') return null
  const id = Number(given)
  if (!Number.isInteger(id)) return 'unknown'
  const found = await req.payload.findByID({ collection, id, depth: 0, overrideAccess: true, disableErrors: true, req })
  return found ? { ...found } : 'unknown'
}

const itemOf = (found: Row | 'unknown' | null, isNew: boolean): PolicyFacts['item'] =>
  found === null || found === 'unknown'
    ? found
    : {
        code: String(found['code']),
        active: found['active'] !== false,
        unit: String(found['unit']),
        units: ((found['units'] as Array<{ unit: string }> | null) ?? []).map(({ unit }) => unit),
        isNew,
      }

const customerOf = (found: Row | 'unknown' | null, isNew: boolean): PolicyFacts['customer'] =>
  found === null || found === 'unknown' ? found : { code: String(found['code']), disabled: found['status'] === 'disabled', isNew }

/** Brings a price policy row, what it names and its twin before the rule (decidePolicy), under the lock of the row's key. */
export const checkPricePolicy = asksForOne<CollectionBeforeValidateHook>('policies', async ({ data, originalDoc, req }) => {
  if (!data) return data
  const row: Row = { ...originalDoc, ...data }
  const isNew = (field: string): boolean => String(givenId(originalDoc?.[field])) !== String(givenId(row[field]))
  const item = itemOf(await named(req, 'items', row['item']), isNew('item'))
  const customer = customerOf(await named(req, 'customers', row['customer']), isNew('customer'))
  // the stock unit is what an empty unit means: both must count as the same scope
  if (item !== null && item !== 'unknown' && row['unit'] === item.unit) row['unit'] = null
  if ('unit' in data) data.unit = row['unit']
  data.policyKey = policyKeyOf(row)
  await holdPolicyKey(req, data.policyKey)
  const { docs } = await req.payload.find({
    collection: 'price-policies',
    where: { and: [{ policyKey: { equals: data.policyKey } }, ...(originalDoc?.id ? [{ id: { not_equals: originalDoc.id } }] : [])] },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  refuseIfAny(req, decidePolicy({ row, item, customer, twin: docs[0]?.id ?? null }))
  return data
})
