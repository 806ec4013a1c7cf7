import { d, Decimal } from '@/src/domain/kernel/decimal'
import type { Finding, Remedy } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { warehousesOf } from '@/src/domain/people/reach'
import { earliestCover } from '@/src/domain/stock/datedBalance'
import { datedStock, freeStock } from '@/src/ledger/facts/dated'
import type { ItemFacts } from '@/src/ledger/facts/items'
import { warehouseFacts } from '@/src/ledger/facts/stock'

import type { CheckInput } from './guardInput'

/**
 * What would pass instead of a shortage: other warehouses and batches with free stock, and the first day on which enough is expected.
 * Read only when something is short; a person limited to warehouses is offered his own.
 */
export async function withAlternatives({
  req,
  actor,
  findings,
  items,
}: Pick<CheckInput, 'req' | 'actor'> & { findings: readonly Finding[]; items: ReadonlyMap<number, ItemFacts> }): Promise<Finding[]> {
  if (findings.length === 0) return []
  const idByCode = new Map([...items.values()].map(({ id, code }) => [code, id]))
  const short = findings.flatMap(({ facts }) => idByCode.get(String(facts['item'])) ?? [])
  const warehouses = await warehouseFacts(req)
  const allowed = warehousesOf(actor)
  const free = (await freeStock(req, short)).filter(({ warehouse }) => !allowed || allowed.includes(warehouse))
  const expected = (await datedStock(req, short)).filter(({ account }) => account !== 'reserved')
  return findings.map((finding): Finding => {
    const id = idByCode.get(String(finding.facts['item']))
    const here = free.filter(({ item }) => item === id)
    const named = here.map(({ warehouse, batchNo, free: qty }) => ({
      warehouse: warehouses.get(warehouse)?.code ?? String(warehouse),
      batchNo,
      available: toNumber(d(qty)),
    }))
    const elsewhere = new Map<string, Decimal>()
    for (const row of named) {
      if (row.warehouse !== finding.facts['warehouse'])
        elsewhere.set(row.warehouse, (elsewhere.get(row.warehouse) ?? new Decimal(0)).plus(row.available))
    }
    const batches = named.filter(
      ({ warehouse, batchNo }) => batchNo && warehouse === finding.facts['warehouse'] && batchNo !== finding.facts['batchNo'],
    )
    const shortage = d(finding.facts['required'] as number).minus(d(finding.facts['available'] as number))
    const coming = expected.filter(({ item, due }) => item === id && due !== null).map(({ due, qty }) => ({ date: due as string, qty }))
    const alternatives = {
      warehouses: [...elsewhere].map(([warehouse, available]) => ({ warehouse, available: toNumber(available) })),
      batches: batches.map(({ batchNo, available }) => ({ batchNo, available })),
      earliest: earliestCover(coming, shortage),
    }
    const remedy = finding.remedy as Remedy
    return {
      ...finding,
      facts: { ...finding.facts, alternatives },
      remedy: {
        ...remedy,
        facts: {
          ...remedy.facts,
          ...listed(
            'elsewhere',
            alternatives.warehouses.map(({ warehouse, available }) => `${warehouse} (${available})`),
          ),
          ...listed(
            'batches',
            alternatives.batches.map(({ batchNo, available }) => `${batchNo} (${available})`),
          ),
          ...(alternatives.earliest ? { earliest: alternatives.earliest } : {}),
        },
      },
    }
  })
}

const listed = (name: string, entries: readonly string[]): Record<string, readonly string[]> =>
  entries.length > 0 ? { [name]: entries } : {}
