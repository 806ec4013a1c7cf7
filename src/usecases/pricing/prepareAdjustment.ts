import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { toNumber } from '@/src/domain/kernel/money'
import { decideAdjustmentLine } from '@/src/domain/pricing/decideAdjustment'
import { policyKeyOf } from '@/src/domain/pricing/policyKey'
import { type AdjustmentLine, changeRate } from '@/src/domain/pricing/priceAdjustment'
import { policiesUnderKeys } from '@/src/ledger/facts/priceAdjustments'

import type { VerbContext } from '@/src/engine/document'
import { invalid } from '@/src/engine/inputFindings'
import type { Stored } from '@/src/engine/documents/stored'
import { adjustmentFacts, pricesBefore, scopeOfLine } from './adjustmentFacts'
import { minimumWarnings } from './adjustmentMinimum'

export type PriceAdjustment = Stored<'price-adjustments'>

type Ctx = Pick<VerbContext<PriceAdjustment, unknown>, 'req' | 'settings'>

const empty = (value: unknown): boolean => value === null || value === undefined || value === ''

/** A line as entered, its relations as ids and its blanks as null; figures stay as they came, to be judged. */
const entered = (line: AdjustmentLine, currency: string): AdjustmentLine => ({
  ...line,
  customer: idOf(line.customer),
  customerCategory: idOf(line.customerCategory),
  item: idOf(line.item),
  itemCategory: idOf(line.itemCategory),
  unit: empty(line.unit) ? null : String(line.unit).trim(),
  currency: empty(line.currency) ? currency : String(line.currency).trim().toUpperCase(),
  minQty: empty(line.minQty) ? null : line.minQty,
  net: Boolean(line.net),
  priority: empty(line.priority) ? 0 : line.priority,
  validTo: empty(line.validTo) ? null : String(line.validTo).slice(0, 10),
})

export const keyOfLine = (line: AdjustmentLine, effectiveFrom: string): string => policyKeyOf({ ...line, validFrom: effectiveFrom })

/** Lines equal to another line or to a policy in level, break, date and priority: nobody could say which of the two wins. */
export async function ambiguousLines({ req }: Ctx, lines: readonly AdjustmentLine[], effectiveFrom: string): Promise<Finding[]> {
  const keys = lines.map((line) => keyOfLine(line, effectiveFrom))
  const standing = await policiesUnderKeys(req, keys)
  const first = new Map<string, number>()
  return lines.flatMap((line, index): Finding[] => {
    const key = keys[index] as string
    const before = first.get(key)
    if (before === undefined) first.set(key, index)
    const twin = standing.get(key)
    if (!twin && before === undefined) return []
    const facts = {
      policy: twin?.id ?? null,
      adjustment: twin?.adjustment ?? null,
      line: twin ? null : (before ?? 0) + 1,
      minQty: d(line.minQty).toNumber(),
      validFrom: effectiveFrom,
      priority: line.priority,
    }
    return [{ code: 'POLICY_AMBIGUOUS', severity: 'error', path: `lines.${index}.priority`, facts, remedy: { action: 'changePriority' } }]
  })
}

/** The lines with what holds without them on the day, and by how many percent each changes it. */
export async function withOldPrices(ctx: Ctx, lines: readonly AdjustmentLine[], date: string): Promise<AdjustmentLine[]> {
  const { req, settings } = ctx
  const facts = await adjustmentFacts(req, lines)
  const before = await pricesBefore(req, { lines, facts, date, baseCurrency: settings.company.baseCurrency || 'CNY' })
  return lines.map((line, index) => {
    const oldPrice = before[index] ?? null
    const percent = changeRate(oldPrice, line.newPrice)
    return { ...line, oldPrice, changeRate: percent ? toNumber(percent) : null }
  })
}

export const largestChange = (lines: readonly AdjustmentLine[]): number | null =>
  lines.reduce<number | null>(
    (most, { changeRate: rate }) => (rate !== null && (most === null || Math.abs(rate) > Math.abs(most)) ? rate : most),
    null,
  )

/** Completes and judges an adjustment as a person entered it. */
export async function prepareAdjustment(ctx: VerbContext<PriceAdjustment>): Promise<{ doc: PriceAdjustment; findings: Finding[] }> {
  const { req, settings, actor, stored } = ctx
  const effectiveFrom = String(ctx.doc.effectiveFrom ?? '').slice(0, 10)
  const currency = empty(ctx.doc.currency) ? settings.company.baseCurrency || 'CNY' : String(ctx.doc.currency).trim().toUpperCase()
  const given: unknown = ctx.doc.lines
  const lines = (Array.isArray(given) ? (given as AdjustmentLine[]) : []).map((line) => entered(line, currency))
  const doc: PriceAdjustment = {
    ...ctx.doc,
    date: String(ctx.doc.date).slice(0, 10),
    effectiveFrom,
    currency,
    bookOf: stored ? idOf(stored['bookOf']) : idOf(ctx.body['bookOf']),
    department: stored ? idOf(stored.department) : idOf(actor?.department),
    lines,
  }
  const findings: Finding[] = []
  if (!isBusinessDate(doc.date)) findings.push(invalid('date', 'date', doc.date, 'YYYY-MM-DD'))
  if (!isBusinessDate(effectiveFrom)) findings.push(invalid('effectiveFrom', 'effectiveFrom', effectiveFrom || null, 'YYYY-MM-DD'))
  if (!/^[A-Z]{3}$/.test(currency)) findings.push(invalid('currency', 'currency', currency, 'CNY, USD, EUR …'))
  if (lines.length === 0) findings.push(invalid('lines', 'lines', null, 'at least one line'))
  if (lines.length > 5000) findings.push(invalid('lines', 'lines', lines.length, '≤ 5000'))
  if (findings.length > 0) return { doc, findings }
  const facts = await adjustmentFacts(req, lines)
  findings.push(
    ...lines.flatMap((line, index) =>
      decideAdjustmentLine({
        line: judged(line, ctx.doc.lines[index] as AdjustmentLine),
        index,
        scope: scopeOfLine(line, facts),
        effectiveFrom,
      }),
    ),
  )
  if (findings.length > 0) return { doc, findings }
  const sound = lines.map((line) => ({
    ...line,
    // the stock unit is what an empty unit means: both must count as the same scope
    unit: line.unit === facts.items.get(line.item ?? 0)?.unit ? null : line.unit,
    minQty: line.minQty === null ? null : Number(line.minQty),
    newPrice: Number(line.newPrice),
    priority: Number(line.priority),
  }))
  findings.push(...(await ambiguousLines(ctx, sound, effectiveFrom)))
  const priced = await withOldPrices(ctx, sound, effectiveFrom)
  findings.push(...minimumWarnings(ctx, sound, facts))
  const named = [...new Set(sound.flatMap(({ customer }) => customer ?? []))]
  const theirs = [...new Set(named.map((id) => facts.customers.get(id)?.salesperson ?? null))]
  return {
    doc: {
      ...doc,
      lines: priced,
      largestChange: largestChange(priced),
      general: named.length === 0,
      // prices of the customers of one salesperson are his to see; of several, nobody's but those who see all of them
      salesperson: theirs.length === 1 ? (theirs[0] ?? null) : null,
    },
    findings,
  }
}

/** An id that is none (text, a fraction) was read as absent: named with what was entered it is refused instead of ignored. */
const judged = (line: AdjustmentLine, raw: AdjustmentLine): Record<string, unknown> => ({
  ...line,
  ...Object.fromEntries(
    (['customer', 'customerCategory', 'item', 'itemCategory'] as const).flatMap((field) =>
      line[field] === null && !empty(raw[field]) ? [[field, raw[field]]] : [],
    ),
  ),
})
