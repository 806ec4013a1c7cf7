import type { Finding } from '@/src/domain/kernel/decision'
import type { SalesLine } from '@/src/domain/orders/order'
import { mayEditPrice } from '@/src/domain/people/sight'
import { decideTaxRate, sameTaxRate, type TaxRate } from '@/src/domain/pricing/decideTaxRate'
import type { TraceStep } from '@/src/domain/pricing/priceFacts'
import { type CustomerFacts, customerFacts } from '@/src/ledger/facts/customers'
import { type ItemFacts, itemFacts } from '@/src/ledger/facts/items'

import type { VerbContext } from '@/src/engine/document'

type Entered = SalesLine & { quotedTaxRate?: number | null }

const rateOf = (value: number | string | null | undefined): TaxRate | undefined =>
  value === undefined ? undefined : value === null ? null : Number(value)

const stepOf = (line: SalesLine | undefined): TraceStep | undefined =>
  (line?.trace as TraceStep[] | null | undefined)?.find(({ rule }) => rule === 'taxRate')

export type RatedLine = { taxRate: TaxRate; step: TraceStep | null; findings: Finding[] }

/**
 * The tax rate of every line with what its trace says of it: a rate somebody typed instead of the one that was due. With
 * `judged: false` the rates were judged when they were entered (an order change that is being applied).
 */
export function taxRates({
  ctx,
  customer,
  lines,
  items,
  judged,
}: {
  ctx: Pick<VerbContext<{ lines: SalesLine[] }>, 'actor' | 'stored'>
  customer: CustomerFacts
  lines: readonly Entered[]
  items: ReadonlyMap<number, ItemFacts>
  judged: boolean
}): RatedLine[] {
  const before = new Map((ctx.stored?.lines ?? []).map((line) => [line.id, line]))
  return lines.map((line, index): RatedLine => {
    const item = items.get(line.item)
    const due = rateOf((customer.taxCategory ? customer.taxCategory.rate : item?.taxRate) ?? null) as TaxRate
    const former = before.get(line.id)
    const stored = former?.item === line.item ? former : undefined
    // a form that changes the item posts back the rate of the one before
    const leftOver = former !== undefined && !stored && sameTaxRate(rateOf(line.taxRate), rateOf(former.taxRate))
    const { taxRate, typed, findings } = decideTaxRate({
      index,
      item: item?.code ?? String(line.item),
      entered: leftOver ? undefined : rateOf(line.taxRate),
      due,
      settled: [stored ? rateOf(stored.taxRate) : undefined, rateOf(line.quotedTaxRate)],
      mayType: !judged || mayEditPrice(ctx.actor),
    })
    const kept = sameTaxRate(taxRate, rateOf(stored?.taxRate)) ? stepOf(stored) : undefined
    const user = judged ? (ctx.actor?.name ?? ctx.actor?.email ?? null) : null
    const told = { rule: 'taxRate', taxRate: taxRate ?? 'exempt', due: due ?? 'exempt', user }
    return { taxRate, step: typed ? told : (kept ?? null), findings }
  })
}

/** Rates that an order change gives to lines the order has: judged where they are entered, not where the change is applied. */
export async function changedTaxRates({
  ctx,
  order,
  changes,
}: {
  ctx: Pick<VerbContext<unknown>, 'req' | 'actor'>
  order: { customer: number; lines: readonly SalesLine[] }
  changes: ReadonlyArray<{ line?: string | null; item?: number | null; taxRate?: number | null; remove?: boolean | null }>
}): Promise<Finding[]> {
  const changed = changes.flatMap((change, index) => {
    const from = order.lines.find(({ id }) => id === change.line)
    return from && !change.remove && change.taxRate != null
      ? [{ index, from, item: change.item ?? from.item, taxRate: change.taxRate }]
      : []
  })
  const customer = await customerFacts(ctx.req, order.customer)
  if (changed.length === 0 || !customer) return []
  const items = await itemFacts(
    ctx.req,
    changed.map(({ item }) => item),
  )
  const before = { ...ctx, stored: { lines: changed.map(({ from }) => from) } }
  const lines = changed.map(({ from, item, taxRate }) => ({ ...from, item, taxRate }))
  return taxRates({ ctx: before, customer, lines, items, judged: true }).flatMap(({ findings }, place) =>
    findings.map((finding) => ({ ...finding, path: `lines.${changed[place]?.index ?? place}.taxRate` })),
  )
}

/** The trace of a line with what is to be said of its rates at the end. */
export const withSteps = (line: SalesLine, rule: string, step: TraceStep | null): SalesLine => {
  const trace = ((line.trace as TraceStep[] | null | undefined) ?? []).filter((known) => known.rule !== rule)
  return { ...line, trace: step ? [...trace, step] : trace }
}
