import { d, type Decimal } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { roundPrice } from '../kernel/money'
import { listInLineUnit, text, type Found, type Line } from './pricedLine'
import type { PriceCandidate, PriceFacts, ResolvedPrice, TraceStep } from './priceFacts'
import { fromList, otherMethods } from './pricingMethods'
import { lossOf, pricedByRow, priceByRow, rankPolicies, type Ranked } from './rankPolicies'
import { factorOf, toStockQty } from './units'

export type { PriceCandidate, PriceFacts, ResolvedPrice, TraceStep } from './priceFacts'

/**
 * The price of a line (P-01): the methods are asked in order, one winner. Policies: most specific level first; inside a level the
 * nearest category, then the largest quantity break ≤ quantity (stock unit), the latest start ≤ document date, the priority.
 * A row sets a price or takes percent off the list price; the customer's credit-grade discount follows unless the row is net.
 * Category row 85, grade AA 2 % → 83.30; marked net → 85. No price known is a finding with its reason, never 0.
 */
export function resolvePrice(facts: PriceFacts): ResolvedPrice {
  const methods = facts.methods ?? ['policy', 'list']
  const factor = factorOf(facts.item, facts.unit)
  const stockQty = toStockQty({ item: facts.item, unit: facts.unit ?? null, qty: facts.qty })
  if (!factor || !stockQty) return unknown(facts, [{ rule: 'unit', unit: facts.unit ?? null, skipped: 'unitUnknown' }], null, [])

  const line: Line = { facts, factor, stockQty: stockQty.abs(), list: listInLineUnit(facts, factor) }
  const ranked = rankPolicies(line)
  const [best] = ranked
  const byPolicy = (): Found =>
    best ? pricedByRow(best, line) : methods.includes('list') ? { skipped: 'noPolicyApplies' } : fromList(line)
  const skipped: TraceStep[] = []
  for (const method of methods) {
    const found = method === 'policy' ? byPolicy() : otherMethods[method](line)
    if ('skipped' in found) {
      skipped.push({ rule: method, skipped: found.skipped })
      continue
    }
    const price = roundPrice(found.price)
    const winner = method === 'policy' && best ? best : null
    const trace = [
      ...skipped,
      ...found.steps,
      ...(winner ? losers(line, ranked) : []),
      { rule: 'final', method, price: text(price), unit: facts.unit ?? facts.item.unit, currency: facts.currency },
    ]
    return {
      price,
      priceSource: 'auto',
      listPrice: line.list,
      trace,
      // told to whoever asks for prices; a document that is saved does not
      get candidates() {
        return candidatesOf(line, ranked, winner, found.steps[0]?.rule)
      },
    }
  }
  return unknown(facts, skipped, line.list, candidatesOf(line, ranked, null, undefined))
}

const namedLosers = 5

/** The rows that came next and why they lost; the query names all candidates, the line keeps the nearest. */
const losers = (line: Line, [winner, ...others]: readonly Ranked[]): TraceStep[] =>
  winner
    ? others.slice(0, namedLosers).map((entry) => ({
        rule: 'lost',
        level: entry.level.name,
        policy: entry.row.id,
        version: entry.row.version ?? null,
        price: text(priceByRow(entry, line)),
        reason: lossOf(entry, winner),
      }))
    : []

function candidatesOf(line: Line, ranked: readonly Ranked[], winner: Ranked | null, winningRule: string | undefined): PriceCandidate[] {
  const rows: PriceCandidate[] = ranked.map((entry) => ({
    rule: entry.level.name,
    policy: entry.row.id,
    version: entry.row.version ?? null,
    minQty: d(entry.row.minQty).toNumber(),
    validFrom: entry.row.validFrom ?? null,
    price: text(priceByRow(entry, line)),
    won: entry === winner,
    ...(entry === winner ? {} : { lost: winner ? lossOf(entry, winner) : ('laterMethod' as const) }),
  }))
  const others = Object.values(otherMethods).flatMap((method): PriceCandidate[] => {
    const found = method(line)
    const rule = 'skipped' in found ? undefined : found.steps[0]?.rule
    return 'skipped' in found || !rule
      ? []
      : [
          {
            rule,
            price: text(found.price),
            won: winner === null && rule === winningRule,
            ...(winner === null && rule === winningRule ? {} : { lost: 'laterMethod' as const }),
          },
        ]
  })
  return [...rows, ...others]
}

const fillInFor: Readonly<Record<string, string>> = {
  noPolicyApplies: 'pricePolicy',
  noEarlierSale: 'earlierSale',
  costUnknown: 'stockReceiptCost',
  markupUnknown: 'markupRate',
  listPriceUnknown: 'listPrice',
  unitUnknown: 'unitFactor',
}

/** What somebody may fill in so that the price becomes known, one entry per reason. */
const fillIns = (reasons: readonly string[]): string[] => [...new Set(reasons.flatMap((reason) => fillInFor[reason] ?? []))]

function unknown(facts: PriceFacts, skipped: TraceStep[], list: Decimal | null, candidates: PriceCandidate[]): ResolvedPrice {
  const reasons = skipped.map((step) => String(step['skipped']))
  const path = facts.index === undefined ? {} : { path: `lines.${facts.index}.price` }
  const finding: Finding = {
    code: 'PRICE_UNKNOWN',
    severity: 'error',
    ...path,
    facts: {
      item: facts.item.code ?? facts.item.id,
      qty: d(facts.qty).toNumber(),
      unit: facts.unit ?? facts.item.unit,
      date: facts.date,
      reasons,
    },
    remedy: { action: 'enterPrice', facts: { fillIn: fillIns(reasons) } },
  }
  return { price: null, priceSource: 'auto', listPrice: list, trace: skipped, candidates, reason: finding }
}
