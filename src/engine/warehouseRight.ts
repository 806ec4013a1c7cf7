import type { Finding } from '@/src/domain/kernel/decision'
import { warehousesOf } from '@/src/domain/people/reach'
import { warehouseFacts } from '@/src/ledger/facts/stock'

import type { VerbContext } from './document'

/** A person limited to some warehouses moves goods of no other; `used` are the warehouses of the lines, in order. */
export async function warehouseRight(
  { req, actor }: Pick<VerbContext<unknown>, 'req' | 'actor'>,
  used: ReadonlyArray<number | null>,
): Promise<Finding[]> {
  const allowed = warehousesOf(actor)
  const index = allowed ? used.findIndex((warehouse) => warehouse !== null && !allowed.includes(warehouse)) : -1
  if (index < 0) return []
  const code = (await warehouseFacts(req)).get(used[index] as number)?.code
  return [{ code: 'FORBIDDEN', severity: 'error', path: `lines.${index}.warehouse`, facts: { warehouse: code, right: 'warehouses' } }]
}
