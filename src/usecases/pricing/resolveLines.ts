import type { SalesHeader, SalesLine } from '@/src/domain/orders/order'
import type { Id, PolicyRow } from '@/src/domain/pricing/policyLevels'
import type { PricingMethod } from '@/src/domain/pricing/priceFacts'
import { type ResolvedPrice, resolvePrice } from '@/src/domain/pricing/resolvePrice'
import type { CustomerFacts } from '@/src/ledger/facts/customers'
import type { ItemFacts } from '@/src/ledger/facts/items'
import { pricesOnRecord } from '@/src/ledger/facts/latestPrices'

import type { VerbContext } from '@/src/engine/document'

export type PricedHeader = Pick<SalesHeader, 'date' | 'currency' | 'exchangeRate' | 'taxMode'>

/**
 * The price of every line of a document by the methods of the settings, in their order: one read of the policies and, when
 * that method is in use, the latest prices; cost comes with the facts of the items. The lines themselves cost no read.
 */
export async function resolveLines({
  ctx,
  header,
  customer,
  lines,
  items,
}: {
  ctx: Pick<VerbContext<unknown>, 'req' | 'settings'>
  header: PricedHeader
  customer: CustomerFacts
  lines: readonly Pick<SalesLine, 'item' | 'qty' | 'unit'>[]
  items: ReadonlyMap<number, ItemFacts>
}): Promise<ResolvedPrice[]> {
  const { pricing } = ctx.settings
  const used = [...items.values()]
  const methods: readonly PricingMethod[] = pricing.methods?.length ? pricing.methods : ['policy', 'list']
  const asked = { items: used.map(({ id }) => id), date: header.date, currency: header.currency }
  const { policies, latest } = await pricesOnRecord(ctx.req, {
    policies: {
      ...asked,
      itemCategories: used.flatMap(({ categories }) => categories),
      customer: customer.id,
      customerCategories: customer.categories,
    },
    latest: methods.includes('latestPrice')
      ? {
          ...asked,
          source: pricing.latestPriceSource,
          customer: pricing.latestPriceByCustomer ? customer.id : null,
          taxMode: header.taxMode,
          afterDiscount: Boolean(pricing.latestPriceAfterDiscount),
        }
      : null,
  })
  const rowsOf = policiesByItem(policies, used)
  return lines.map((line, index) => {
    const item = items.get(line.item) as ItemFacts
    return resolvePrice({
      item,
      customer,
      qty: line.qty,
      unit: line.unit,
      date: header.date,
      currency: header.currency,
      exchangeRate: header.exchangeRate,
      policies: rowsOf.get(item.id) ?? [],
      gradeDiscounts: pricing.gradeDiscounts ?? {},
      methods,
      latestPrice: latest.get(item.id) ?? null,
      cost: item.latestCost ?? item.averageCost,
      markupRate: item.markupRate,
      index,
    })
  })
}

/** The rows that may concern each item, so that a line looks only at its own. */
function policiesByItem(policies: readonly PolicyRow[], items: readonly ItemFacts[]): Map<number, PolicyRow[]> {
  const byItem = new Map<Id, PolicyRow[]>()
  const byCategory = new Map<Id, PolicyRow[]>()
  for (const row of policies) {
    const [group, key] = row.item == null ? [byCategory, row.itemCategory ?? 0] : [byItem, row.item]
    const known = group.get(key)
    if (known) known.push(row)
    else group.set(key, [row])
  }
  return new Map(
    items.map(({ id, categories }) => [
      id,
      [...(byItem.get(id) ?? []), ...categories.flatMap((category) => byCategory.get(category) ?? [])],
    ]),
  )
}
