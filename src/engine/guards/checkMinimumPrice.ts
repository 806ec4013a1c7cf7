import type { PayloadRequest } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { maySee } from '@/src/domain/people/sight'
import { minimumOf } from '@/src/domain/pricing/applicableMinimum'
import { decideMinimumPrice, netUnitPriceStock } from '@/src/domain/pricing/decideMinimumPrice'
import { coversPrice } from '@/src/domain/pricing/priceRelease'
import type { SalesLine } from '@/src/domain/orders/order'
import { itemFacts } from '@/src/ledger/facts/items'
import { priceReleasers, releasedPrices } from '@/src/ledger/facts/priceReleases'

import type { CheckInput } from './guardInput'
import type { WeighedLine } from './weighedLine'
import type { AnyDocument } from '../document'
import type { Operation } from '../operation'
import type { Settings } from '../settings'

const isSave = ({ verb }: Operation): boolean => ['create', 'save', 'reprice'].includes(verb)
const isChange = ({ verb }: Operation): boolean => verb === 'apply-change'
const isApproval = ({ verb }: Operation): boolean => ['approve', 'issue', 'apply-change'].includes(verb)
/** Whether a line costs what it cost before this operation, or more: its header share counts, whichever line has moved it. */
export function noCheaper(line: SalesLine, { stored }: Pick<Operation, 'stored'>): boolean {
  const before = ((stored?.lines ?? []) as SalesLine[]).find(({ id }) => id === line.id)
  const same = (field: 'price' | 'discountRate' | 'taxRate'): boolean => d(line[field] ?? 0).eq(d(before?.[field] ?? 0))
  return (
    before !== undefined &&
    before.item === line.item &&
    before.unit === line.unit &&
    same('price') &&
    same('discountRate') &&
    same('taxRate') &&
    d(line.netPrice).gte(d(before.netPrice))
  )
}

/** Every line against the highest applicable minimum of its item; the facts of all items come in one query. */
export async function weighPrices(req: PayloadRequest, doc: AnyDocument, settings: Settings): Promise<WeighedLine[]> {
  const lines = (doc.lines ?? []) as Array<WeighedLine['line']>
  const items = await itemFacts(
    req,
    lines.map(({ item }) => item),
  )
  const header = {
    taxMode: doc['taxMode'] === 'exclusive' ? ('exclusive' as const) : ('inclusive' as const),
    headerDiscount: (doc['headerDiscount'] as number | null) ?? null,
    exchangeRate: doc['exchangeRate'] as number,
  }
  return lines.map((line, index) => {
    const item = items.get(line.item)
    const minimum = item ? minimumOf(item, settings.pricing.costBasis) : null
    return { line, index, code: item?.code ?? String(line.item), minimum, netUnitPrice: netUnitPriceStock({ ...line, ...header }) }
  })
}

/** The lines sold below what the company allows; free lines never are. */
export const below = (lines: readonly WeighedLine[]): WeighedLine[] =>
  lines.filter(({ line, netUnitPrice, minimum }) => !line.free && minimum !== null && netUnitPrice.lt(minimum.value))

/** Those of them that nobody has released at this price. */
export async function unreleased(req: PayloadRequest, lines: readonly WeighedLine[]): Promise<WeighedLine[]> {
  const ids = lines.flatMap(({ line }) => [line.id, ...(line.quoteLine ? [line.quoteLine] : [])])
  const released = await releasedPrices(req, ids)
  return lines.filter(({ line, netUnitPrice }) => !coversPrice(released, { ...line, netUnitPrice }))
}

/**
 * Minimum price (最低售价): every priced line against the highest applicable minimum, in stock unit and net of tax. In release mode a
 * save passes with a mark, and the approval waits for whoever may release.
 */
export async function checkMinimumPrice({ req, rules, operation, doc, actor, settings }: CheckInput): Promise<Finding[]> {
  const { minimumPriceMode: mode, minimumPriceMoment: moment } = settings.pricing
  const guarded = rules.guards.minimumPrice
  if (!(typeof guarded === 'function' ? guarded(doc) : guarded) || mode === 'off') return []
  const changing = isChange(operation)
  const now = changing || (moment === 'save' ? isSave(operation) : isApproval(operation))
  if (!now && !(mode === 'release' && isApproval(operation))) return []
  // a change is judged by the lines it makes cheaper; the others were judged when the order was
  const weighed = (await weighPrices(req, doc, settings)).filter(({ line }) => !changing || !noCheaper(line, operation))
  const maySellBelow = Boolean(actor?.sellBelowMinimum)
  const findings = decideMinimumPrice({
    mode,
    maySellBelow,
    seesMinimum: maySee(actor, 'minimumPrice'),
    exempt: false,
    lines: weighed.map(({ line, index, code, netUnitPrice, minimum }) => ({
      index,
      item: code,
      free: Boolean(line.free),
      minimum,
      netUnitPriceStock: netUnitPrice,
    })),
  })
  if (mode !== 'release' || maySellBelow) return findings
  const waiting = await unreleased(req, below(weighed))
  operation.priceBreaches = waiting
  const paths = new Set(waiting.map(({ index }) => `lines.${index}.price`))
  const severity = isSave(operation) ? 'warning' : 'error'
  const marked = findings.map((finding): Finding =>
    paths.has(finding.path ?? '') ? { ...finding, severity } : { ...finding, severity: 'warning', remedy: { action: 'released' } },
  )
  if (waiting.length === 0) return marked
  const releasers = (await priceReleasers(req, doc.preparedBy)).map(({ name }) => name)
  const required: Finding = {
    code: 'RELEASE_REQUIRED',
    severity,
    path: `lines.${waiting[0]?.index ?? 0}.price`,
    facts: { rule: 'minimumPrice', items: waiting.map(({ code }) => code), releasers },
    remedy: { action: 'requestRelease', facts: { releasers } },
  }
  return [...marked, required]
}
