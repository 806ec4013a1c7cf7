import type { Finding } from '@/src/domain/kernel/decision'
import { warehouseFacts } from '@/src/ledger/facts/stock'

import type { Actor, VerbContext } from './document'

/** The warehouses a person is limited to; null when not limited. The general manager never is. */
export function limitedTo(actor: Actor | null): number[] | null {
  const listed = (actor?.warehouses ?? []).map((warehouse) => (typeof warehouse === 'number' ? warehouse : warehouse.id))
  return listed.length === 0 || actor?.roles.includes('generalManager') ? null : listed
}

/** A person limited to some warehouses moves goods of no other; `used` are the warehouses of the lines, in order. */
export async function warehouseRight(
  { req, actor }: Pick<VerbContext<unknown>, 'req' | 'actor'>,
  used: ReadonlyArray<number | null>,
): Promise<Finding[]> {
  const allowed = limitedTo(actor)
  const index = allowed ? used.findIndex((warehouse) => warehouse !== null && !allowed.includes(warehouse)) : -1
  if (index < 0) return []
  const code = (await warehouseFacts(req)).get(used[index] as number)?.code
  return [{ code: 'FORBIDDEN', severity: 'error', path: `lines.${index}.warehouse`, facts: { warehouse: code, right: 'warehouses' } }]
}
