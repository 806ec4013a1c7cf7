import { d } from '@/src/domain/kernel/decimal'
import { errorsIn, type Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { changedAmounts, nothing } from '@/src/domain/orders/changedAmounts'
import { type EarlierPart, lineFigures, type LinePart } from '@/src/domain/orders/earlierPart'
import { changedLine, type ChangedLine, type LineState, openAfter, openBefore, type RepricedLine } from '@/src/domain/orders/lineParts'
import type { OrderLine } from '@/src/domain/orders/order'
import { restFindings } from '@/src/domain/orders/restFindings'
import { type DeliveredPart, deliveredParts, invoicedAhead } from '@/src/ledger/facts/deliveredParts'

import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { prepareSalesDocument } from '../pricing/prepareSalesDocument'

type OrderDocument = Stored<'orders'>

export type Recomputed = {
  /** its totals are those of its lines: freight is decided beside */
  doc: OrderDocument
  findings: Finding[]
  /** whether anything is still to be billed, before and after */
  billable: { before: boolean; after: boolean }
  /** lines whose open part comes to another amount, or that are new */
  moved: string[]
  repriced: RepricedLine[]
  /** header discount on what is open, in percent, before and after */
  headerRate: { before: string; after: string }
}

const plain = (part: LinePart): Record<keyof LinePart, number> => ({
  qty: toNumber(d(part.qty)),
  gross: toNumber(d(part.gross)),
  net: toNumber(d(part.net)),
  baseGross: toNumber(d(part.baseGross)),
  baseNet: toNumber(d(part.baseNet)),
})
const plainEarlier = (part: EarlierPart | null): EarlierPart | null => part && { ...plain(part), gone: part.gone ? plain(part.gone) : null }

/** What has happened to every line of the order, as far as its amounts go. */
async function statesOf(
  { req }: Pick<VerbContext<unknown>, 'req'>,
  order: OrderDocument,
): Promise<Map<string, LineState & { left: DeliveredPart[] }>> {
  const ids = order.lines.map(({ id }) => id)
  const left = await deliveredParts(req, ids)
  const ahead = await invoicedAhead(req, ids)
  return new Map(
    order.lines.map((line) => [
      line.id,
      {
        line,
        closedQty: line.closedQty ?? 0,
        left: left.filter(({ orderLine }) => orderLine === line.id),
        ahead: ahead.get(line.id) ?? null,
      },
    ]),
  )
}

/**
 * The amounts of an order after a change of its lines (O-48): prices stay as they are on the lines, what was invoiced, returned or
 * short-closed keeps its amounts, the open rest is computed by F1 at the new price and carries what is left of the header discount. 10 at
 * 100 with 4 invoiced, now 200 → 400 + 1,200. Goods that left but are not invoiced are billed at their new amount (`repriced`).
 */
export async function recomputeOrder({
  ctx,
  stored,
  doc,
}: {
  ctx: VerbContext<OrderDocument, unknown>
  stored: OrderDocument
  doc: OrderDocument
}): Promise<Recomputed> {
  const unchanged = { billable: { before: true, after: true }, moved: [], repriced: [], headerRate: { before: '0', after: '0' } }
  const prepared = await prepareSalesDocument({
    ctx: { ...ctx, body: {}, doc: { ...doc, headerDiscount: 0 } },
    priced: false,
  })
  if (errorsIn(prepared.findings).length > 0) return { doc, findings: prepared.findings, ...unchanged }
  const states = await statesOf(ctx, stored)
  const before = new Map(stored.lines.map((line) => [line.id, line]))
  const after = new Map(prepared.doc.lines.map((line) => [line.id, line]))
  const noState = (line: OrderLine): LineState => ({ line: { ...nothing, qty: line.qty }, closedQty: 0, left: [], ahead: null })
  const stateOf = (line: OrderLine): LineState => states.get(line.id) ?? noState(line)
  const lines = [...stored.lines, ...prepared.doc.lines.filter(({ id }) => !before.has(id))].map(({ id }) => {
    const [was, is] = [before.get(id), after.get(id)]
    return {
      id,
      before: was ? { ...was, taxRate: was.taxRate ?? null, open: openBefore(stateOf(was)) } : null,
      after: is ? { ...is, taxRate: is.taxRate ?? null, open: openAfter(was ? stateOf(was) : noState(is), is.qty) } : null,
    }
  })
  const { taxMode: mode, exchangeRate } = stored
  const decided = changedAmounts({ mode, exchangeRate, headerDiscount: stored.headerDiscount ?? 0, lines })
  if (decided.short) {
    const findings = restFindings({ order: stored.no, headerDiscount: stored.headerDiscount ?? 0, short: decided.short, lines })
    return { doc, findings: [...prepared.findings, ...findings], ...unchanged }
  }
  const repriced: RepricedLine[] = []
  const whole = prepared.doc.lines.map((line): OrderLine => {
    const was = before.get(line.id)
    if (was && !decided.moved.has(line.id)) return { ...line, ...amountsOf(was, was), earlier: was.earlier ?? null }
    const state = stateOf(was ?? line)
    const open = decided.open.get(line.id)
    const changed = changedLine({ state, qty: line.qty, open: open ?? nothing })
    repriced.push(...repricedLines(line.id, states.get(line.id)?.left ?? [], changed))
    return { ...line, ...amountsOf(changed.total, open ?? was ?? line), earlier: plainEarlier(changed.earlier) }
  })
  const sum = (of: 'net' | 'tax' | 'gross'): number => toNumber(whole.reduce((all, line) => all.plus(d(line[of])), d(0)))
  const totals = { netTotal: sum('net'), taxTotal: sum('tax'), grossTotal: sum('gross') }
  return {
    doc: { ...prepared.doc, ...totals, headerDiscount: toNumber(decided.headerDiscount), lines: whole },
    findings: prepared.findings,
    billable: {
      before: lines.some(({ before }) => before && d(before.open.qty).gt(0)),
      after: lines.some(({ after }) => after && d(after.open).gt(0)),
    },
    moved: [...decided.moved].filter((id) => after.has(id)),
    repriced,
    headerRate: { before: decided.rate.before.toString(), after: decided.rate.after.toString() },
  }
}

type Prices = { grossPrice: Parameters<typeof d>[0]; netPrice: Parameters<typeof d>[0] }

/** Amounts of a line with the derived prices of what is open of it: what the minimum price is held against. */
function amountsOf(part: Omit<LinePart, 'qty'>, prices: Prices) {
  const [gross, net, baseGross, baseNet] = lineFigures.map((figure) => d(part[figure]))
  if (!gross || !net || !baseGross || !baseNet) throw new Error('A line has four amounts')
  return {
    gross: toNumber(gross),
    net: toNumber(net),
    tax: toNumber(gross.minus(net)),
    baseGross: toNumber(baseGross),
    baseNet: toNumber(baseNet),
    baseTax: toNumber(baseGross.minus(baseNet)),
    grossPrice: toNumber(d(prices.grossPrice)),
    netPrice: toNumber(d(prices.netPrice)),
  }
}

const repricedLines = (orderLine: string, left: readonly DeliveredPart[], changed: ChangedLine): RepricedLine[] =>
  left.flatMap(({ delivery, line }, index): RepricedLine[] => {
    const part = changed.left[index]
    if (!part) return []
    const { gross, net, baseGross, baseNet } = plain(part.total)
    return [{ delivery, line, orderLine, gross, net, baseGross, baseNet, earlier: plainEarlier(part.earlier) }]
  })
