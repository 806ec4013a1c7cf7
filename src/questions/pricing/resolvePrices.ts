import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import { errorsIn } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { minimumOf } from '@/src/domain/pricing/applicableMinimum'
import { decideExchangeRate } from '@/src/domain/pricing/decideExchangeRate'
import { visibleCandidates, visibleTrace } from '@/src/domain/pricing/visibleTrace'
import { customerFacts } from '@/src/ledger/facts/customers'
import { listedRate } from '@/src/ledger/facts/exchangeRates'
import { itemFacts } from '@/src/ledger/facts/items'

import { refusal, refuse, spoken } from '@/src/engine/refusal'
import { settingsOf } from '@/src/engine/settings'
import { resolveLines } from '@/src/usecases/pricing/resolveLines'

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
  const currency = question.currency ?? customer.currency ?? settings.company.baseCurrency
  const rate = decideExchangeRate({
    currency,
    baseCurrency: settings.company.baseCurrency || 'CNY',
    date: question.date,
    entered: question.exchangeRate ?? null,
    stored: null,
    listed: await listedRate(req, currency, question.date),
    mayType: true, // a question changes nothing: what if the rate were another one
  })
  if (errorsIn(rate.findings).length > 0) throw refusal(rate.findings, req)
  const header = {
    date: question.date,
    currency,
    exchangeRate: rate.rate,
    taxMode: question.taxMode ?? customer.taxMode ?? ('inclusive' as const),
  }
  const resolved = await resolveLines({ ctx: { req, settings }, header, customer, lines, items })
  return resolved.map((found, index) => {
    const item = items.get(lines[index]?.item ?? 0)
    const minimum = seesMinimum && item ? minimumOf(item, settings.pricing.costBasis) : null
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
