import type { PayloadRequest } from 'payload'

import { groupBy } from '@/src/domain/kernel/groupBy'
import type { AdjustmentScope } from '@/src/domain/pricing/decideAdjustment'
import type { AdjustmentLine } from '@/src/domain/pricing/priceAdjustment'
import { priceBefore } from '@/src/domain/pricing/priceBefore'
import { itemFacts } from '@/src/ledger/facts/items'
import { adjustedScopes, policiesOfScopes, type ScopePair } from '@/src/ledger/facts/priceAdjustments'
import { findDocuments } from '@/src/engine/documents/findDocuments'

type Scoped = Pick<AdjustmentLine, 'customer' | 'customerCategory' | 'item' | 'itemCategory'>

const named = (lines: readonly Scoped[], field: keyof Scoped): number[] => [...new Set(lines.flatMap((line) => line[field] ?? []))]

/** The customers among these that the person may see: a price of somebody else's customer is nobody's to change. */
async function visibleCustomers(req: PayloadRequest, ids: readonly number[]): Promise<Set<number>> {
  if (!req.user || ids.length === 0) return new Set(ids)
  const docs = await findDocuments({ req, slug: 'customers', where: { id: { in: [...ids] } }, fields: ['code'], overrideAccess: false })
  return new Set(docs.map(({ id }) => id))
}

export type AdjustmentFacts = Awaited<ReturnType<typeof adjustmentFacts>>

/** Everything the rules need of the records named by the lines of an adjustment: a fixed number of reads. */
export async function adjustmentFacts(req: PayloadRequest, lines: readonly Scoped[]) {
  const customers = named(lines, 'customer')
  const scopes = await adjustedScopes(req, {
    customers,
    customerCategories: named(lines, 'customerCategory'),
    itemCategories: named(lines, 'itemCategory'),
  })
  return { items: await itemFacts(req, named(lines, 'item')), ...scopes, visible: await visibleCustomers(req, customers) }
}

/** What is known of the records of one line; a customer out of the person's sight is not there. */
export function scopeOfLine(line: Scoped, facts: AdjustmentFacts): AdjustmentScope {
  const customer = line.customer !== null && facts.visible.has(line.customer) ? facts.customers.get(line.customer) : undefined
  return {
    item: facts.items.get(line.item ?? 0) ?? null,
    itemCategory: facts.itemCategories.has(line.itemCategory ?? 0),
    customer: customer ?? null,
    customerCategory: facts.customerCategories.has(line.customerCategory ?? 0),
  }
}

const keyOf = ({ customer, category, item, itemCategory }: ScopePair): string => [customer, category, item, itemCategory].join('|')

/** Every scope whose rows may hold for a line: its own and all less specific ones. */
function pairsOf(line: Scoped, facts: AdjustmentFacts): { pairs: ScopePair[]; itemCategories: number[]; customerCategories: number[] } {
  const itemCategories =
    line.item === null ? (facts.itemCategories.get(line.itemCategory ?? 0) ?? []) : (facts.items.get(line.item)?.categories ?? [])
  const customerCategories =
    line.customer === null
      ? (facts.customerCategories.get(line.customerCategory ?? 0) ?? [])
      : (facts.customers.get(line.customer)?.categories ?? [])
  const whom = [
    ...(line.customer === null ? [] : [{ customer: line.customer, category: null }]),
    ...customerCategories.map((category) => ({ customer: null, category })),
    { customer: null, category: null },
  ]
  const what = [
    ...(line.item === null ? [] : [{ item: line.item, itemCategory: null }]),
    ...itemCategories.map((itemCategory) => ({ item: null, itemCategory })),
  ]
  return { pairs: whom.flatMap((side) => what.map((other) => ({ ...side, ...other }))), itemCategories, customerCategories }
}

/** What would hold on the day without the adjustment, line by line: one read of the policies for all of them. */
export async function pricesBefore(
  req: PayloadRequest,
  { lines, facts, date, baseCurrency }: { lines: readonly AdjustmentLine[]; facts: AdjustmentFacts; date: string; baseCurrency: string },
): Promise<Array<number | null>> {
  const scopes = lines.map((line) => pairsOf(line, facts))
  const unique = new Map(scopes.flatMap(({ pairs }) => pairs.map((pair) => [keyOf(pair), pair] as const)))
  const rows = await policiesOfScopes(req, { pairs: [...unique.values()], date })
  const byScope = groupBy(rows, ({ customer, customerCategory, item, itemCategory }) =>
    [customer, customerCategory, item, item == null ? itemCategory : null].join('|'),
  )
  return lines.map((line, index) => {
    const { pairs, itemCategories, customerCategories } = scopes[index] as (typeof scopes)[number]
    return priceBefore({
      line,
      date,
      item: facts.items.get(line.item ?? 0) ?? null,
      itemCategories,
      customerCategories,
      policies: pairs.flatMap((pair) => byScope.get(keyOf(pair)) ?? []),
      baseCurrency,
    })
  })
}
