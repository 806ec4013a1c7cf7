import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { expectedCosts } from '@/src/ledger/facts/costHistory'
import { itemFacts } from '@/src/ledger/facts/items'

type Line = { item: number; cost?: number | null }

/**
 * Goods whose cost nobody knows, neither from a receipt nor from one that is expected: told when they move, because until it is known what
 * is sold of them has no cost and no margin. Samples are not sold at a margin.
 */
export async function unknownCosts(req: PayloadRequest, lines: readonly Line[]): Promise<Finding[]> {
  const untold = lines.map((line, index) => ({ line, index })).filter(({ line }) => typeof line.cost !== 'number')
  const facts = await itemFacts(
    req,
    untold.map(({ line }) => line.item),
  )
  const blind = untold.filter(({ line }) => {
    const item = facts.get(line.item)
    return (
      item?.kind === 'goods' && item.latestCost === null && (item.averageCost === null || (item.costUnknown && d(item.costValue).isZero()))
    )
  })
  const expected = await expectedCosts(
    req,
    blind.map(({ line }) => line.item),
  )
  return blind
    .filter(({ line }) => !expected.has(line.item))
    .map(({ line, index }) => ({
      code: 'COST_UNKNOWN',
      severity: 'warning',
      path: `lines.${String(index)}.item`,
      facts: { item: facts.get(line.item)?.code },
    }))
}
