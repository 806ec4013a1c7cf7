import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { mayEditPrice } from '@/src/domain/people/sight'
import { typedBreaks } from '@/src/domain/quotes/typedBreaks'
import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { customerFacts } from '@/src/ledger/facts/customers'
import { itemFacts } from '@/src/ledger/facts/items'

import { resolveLines } from './resolveLines'

type QuoteDocument = Stored<'quotes'>
type Line = QuoteDocument['lines'][number]

/** A break somebody asks a price for, or has typed one for. */
type Asked = { index: number; item: number; unit: string; qty: number; typed: number | null }

/** Breaks of a line whose price was typed by who may not: one who may, and the house that revises an offer, type what they like. */
function lockedBreaks(ctx: VerbContext<QuoteDocument>, line: Line): Array<{ qty: number; typed: number }> {
  const isRevision = ctx.stored === null && Boolean(ctx.doc.revises)
  if (isRevision || mayEditPrice(ctx.actor)) return []
  const stored = ctx.stored?.lines.find(({ id }) => id === line.id)
  return typedBreaks(line, stored).map(({ qty, price }) => ({ qty: Number(qty), typed: Number(price) }))
}

const openBreaks = (line: Line): Array<{ qty: number; typed: null }> =>
  (line.breaks ?? []).filter(({ price }) => price === null || price === undefined).map(({ qty }) => ({ qty: Number(qty), typed: null }))

/**
 * Breaks that name a quantity only, from a template or typed, get the price of the day for that quantity; all of a quote in one question. A
 * break typed at another price than that is a typed price like the line's own, and refused to who may type none.
 */
export async function pricedBreaks(ctx: VerbContext<QuoteDocument>, doc: QuoteDocument): Promise<{ lines: Line[]; findings: Finding[] }> {
  const wanted = doc.lines.flatMap((line, index) =>
    [...openBreaks(line), ...lockedBreaks(ctx, line)].map((one): Asked => ({ index, item: line.item, unit: line.unit, ...one })),
  )
  const customer = wanted.length > 0 ? await customerFacts(ctx.req, doc.customer) : null
  if (!customer) return { lines: doc.lines, findings: [] }
  const items = await itemFacts(
    ctx.req,
    wanted.map(({ item }) => item),
  )
  const asked = wanted.filter(({ item, qty }) => items.has(item) && qty > 0)
  const found = await resolveLines({ ctx, header: doc, customer, lines: asked, items })
  const prices = new Map(asked.flatMap(({ index, qty, typed }, at) => (typed === null ? [[`${index}/${qty}`, found[at]]] : [])))
  const lines = doc.lines.map((line, index) => ({
    ...line,
    breaks: (line.breaks ?? []).map((one) => {
      const price = one.price === null || one.price === undefined ? prices.get(`${index}/${Number(one.qty)}`)?.price : null
      return price ? { ...one, price: toNumber(price) } : one
    }),
  }))
  const findings = asked.flatMap(({ index, item, qty, typed }, at): Finding[] => {
    const { price, reason } = found[at] ?? {}
    const path = `lines.${index}.breaks`
    const code = items.get(item)?.code
    if (typed !== null) {
      const policyPrice = price ? toNumber(price) : null
      if (price?.eq(typed)) return []
      const facts = { item: code, price: typed, policyPrice, breakQty: qty }
      return [{ code: 'PRICE_LOCKED', severity: 'error', path, facts, remedy: { action: 'usePolicyPrice', facts: { price: policyPrice } } }]
    }
    if (price) return []
    return [reason ? { ...reason, path } : { code: 'PRICE_UNKNOWN', severity: 'error', path, facts: { item: code, qty } }]
  })
  return { lines, findings }
}
