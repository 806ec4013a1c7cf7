import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { customerFacts } from '@/src/ledger/facts/customers'
import { itemFacts } from '@/src/ledger/facts/items'

import { resolveLines } from './resolveLines'

type QuoteDocument = Stored<'quotes'>
type Line = QuoteDocument['lines'][number]

const isOpen = ({ price }: { price?: number | null }): boolean => price === null || price === undefined

/** Breaks that name a quantity only, from a template or typed, get the price of the day for that quantity; all of a quote in one question. */
export async function pricedBreaks(ctx: VerbContext<QuoteDocument>, doc: QuoteDocument): Promise<{ lines: Line[]; unpriced: Finding[] }> {
  const open = doc.lines.flatMap((line, index) =>
    (line.breaks ?? []).filter(isOpen).map(({ qty }) => ({ index, item: line.item, unit: line.unit, qty: Number(qty) })),
  )
  const customer = open.length > 0 ? await customerFacts(ctx.req, doc.customer) : null
  if (!customer) return { lines: doc.lines, unpriced: [] }
  const items = await itemFacts(
    ctx.req,
    open.map(({ item }) => item),
  )
  const asked = open.filter(({ item, qty }) => items.has(item) && qty > 0)
  const found = await resolveLines({ ctx, header: doc, customer, lines: asked, items })
  const prices = new Map(asked.map(({ index, qty }, at) => [`${index}/${qty}`, found[at]]))
  const lines = doc.lines.map((line, index) => ({
    ...line,
    breaks: (line.breaks ?? []).map((one) => {
      const price = isOpen(one) ? prices.get(`${index}/${Number(one.qty)}`)?.price : null
      return price ? { ...one, price: toNumber(price) } : one
    }),
  }))
  const unpriced = asked.flatMap(({ index, item, qty }, at): Finding[] => {
    const { price, reason } = found[at] ?? {}
    if (price) return []
    const path = `lines.${index}.breaks`
    return [reason ? { ...reason, path } : { code: 'PRICE_UNKNOWN', severity: 'error', path, facts: { item: items.get(item)?.code, qty } }]
  })
  return { lines, unpriced }
}
