import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import type { SalesLine } from '@/src/domain/orders/order'
import { decideDiscount } from '@/src/domain/pricing/decideDiscount'
import type { ItemFacts } from '@/src/ledger/facts/items'

import type { Actor, VerbContext } from '@/src/engine/document'
import type { Settings } from '@/src/engine/settings'

const sellingRoles = ['sales', 'salesManager', 'generalManager'] as const

type Limits = NonNullable<Settings['pricing']['maxDiscounts']>

/** What one role may give on an item: the row of the nearest category, else the row for all items, else no maximum. */
function ofRole(limits: Limits, role: string, item: ItemFacts): number | null {
  const mine = limits.filter((limit) => limit.role === role)
  const idOf = (category: Limits[number]['itemCategory']): number | null =>
    category === null || category === undefined ? null : typeof category === 'object' ? category.id : category
  const nearest = item.categories
    .map((category) => mine.find(({ itemCategory }) => idOf(itemCategory) === category))
    .find((found) => found !== undefined)
  return (nearest ?? mine.find(({ itemCategory }) => idOf(itemCategory) === null))?.maxDiscountRate ?? null
}

/** The maximum of a person: the most generous of his selling roles, and never more than the item's category allows. */
function maximumOf(actor: Actor, limits: Limits, item: ItemFacts): number | null {
  const held = sellingRoles.filter((role) => actor.roles.includes(role)).map((role) => ofRole(limits, role, item))
  const byRole = held.length === 0 || held.includes(null) ? null : Math.max(...held.map(Number))
  const byCategory = item.maxDiscountRate === null ? null : Number(item.maxDiscountRate)
  if (byRole === null || byCategory === null) return byRole ?? byCategory
  return Math.min(byRole, byCategory)
}

/**
 * Line discounts above what this person may give. A discount that stood before, or that came with the quoted line, was somebody
 * else's decision and stays.
 */
export function discountFindings({
  ctx,
  lines,
  items,
}: {
  ctx: Pick<VerbContext<{ lines: SalesLine[] }>, 'actor' | 'settings' | 'stored'>
  lines: readonly (SalesLine & { quotedDiscount?: number | null })[]
  items: ReadonlyMap<number, ItemFacts>
}): Finding[] {
  const { actor } = ctx
  if (!actor) return []
  const before = new Map((ctx.stored?.lines ?? []).map(({ id, discountRate }) => [id, discountRate]))
  const limits = ctx.settings.pricing.maxDiscounts ?? []
  return decideDiscount({
    lines: lines.map((line, index) => {
      const item = items.get(line.item) as ItemFacts
      const settled = [before.get(line.id), line.quotedDiscount].some((rate) => rate != null && d(line.discountRate).lte(d(rate)))
      return {
        index,
        item: item.code,
        discountRate: line.discountRate ?? 0,
        free: line.free ?? false,
        maximum: settled ? null : maximumOf(actor, limits, item),
      }
    }),
  })
}
