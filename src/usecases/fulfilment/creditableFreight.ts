import type { InvoiceLine } from '@/src/domain/fulfilment/invoice'
import { d, type Decimal } from '@/src/domain/kernel/decimal'
import { roundAmount } from '@/src/domain/kernel/money'
import { freightGross, type FreightSource, partsOfFreight } from '@/src/domain/pricing/freight'
import { creditedFreight, creditedShares } from '@/src/ledger/facts/creditNotes'

import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'

type InvoiceDocument = Stored<'invoices'>

/** A note that corrects prices takes no quantity back, and no freight unless somebody types it. */
const takes = (doc: InvoiceDocument, line: InvoiceLine): number =>
  doc.priceOnly ? 0 : doc.lines.filter(({ invoiceLine }) => invoiceLine === line.id).reduce((sum, { qty }) => sum + Number(qty), 0)

/** Freight of the invoices a credit note credits, invoice by invoice and within it order by order, as far as no other note took it. */
export async function creditableFreight({
  req,
  doc,
  sources,
}: {
  req: VerbContext<unknown>['req']
  doc: InvoiceDocument
  sources: ReadonlyMap<string, { doc: InvoiceDocument }>
}): Promise<FreightSource[]> {
  const invoices = [...new Map([...sources.values()].map((source) => [source.doc.id, source.doc])).values()].filter((invoice) =>
    freightGross(invoice).gt(0),
  )
  if (invoices.length === 0) return []
  const already = await creditedFreight({ req, invoices: invoices.map(({ id }) => id), except: doc.id })
  const credited = await creditedShares({ req, lines: invoices.flatMap(({ lines }) => lines.map(({ id }) => id)), except: doc.id })
  return invoices.flatMap((invoice) => {
    const gross = roundAmount(freightGross(invoice))
    const net = gross.minus(invoice.freightTax ?? 0)
    const lines = invoice.lines.map((line) => ({
      ...{ gross: line.gross, qty: line.qty, whole: line.qty },
      taken: doc.priceOnly ? 0 : d(credited.get(line.id)?.qty ?? 0).plus(takes(doc, line)),
    }))
    const held = (order: number | null) =>
      already.filter((part) => part.invoice === invoice.id && part.order === order).reduce((sum, part) => sum.plus(part.gross), d(0))
    const ofOrders = partsOfFreight(invoice).filter(({ order }) => order)
    const left = (of: 'gross' | 'net', whole: Decimal): Decimal => ofOrders.reduce((sum, part) => sum.minus(part[of]), whole)
    const rest = left('gross', gross)
    const source = (part: Decimal, partNet: Decimal, order: number | null): FreightSource => ({
      of: { invoice: invoice.id, ...(order ? { order } : {}) },
      gross: part,
      net: partNet,
      taxRate: invoice.freightTaxRate ?? null,
      already: held(order),
      lines: order ? lines.filter((_, at) => (invoice.lines[at]?.order ?? null) === order) : lines,
    })
    return [
      ...ofOrders.map((part) => source(d(part.gross), part.net, part.order ?? null)),
      ...(rest.isZero() ? [] : [source(rest, left('net', net), null)]),
    ]
  })
}
