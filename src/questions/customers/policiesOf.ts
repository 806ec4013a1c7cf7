import type { PayloadRequest, Where } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { idOf } from '@/src/domain/kernel/idOf'
import { businessDate } from '@/src/domain/kernel/businessDate'
import { filledText } from '@/src/domain/kernel/textOf'
import { now } from '@/src/engine/clock'
import { findRecords, type FoundRecord } from '@/src/engine/documents/findRecords'
import { customerFacts } from '@/src/ledger/facts/customers'

/** Whom a row of the price policies names: this customer, a category he is of, or nobody. */
export type PolicyFor = 'customer' | 'category' | 'everybody'

export type CardPolicy = {
  id: number
  for: PolicyFor
  category: string | null
  item: { id: number; code: string; name: string } | null
  itemCategory: string | null
  minQty: number | null
  unit: string | null
  currency: string
  price: number | null
  discountRate: number | null
  net: boolean
  validFrom: string | null
  validTo: string | null
}

/** `more`: there are others, in the list of policies. */
export type CardPolicies = { policies: CardPolicy[]; more: boolean }

const most = 200

const fields = [
  ...['customer', 'customerCategory', 'item', 'itemCategory', 'minQty', 'unit'],
  ...['currency', 'price', 'discountRate', 'net', 'validFrom', 'validTo'],
]
const named = { name: true } as const
const populate = { customers: named, 'customer-categories': named, items: { code: true, name: true }, 'item-categories': named } as const

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const nameIn = (value: unknown): string | null => (isRecord(value) ? String(value['name'] ?? '') : null)
const figure = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const day = (value: unknown): string | null => filledText(value)?.slice(0, 10) ?? null

const asPolicy = (row: FoundRecord): CardPolicy => {
  const item = row['item']
  return {
    id: row.id,
    for: row['customer'] ? 'customer' : row['customerCategory'] ? 'category' : 'everybody',
    category: nameIn(row['customerCategory']),
    item: isRecord(item) ? { id: idOf(item) ?? 0, code: String(item['code'] ?? ''), name: String(item['name'] ?? '') } : null,
    itemCategory: nameIn(row['itemCategory']),
    minQty: figure(row['minQty']),
    unit: filledText(row['unit']),
    currency: String(row['currency'] ?? ''),
    price: figure(row['price']),
    discountRate: figure(row['discountRate']),
    net: row['net'] === true,
    validFrom: day(row['validFrom']),
    validTo: day(row['validTo']),
  }
}

const order: readonly PolicyFor[] = ['customer', 'category', 'everybody']
const byReach = (a: CardPolicy, b: CardPolicy): number =>
  order.indexOf(a.for) - order.indexOf(b.for) ||
  (a.item?.code ?? '').localeCompare(b.item?.code ?? '', 'en') ||
  (a.itemCategory ?? '').localeCompare(b.itemCategory ?? '', 'zh') ||
  (a.minQty ?? 0) - (b.minQty ?? 0) ||
  a.id - b.id

/**
 * The price policies that hold for a customer today or will, those that name him first, then those of his categories, then everybody's; none
 * for whoever may not read policies, as the table of rights says. Rows that name somebody are found by their index, apart from the many that
 * name nobody.
 */
export async function policiesOf(req: PayloadRequest, customer: number): Promise<CardPolicies> {
  const today = businessDate(now(req).date)
  const facts = await inTransaction(req, () => customerFacts(req, customer))
  const nobody: Where = { customer: { exists: false } }
  const lasting: Where = { or: [{ validTo: { exists: false } }, { validTo: { greater_than_equal: today } }] }
  const found = async (where: Where): Promise<FoundRecord[]> =>
    findRecords({
      ...{ req, slug: 'price-policies', where: { and: [where, lasting] }, fields, populate },
      ...{ sort: 'id', limit: most + 1, depth: 1, overrideAccess: false },
    })
  const his = await found({
    or: [{ customer: { equals: customer } }, { and: [nobody, { customerCategory: { in: facts?.categories ?? [] } }] }],
  })
  const everybodys = await found({ and: [nobody, { customerCategory: { exists: false } }] })
  const policies = [...his.slice(0, most), ...everybodys.slice(0, most)].map(asPolicy).sort(byReach)
  return { policies, more: his.length > most || everybodys.length > most }
}
