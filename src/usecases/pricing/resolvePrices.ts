import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { applicableMinimum } from '@/src/domain/pricing/applicableMinimum'
import { visibleCandidates, visibleTrace } from '@/src/domain/pricing/visibleTrace'
import { customerFacts } from '@/src/ledger/facts/customers'
import { itemFacts } from '@/src/ledger/facts/items'

import { refuse, spoken } from '@/src/engine/refusal'
import { settingsOf } from '@/src/engine/settings'
import { resolveLines } from './resolveLines'

export type PriceQuestion = {
  customer: number
  date: string
  currency?: string | undefined
  exchangeRate?: number | undefined
  taxMode?: 'inclusive' | 'exclusive' | undefined
  lines: Array<{ item: number; qty: number; unit?: string | undefined }>
}

/** The price a document would get, with trace and candidates; minimum only for those entitled. Nothing is stored. */
export async function resolvePrices({
  req,
  question,
  seesMinimum,
  seesCost,
}: {
  req: PayloadRequest
  question: PriceQuestion
  seesMinimum: boolean
  seesCost: boolean
}): Promise<unknown[]> {
  const settings = await settingsOf(req)
  const customer = await customerFacts(req, question.customer)
  const items = await itemFacts(
    req,
    question.lines.map(({ item }) => item),
  )
  if (!customer)
    throw refuse(req, {
      code: 'INVALID_INPUT',
      path: 'customer',
      facts: { field: 'customer', value: question.customer, accepted: 'id of a customer' },
    })
  question.lines.forEach(({ item }, index) => {
    if (!items.has(item))
      refuse(req, { code: 'INVALID_INPUT', path: `lines.${index}.item`, facts: { field: 'item', value: item, accepted: 'id of an item' } })
  })
  const lines = question.lines.map((line) => ({ ...line, unit: line.unit || (items.get(line.item)?.unit ?? '') }))
  const header = {
    date: question.date,
    currency: question.currency ?? customer.currency ?? settings.company.baseCurrency,
    exchangeRate: question.exchangeRate ?? 1,
    taxMode: question.taxMode ?? customer.taxMode ?? ('inclusive' as const),
  }
  const resolved = await resolveLines({ ctx: { req, settings }, header, customer, lines, items })
  return resolved.map((found, index) => {
    const item = items.get(lines[index]?.item ?? 0)
    const cost = settings.pricing.costBasis === 'latest' ? item?.latestCost : (item?.averageCost ?? item?.latestCost)
    const minimum =
      seesMinimum && item ? applicableMinimum({ fixed: item.minPrice, cost: cost ?? null, minMarginRate: item.minMarginRate }) : null
    return {
      price: found.price ? toNumber(found.price) : null,
      priceSource: found.priceSource,
      listPrice: found.listPrice ? toNumber(found.listPrice) : null,
      trace: visibleTrace(found.trace, { seesCost }),
      candidates: visibleCandidates(found.candidates, { seesCost }),
      ...(seesMinimum ? { minPrice: minimum ? toNumber(d(minimum.value)) : null } : {}),
      ...(found.reason ? { findings: spoken([found.reason], req) } : {}),
    }
  })
}
