import type { PayloadRequest } from 'payload'

import { groupBy } from '@/src/domain/kernel/groupBy'
import { costsOfItem } from '@/src/engine/posting/costsOfItem'
import { costEntries, costStarts, markedItems } from '@/src/ledger/facts/costHistory'
import type { Difference } from '@/src/ledger/verifyBalances'

const atOnce = 50

/** Items sold below zero, or received without a cost: what every line of them is worth follows from their history, to the cent. */
export async function verifyCosts(req: PayloadRequest): Promise<Difference[]> {
  const marked = await markedItems(req)
  const found: Difference[] = []
  for (let at = 0; at < marked.length; at += atOnce) {
    const page = marked.slice(at, at + atOnce)
    const ids = page.map(({ item }) => item)
    const entries = groupBy(await costEntries(req, ids), ({ item }) => String(item))
    const starts = groupBy(await costStarts(req, ids), ({ item }) => String(item))
    for (const { item, code, perWarehouse } of page) {
      const costs = costsOfItem({ entries: entries.get(String(item)) ?? [], starts: starts.get(String(item)) ?? [], perWarehouse })
      for (const { slug, line, value, posted } of costs)
        if (!value.eq(posted))
          found.push({ book: 'item_costs', key: `${code}/${slug}/${line}`, expected: value.toString(), actual: posted.toString() })
    }
  }
  return found
}
