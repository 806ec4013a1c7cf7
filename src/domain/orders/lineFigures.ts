import { noProgress, type Progress } from '../kernel/contributions'
import { d, Decimal } from '../kernel/decimal'
import { toNumber } from '../kernel/money'
import { openOfQuoted } from '../quotes/decideQuotedQty'
import { openQty } from './progress'

type Line = { qty?: number }
type Figures = Record<string, number>

const notNegative = (qty: Decimal): number => toNumber(Decimal.max(0, qty))
const cameBack = (done: Progress): Decimal => d(done.returned).plus(d(done.replaced))

/** What happened to a line of an order, in its unit. */
export function orderLineFigures({ qty = 0 }: Line, progress: Progress | undefined): Figures {
  const done = progress ?? noProgress
  const open = openQty({ ...done, qty })
  return {
    deliveredQty: toNumber(d(done.delivered)),
    invoicedQty: toNumber(d(done.invoiced)),
    returnedQty: toNumber(cameBack(done)),
    shortClosed: toNumber(d(done.shortClosed)),
    openQty: toNumber(open),
    deliverableQty: notNegative(open.minus(d(done.planned))),
  }
}

/** What has been ordered of a line of a quote, and what of it still can be; a price without a quantity has no end to tell. */
export function quoteLineFigures({ qty = 0 }: Line, progress: Progress | undefined): Figures {
  const ordered = progress?.ordered ?? 0
  return { orderedQty: toNumber(d(ordered)), ...(qty === 0 ? {} : { openQty: toNumber(openOfQuoted({ qty, ordered })) }) }
}

/** What happened to a line of a delivery; one the books do not know yet can neither come back nor be billed. */
export function deliveryLineFigures({ qty = 0 }: Line, progress: Progress | undefined): Figures {
  const done = progress ?? noProgress
  const kept = d(done.delivered).minus(d(done.returned))
  return {
    invoicedQty: toNumber(d(done.invoiced)),
    returnedQty: toNumber(cameBack(done)),
    returnableQty: notNegative(d(progress ? qty : 0).minus(cameBack(done))),
    billableQty: notNegative(kept.minus(d(done.invoiced)).minus(d(done.invoicing))),
  }
}
