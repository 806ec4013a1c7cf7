import type { PayloadRequest } from 'payload'

import type { Decimal } from '@/src/domain/kernel/decimal'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { roundPrice } from '@/src/domain/kernel/money'
import { applicableMinimum } from '@/src/domain/pricing/applicableMinimum'
import { decideMinimumPrice } from '@/src/domain/pricing/decideMinimumPrice'
import type { SalesLine } from '@/src/domain/orders/order'
import { itemFacts } from '@/src/ledger/facts/items'

import type { Actor, AnyDocument, DocumentRules } from './document'
import type { Operation } from './operation'
import type { PostingPlan } from './planPostings'
import type { Settings } from './settings'

export type CheckInput = {
  req: PayloadRequest
  rules: DocumentRules
  operation: Operation
  doc: AnyDocument
  plan: PostingPlan
  actor: Actor | null
  settings: Settings
  now: { instant: string; date: string }
}

const isSave = (operation: Operation): boolean => operation.verb === 'create' || operation.verb === 'save'
const isApproval = (operation: Operation): boolean => ['approve', 'issue'].includes(operation.verb)
const atMoment = (operation: Operation, moment: 'save' | 'approve'): boolean =>
  moment === 'save' ? isSave(operation) : isApproval(operation)
const sees = (actor: Actor | null, right: 'seeMinimumPrice' | 'seeCreditLimit'): boolean =>
  Boolean(actor && (actor[right] || actor.roles.some((role) => role === 'generalManager' || role === 'auditor')))

/** Whether a line costs what it cost before this operation. */
function samePrice(line: SalesLine, { stored }: Operation): boolean {
  const before = ((stored?.lines ?? []) as SalesLine[]).find(({ id }) => id === line.id)
  const same = (field: 'price' | 'discountRate' | 'taxRate'): boolean => d(line[field] ?? 0).eq(d(before?.[field] ?? 0))
  return (
    before !== undefined &&
    before.item === line.item &&
    before.unit === line.unit &&
    same('price') &&
    same('discountRate') &&
    same('taxRate')
  )
}

/** Minimum price (最低售价): every priced line against the highest applicable minimum, in stock unit and net of tax. */
export async function checkMinimumPrice({ req, rules, operation, doc, actor, settings }: CheckInput): Promise<Finding[]> {
  const { minimumPriceMode: mode, minimumPriceMoment: moment, costBasis } = settings.pricing
  const guarded = rules.guards.minimumPrice
  if (!(typeof guarded === 'function' ? guarded(doc) : guarded) || mode === 'off') return []
  const changing = operation.verb === 'apply-change'
  if (!changing && !atMoment(operation, moment)) return []
  const lines = (doc.lines ?? []) as SalesLine[]
  const items = await itemFacts(
    req,
    lines.map(({ item }) => item),
  )
  return decideMinimumPrice({
    mode,
    maySellBelow: Boolean(actor?.sellBelowMinimum),
    seesMinimum: sees(actor, 'seeMinimumPrice'),
    exempt: false,
    lines: lines.map((line, index) => {
      const item = items.get(line.item)
      const cost = costBasis === 'latest' ? item?.latestCost : (item?.averageCost ?? item?.latestCost)
      const minimum = applicableMinimum({ fixed: item?.minPrice ?? null, cost: cost ?? null, minMarginRate: item?.minMarginRate ?? null })
      const rate = d(doc['exchangeRate'] as number)
      return {
        index,
        item: item?.code ?? line.item,
        // a change is judged by the prices it sets; the others were judged when the order was
        free: Boolean(line.free) || (changing && samePrice(line, operation)),
        minimum,
        netUnitPriceStock: netUnit({ line, doc, rate }),
      }
    }),
  })
}

/**
 * Net price per stock unit in base currency, six decimals. Without a header discount it comes from the price itself: a rivet of
 * 0.10 must not look cheaper because the line's amount was rounded to cents. With one, the line's discounted amount decides.
 */
function netUnit({ line, doc, rate }: { line: SalesLine; doc: AnyDocument; rate: Decimal }): Decimal {
  const factor = d(line.qty).isZero() ? d(1) : d(line.stockQty).div(d(line.qty))
  const discounted = d(line.price).times(d(1).minus(d(line.discountRate).div(100)))
  const net = doc['taxMode'] === 'exclusive' ? discounted : discounted.div(d(1).plus(d(line.taxRate).div(100)))
  const perUnit = d(doc['headerDiscount'] as number).gt(0) ? d(line.netPrice) : roundPrice(net)
  return (factor.isZero() ? perUnit : perUnit.div(factor)).times(rate)
}
