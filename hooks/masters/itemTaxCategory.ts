import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { sameTaxRate, type TaxRate } from '@/src/domain/pricing/decideTaxRate'

import { refuseIfAny } from '@/src/engine/refusal'

type Category = { id: number; rate?: number | null; exempt?: boolean | null }

const rateOf = ({ rate, exempt }: Category): TaxRate => (exempt ? null : Number(rate))

async function categories(req: PayloadRequest): Promise<Category[]> {
  const { docs } = await req.payload.find({
    collection: 'tax-categories',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs
}

/**
 * Tax category and tax rate of an item say the same: a category that is chosen gives the rate; a rate that is entered finds its category,
 * if exactly one has it. What was entered otherwise than the category says is refused.
 */
export const itemTaxCategory: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data) return data
  const [before, after] = [
    idOf(originalDoc?.taxCategory),
    data.taxCategory === undefined ? idOf(originalDoc?.taxCategory) : idOf(data.taxCategory),
  ]
  const entered: TaxRate | undefined = data.taxRate === undefined ? undefined : data.taxRate === null ? null : Number(data.taxRate)
  const changed = entered !== undefined && (!originalDoc || !sameTaxRate(entered, originalDoc.taxRate ?? null))
  if (!changed && after === before) return data
  const known = await categories(req)
  if (after !== null && after !== before) {
    const chosen = known.find(({ id }) => id === after)
    if (!chosen) return data // the relation itself is judged by its field
    const rate = rateOf(chosen)
    // a new item carries the default of the field when no rate was entered
    if (originalDoc && changed && !sameTaxRate(entered, rate))
      refuseIfAny(req, [
        {
          code: 'INVALID_INPUT',
          path: 'taxRate',
          facts: { field: 'taxRate', value: entered, accepted: rate === null ? 'exempt' : String(rate) },
        },
      ])
    data.taxRate = rate
    return data
  }
  if (changed) {
    const fitting = known.filter((category) => sameTaxRate(rateOf(category), entered))
    data.taxCategory = fitting.length === 1 ? (fitting[0]?.id ?? null) : null
  }
  return data
}
