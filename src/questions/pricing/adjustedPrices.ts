import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import { groupBy } from '@/src/domain/kernel/groupBy'
import type { AdjustmentLine } from '@/src/domain/pricing/priceAdjustment'
import { factorOf } from '@/src/domain/pricing/units'
import { customerFacts } from '@/src/ledger/facts/customers'
import { itemFacts } from '@/src/ledger/facts/items'
import { policiesOfAdjustment } from '@/src/ledger/facts/priceAdjustments'

import { resolvePrices } from './resolvePrices'

type Line = Pick<AdjustmentLine, 'customer' | 'customerCategory' | 'item' | 'unit' | 'minQty' | 'currency' | 'oldPrice' | 'newPrice'>
export type AdjustedPrice = { index: number; oldPrice: number | null; newPrice: number }

type Resolved = { price: number | null; candidates: Array<{ policy?: number; won: boolean }> }

/**
 * What an adjustment means for one customer. In force: the lines whose price wins for him on its day, with what he paid the day
 * before and pays then, grade discount included; lines that a price of his own outranks are left out. Before approval: the lines
 * that name him, a category of his, or nobody.
 */
export async function adjustedPrices({
  req,
  adjustment,
  customer: id,
  inForce,
  date,
  dayBefore,
  lines,
}: {
  req: PayloadRequest
  adjustment: number
  customer: number
  inForce: boolean
  date: string
  dayBefore: string
  lines: readonly Line[]
}): Promise<AdjustedPrice[]> {
  const customer = await customerFacts(req, id)
  if (!customer) return []
  const concerning = lines.flatMap((line, index) => {
    const his = line.customer === id || (line.customerCategory !== null && customer.categories.includes(line.customerCategory))
    return his || (line.customer === null && line.customerCategory === null) ? [{ line, index }] : []
  })
  const entered = concerning.map(({ line, index }) => ({ index, oldPrice: line.oldPrice, newPrice: line.newPrice }))
  const priced = concerning.filter(({ line }) => line.item !== null)
  if (!inForce || priced.length === 0) return entered
  const own = new Set(await policiesOfAdjustment(req, adjustment))
  const items = await itemFacts(
    req,
    priced.map(({ line }) => line.item as number),
  )
  const told = new Map<number, AdjustedPrice | null>()
  for (const [currency, group] of groupBy(priced, ({ line }) => line.currency)) {
    const asked = group.map(({ line }) => {
      const item = items.get(line.item as number)
      const factor = (item && factorOf(item, line.unit)) ?? d(1)
      return {
        item: line.item as number,
        qty: line.minQty === null ? 1 : d(line.minQty).div(factor).toNumber(),
        unit: line.unit ?? undefined,
      }
    })
    const ask = async (day: string): Promise<Resolved[]> =>
      (await resolvePrices({
        req,
        question: { customer: id, date: day, currency, lines: asked },
        seesMinimum: false,
        seesCost: false,
      })) as Resolved[]
    const [before, after] = [await ask(dayBefore), await ask(date)]
    group.forEach(({ index }, at) => {
      const winner = after[at]?.candidates.find(({ won }) => won)?.policy
      const price = after[at]?.price ?? null
      told.set(
        index,
        winner !== undefined && own.has(winner) && price !== null ? { index, oldPrice: before[at]?.price ?? null, newPrice: price } : null,
      )
    })
  }
  return entered.flatMap((line) => {
    const found = told.get(line.index)
    return found === undefined ? [line] : (found ?? [])
  })
}
