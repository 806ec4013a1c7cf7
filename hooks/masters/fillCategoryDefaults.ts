import type { CollectionBeforeValidateHook, CollectionSlug, PayloadRequest } from 'payload'

type Defaults = {
  paymentTerms?: number | null
  priceLevel?: string | null
  creditLimit?: number | null
  creditDays?: number | null
  taxMode?: string | null
}

type Category = { parent?: number | null; defaults?: Defaults | null }

const deepestTree = 20

/** The category's own defaults, completed from the categories above it, the nearest winning. */
async function defaultsOf(req: PayloadRequest, category: number): Promise<Defaults> {
  const found: Record<string, unknown> = {}
  let next: number | null | undefined = category
  for (let depth = 0; next && depth < deepestTree; depth += 1) {
    const record = (await req.payload.findByID({
      collection: 'customer-categories' as CollectionSlug,
      id: next,
      depth: 0,
      overrideAccess: true,
      disableErrors: true,
      req,
    })) as Category | null
    for (const [key, value] of Object.entries(record?.defaults ?? {})) {
      if (value !== null && value !== undefined && value !== '') found[key] ??= value
    }
    next = record?.parent
  }
  return found
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

/**
 * A new customer takes from its category what it was not given itself (C-02); nothing given is overwritten. Field rights have
 * been applied by now, so a clerk who may not enter a credit limit still gets the category's. A limit that comes from the
 * category is also controlled, unless control was explicitly left off.
 */
export const fillCategoryDefaults: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || !data) return data
  const category = typeof data.category === 'object' && data.category !== null ? data.category.id : data.category
  const defaults = isEmpty(category) ? {} : await defaultsOf(req, Number(category))
  for (const key of ['paymentTerms', 'priceLevel', 'taxMode'] as const) {
    if (isEmpty(data[key]) && !isEmpty(defaults[key])) data[key] = defaults[key]
  }
  const credit: Record<string, unknown> = { ...data.credit }
  if (isEmpty(credit.limit) && !isEmpty(defaults.creditLimit)) {
    credit.limit = defaults.creditLimit
    if (isEmpty(credit.control)) credit.control = true
  }
  if (isEmpty(credit.days) && !isEmpty(defaults.creditDays)) credit.days = defaults.creditDays
  data.credit = credit
  if (isEmpty(data.taxMode)) data.taxMode = 'inclusive'
  if (isEmpty(data.currency)) {
    const company = await req.payload.findGlobal({
      slug: 'company',
      depth: 0,
      overrideAccess: true,
      req,
    })
    data.currency = company.baseCurrency ?? 'CNY'
  }
  return data
}
