import type { EarlierPart } from '@/src/domain/orders/earlierPart'
import { d, type Decimal, type Numeric } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { roundQty, toNumber } from '@/src/domain/kernel/money'
import type { OrderLine } from '@/src/domain/orders/order'
import { takenShares } from '@/src/ledger/facts/sources'

import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { prepareSalesDocument } from '../pricing/prepareSalesDocument'

type OrderDocument = Stored<'orders'>

const sum = (figures: readonly Numeric[]): number => toNumber(figures.reduce((total: Decimal, figure) => total.plus(d(figure)), d(0)))

/** What of the lines whose price changes is invoiced already: it keeps its amounts. Drafts are not counted, they must be settled first. */
async function withEarlierParts({ ctx, stored, doc, priceChanged }: Recomputation): Promise<OrderLine[]> {
  const before = new Map(stored.lines.map((line) => [line.id, line]))
  const invoiced = await takenShares({
    req: ctx.req,
    by: 'invoices',
    of: 'order_line',
    lines: [...new Set(priceChanged)],
    except: 0,
    approvedOnly: true,
  })
  return doc.lines.map((line): OrderLine => {
    const part = priceChanged.includes(line.id) ? invoiced.get(line.id) : undefined
    if (!part) return { ...line, earlier: before.get(line.id)?.earlier ?? null }
    const { qty, gross, net, baseGross, baseNet } = part
    const figures = { qty, gross, net, baseGross, baseNet }
    const earlier = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, toNumber(d(value))])) as EarlierPart
    return { ...line, earlier: d(qty).gt(0) ? earlier : null }
  })
}

type Recomputation = {
  ctx: VerbContext<OrderDocument, unknown>
  stored: OrderDocument
  doc: OrderDocument
  /** lines whose price, discount or tax rate changes */
  priceChanged: readonly string[]
}

/**
 * The amounts of an order after a change of its lines: prices stay as they are on the lines, what was invoiced before a change of price
 * keeps its amounts, the rest is computed by F1 at the new price (O-48). 10 at 100 with 4 invoiced, now 200 → 400 + 1,200.
 */
export async function recomputeOrder(input: Recomputation): Promise<{ doc: OrderDocument; findings: Finding[] }> {
  const { ctx, doc } = input
  const lines = await withEarlierParts(input)
  const settled = lines.map(({ earlier }) => earlier ?? null)
  const rest = lines.map((line, index) => ({ ...line, qty: toNumber(d(line.qty).minus(d(settled[index]?.qty ?? 0))) }))
  const open = rest.filter(({ qty }) => d(qty).gt(0))
  const prepared = await prepareSalesDocument({ ctx: { ...ctx, body: {}, doc: { ...doc, lines: open } }, priced: false, slug: 'orders' })
  if (prepared.findings.some(({ severity }) => severity === 'error')) return { doc, findings: prepared.findings }
  const figured = new Map((prepared.doc as OrderDocument).lines.map((line) => [line.id, line]))
  const whole = lines.map((line, index): OrderLine => {
    const now = figured.get(line.id)
    const part = settled[index]
    if (!part || d(part.qty).isZero()) return { ...line, ...now }
    const figure = (name: 'gross' | 'net' | 'baseGross' | 'baseNet'): number => toNumber(d(now?.[name] ?? 0).plus(d(part[name])))
    const [gross, net, baseGross, baseNet] = [figure('gross'), figure('net'), figure('baseGross'), figure('baseNet')]
    const factor = now && d(now.qty).gt(0) ? d(now.stockQty).div(d(now.qty)) : d(line.stockQty).div(d(line.qty))
    return {
      ...line,
      ...now,
      qty: line.qty,
      stockQty: toNumber(roundQty(d(line.qty).times(factor))),
      gross,
      net,
      tax: toNumber(d(gross).minus(d(net))),
      baseGross,
      baseNet,
      baseTax: toNumber(d(baseGross).minus(d(baseNet))),
    }
  })
  const totals = {
    netTotal: sum(whole.map(({ net }) => net)),
    taxTotal: sum(whole.map(({ tax }) => tax)),
    grossTotal: sum(whole.map(({ gross }) => gross)),
  }
  return { doc: { ...doc, ...totals, lines: whole }, findings: prepared.findings }
}
