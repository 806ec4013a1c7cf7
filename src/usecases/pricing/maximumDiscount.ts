import type { Decimal } from '@/src/domain/kernel/decimal'
import { d, type Numeric } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import type { SalesHeader, SalesLine } from '@/src/domain/orders/order'
import { decideDiscount, effectiveDiscount } from '@/src/domain/pricing/decideDiscount'
import { lineAmount } from '@/src/domain/pricing/taxLine'
import type { ItemFacts } from '@/src/ledger/facts/items'

import type { Actor, VerbContext } from '@/src/engine/document'
import type { Settings } from '@/src/engine/settings'

const sellingRoles = ['sales', 'salesManager', 'generalManager'] as const

type Limits = NonNullable<Settings['pricing']['maxDiscounts']>

/** Who may not type prices and for whom nothing is set gives no discount: it would be a price of his own. */
const unset = (actor: Actor, role: string): number | null => (role === 'sales' && !actor.editPrice ? 0 : null)

/** What one role may give on an item: the row of the nearest category, else the row for all items; `sales` without a row nothing. */
function ofRole({ actor, limits, role, item }: { actor: Actor; limits: Limits; role: string; item: ItemFacts }): number | null {
  const mine = limits.filter((limit) => limit.role === role)
  const nearest = item.categories
    .map((category) => mine.find(({ itemCategory }) => idOf(itemCategory) === category))
    .find((found) => found !== undefined)
  const row = nearest ?? mine.find(({ itemCategory }) => idOf(itemCategory) === null)
  return row ? row.maxDiscountRate : unset(actor, role)
}

/** The maximum of a person: the most generous of his selling roles, and never more than the item's category allows. */
function maximumOf(actor: Actor, limits: Limits, item: ItemFacts): number | null {
  const held = sellingRoles.filter((role) => actor.roles.includes(role)).map((role) => ofRole({ actor, limits, role, item }))
  const byRole = held.length === 0 || held.includes(null) ? null : Math.max(...held.map(Number))
  const byCategory = item.maxDiscountRate === null ? null : Number(item.maxDiscountRate)
  if (byRole === null || byCategory === null) return byRole ?? byCategory
  return Math.min(byRole, byCategory)
}

/** What a header discount takes off the lines it is spread over, in percent of their amount. */
export function headerRateOf({ headerDiscount, lines }: Pick<SalesHeader, 'headerDiscount'> & { lines: readonly Priced[] }): Decimal {
  if (!headerDiscount) return d(0)
  const whole = lines.reduce(
    (sum, line) => (line.free ? sum : sum.plus(lineAmount({ ...line, taxRate: line.taxRate ?? null, price: line.price ?? 0 }))),
    d(0),
  )
  return whole.isZero() ? d(0) : d(headerDiscount).div(whole).times(100)
}

type Priced = Pick<SalesLine, 'price' | 'qty' | 'taxRate' | 'discountRate' | 'free'>

/**
 * Discounts above what this person may give: a line's own and its share of the header's together. A discount that stood before, or that
 * came with the quoted line, was somebody else's decision and stays.
 */
export function discountFindings({
  ctx,
  lines,
  items,
  headerRate,
}: {
  ctx: Pick<VerbContext<{ lines: SalesLine[] }>, 'actor' | 'settings' | 'stored'>
  lines: readonly (SalesLine & { quotedDiscount?: number | null })[]
  items: ReadonlyMap<number, ItemFacts>
  /** percent the header discount takes off, as it stood and as it is to be */
  headerRate: { before: Numeric; after: Numeric }
}): Finding[] {
  const { actor } = ctx
  if (!actor) return []
  const before = new Map((ctx.stored?.lines ?? []).map(({ id, discountRate }) => [id, effectiveDiscount(discountRate, headerRate.before)]))
  const limits = ctx.settings.pricing.maxDiscounts ?? []
  return decideDiscount({
    lines: lines.map((line, index) => {
      const item = items.get(line.item) as ItemFacts
      const given = effectiveDiscount(line.discountRate, headerRate.after)
      const settled = [before.get(line.id), line.quotedDiscount].some((rate) => rate != null && given.lte(d(rate)))
      return {
        index,
        item: item.code,
        discountRate: line.discountRate ?? 0,
        headerRate: headerRate.after,
        free: line.free ?? false,
        maximum: settled ? null : maximumOf(actor, limits, item),
      }
    }),
  })
}
