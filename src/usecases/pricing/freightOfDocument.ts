import type { Where } from 'payload'

import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { roundAmount } from '@/src/domain/kernel/money'
import type { SalesHeader, SalesLine } from '@/src/domain/orders/order'
import { decideFreight, type Freight, freightGross, freightLine, type FreightSource, withFreight } from '@/src/domain/pricing/freight'
import { lineProgress, type LineProgress } from '@/src/ledger/posted'

import type { VerbContext } from '@/src/engine/document'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import type { Stored } from '@/src/engine/documents/stored'
import { invalid } from '@/src/engine/inputFindings'

type Freighted = SalesHeader & Freight & { lines: SalesLine[] }
type Part = { line: string; qty: number }

const largest = 1e12

/** Freight is an amount, its tax a percentage; whatever else was entered is refused before anything is computed. */
export function freightFindings({ freight, freightTaxRate }: Freight): Finding[] {
  const within = (value: unknown, most: number): boolean =>
    value === null || value === undefined || (typeof value === 'number' && value >= 0 && value <= most)
  return [
    ...(within(freight, largest) ? [] : [invalid('freight', 'freight', freight, '≥ 0')]),
    ...(within(freightTaxRate, 100) ? [] : [invalid('freightTaxRate', 'freightTaxRate', freightTaxRate, '0–100')]),
  ]
}

/** A document with its freight, typed or shared out, in its totals. */
export async function freightOfDocument<Doc extends Freighted>(
  { doc: entered, stored }: { doc: Freight; stored: Doc | null },
  { doc, findings }: { doc: Doc; findings: Finding[] },
  sources: () => Promise<readonly FreightSource[]> = () => Promise.resolve([]),
): Promise<{ doc: Doc; findings: Finding[] }> {
  const wrong = freightFindings(entered)
  if (wrong.length > 0 || findings.some(({ code }) => code === 'INVALID_INPUT')) return { doc, findings: [...findings, ...wrong] }
  const rates = doc.lines.map(({ taxRate }) => taxRate ?? null)
  const freight = decideFreight({ entered, stored, mode: doc.taxMode, rates, sources: await sources() })
  return { doc: withFreight(doc, freight), findings }
}

type Taken = (progress: LineProgress | undefined) => { whole: (qty: number) => number; taken: number }

/** How far a line of a quote is ordered, a line of an order billed; drafts count. */
const progressOf: Readonly<Record<'quotes' | 'orders', Taken>> = {
  quotes: (done) => ({ whole: (qty) => qty, taken: Number(done?.ordered ?? 0) }),
  orders: (done) => ({
    whole: (qty) => qty - Number(done?.shortClosed ?? 0) - Number(done?.returned ?? 0),
    taken: Number(done?.invoiced ?? 0) + Number(done?.invoicing ?? 0),
  }),
}

/** The freight that quotes or orders still have for a document that takes these parts of their lines; `former`: what it held of them so far. */
export async function freightSources({
  req,
  slug,
  ids,
  parts,
  former,
}: {
  req: VerbContext<unknown>['req']
  slug: 'quotes' | 'orders'
  ids: ReadonlyArray<number | null | undefined>
  parts: readonly Part[]
  former: { parts: readonly Part[]; freightOf: Freight['freightOf'] }
}): Promise<FreightSource[]> {
  const named = [...new Set(ids)].filter((id): id is number => typeof id === 'number')
  if (named.length === 0) return []
  const where: Where = { and: [{ id: { in: named } }, { freight: { greater_than: 0 } }] }
  const found: Array<Stored<'quotes'> | Stored<'orders'>> =
    slug === 'quotes'
      ? await findDocuments({ req, slug: 'quotes', where, overrideAccess: true })
      : await findDocuments({ req, slug: 'orders', where, overrideAccess: true })
  if (found.length === 0) return []
  const progress = await lineProgress(
    req,
    found.flatMap(({ id, lines }) => [freightLine(slug, id), ...lines.map((line) => line.id)]),
  )
  const qtyOf = (of: readonly Part[], line: string): number =>
    of.filter((part) => part.line === line).reduce((sum, { qty }) => sum + Number(qty), 0)
  const key = slug === 'quotes' ? ('quote' as const) : ('order' as const)
  return found.map((doc): FreightSource => {
    const held = (former.freightOf ?? []).filter((part) => part[key] === doc.id).reduce((sum, { gross }) => sum.plus(gross), d(0))
    const done = progress.get(freightLine(slug, doc.id))
    const gross = roundAmount(freightGross(doc))
    return {
      of: { [key]: doc.id },
      gross,
      net: gross.minus(doc.freightTax ?? 0),
      taxRate: doc.freightTaxRate ?? null,
      earlier: 'freightEarlier' in doc ? doc.freightEarlier : null,
      already: d(done?.[slug === 'quotes' ? 'ordered' : 'invoiced'] ?? 0)
        .plus(slug === 'quotes' ? 0 : d(done?.invoicing ?? 0))
        .minus(held),
      lines: doc.lines.map(({ id, qty, gross: value }) => {
        const { whole, taken } = progressOf[slug](progress.get(id))
        return { gross: value, qty, whole: whole(qty), taken: taken - qtyOf(former.parts, id) + qtyOf(parts, id) }
      }),
    }
  })
}
