import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { toNumber } from '@/src/domain/kernel/money'
import { factorOf, toStockQty } from '@/src/domain/pricing/units'
import { itemFacts, type ItemFacts } from '@/src/ledger/facts/items'
import { warehouseFacts } from '@/src/ledger/facts/stock'

import type { VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import { warehouseRight } from '@/src/engine/warehouseRight'

type Entered = { item: unknown; unit?: string | null; batchNo?: string | null }

/** Lines with their item as an id, and the facts of all items in one query. */
export async function withItems<Line extends Entered>(
  { req }: Pick<VerbContext<unknown>, 'req'>,
  lines: unknown,
): Promise<{ lines: Array<Line & { item: number }>; items: Map<number, ItemFacts> }> {
  const entered = (Array.isArray(lines) ? (lines as Line[]) : []).map((line) => ({ ...line, item: idOf(line.item) ?? 0 }))
  return {
    lines: entered,
    items: await itemFacts(
      req,
      entered.map(({ item }) => item),
    ),
  }
}

/** What is wrong with the item, unit and batch of a line of a stock document. */
export function stockLineFindings(line: Entered & { item: number }, index: number, item: ItemFacts | undefined): Finding[] {
  const at = `lines.${index}`
  if (!item) return [invalid(`${at}.item`, 'item', line.item || null, 'id of an item')]
  if (!item.active) return [invalid(`${at}.item`, 'item', item.code, 'an active item')]
  const findings: Finding[] = []
  if (!factorOf(item, line.unit)) {
    findings.push(invalid(`${at}.unit`, 'unit', line.unit, [item.unit, ...item.units.map(({ unit }) => unit)].join(', ')))
  }
  if (item.batchControlled && !line.batchNo) findings.push(invalid(`${at}.batchNo`, 'batchNo', null, 'a batch'))
  return findings
}

/** Unit, quantity in stock unit and batch as they are stored. */
export function completedLine<Line extends Entered & { qty: unknown }>(
  line: Line,
  item: ItemFacts,
): Line & { qty: number; unit: string; stockQty: number; batchNo: string | null } {
  const qty = Number(line.qty)
  const unit = line.unit || item.unit
  return { ...line, qty, unit, stockQty: toNumber(toStockQty({ item, unit, qty }) ?? d(qty)), batchNo: line.batchNo || null }
}

/** The warehouses a stock document names: each exists, is active, and is one this person may post in. */
export async function namedWarehouses(
  ctx: Pick<VerbContext<unknown>, 'req' | 'actor'>,
  named: Readonly<Record<string, unknown>>,
): Promise<{ ids: Record<string, number>; findings: Finding[] }> {
  const known = await warehouseFacts(ctx.req)
  const findings: Finding[] = []
  const ids: Record<string, number> = {}
  for (const [field, given] of Object.entries(named)) {
    const id = idOf(given)
    const found = id === null ? undefined : known.get(id)
    if (!found?.active) findings.push(invalid(field, field, found?.code ?? given, 'an active warehouse'))
    ids[field] = id ?? 0
  }
  return { ids, findings }
}

/** The right to post in a warehouse, as a finding on the field that names it. */
export const postingRight = async (
  ctx: Pick<VerbContext<unknown>, 'req' | 'actor'>,
  field: string,
  warehouse: number | null,
): Promise<Finding[]> => (await warehouseRight(ctx, [warehouse])).map((finding) => ({ ...finding, path: field }))
