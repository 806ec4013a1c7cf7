import { alsoCredited, type Credited, creditShare, decideCreditLine, nothingCredited } from '@/src/domain/fulfilment/creditShare'
import { leftPrice } from '@/src/domain/fulfilment/leftPrice'
import type { InvoiceLine } from '@/src/domain/fulfilment/invoice'
import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { roundPrice, toNumber } from '@/src/domain/kernel/money'
import { freightGross } from '@/src/domain/pricing/freight'
import { creditedShares } from '@/src/ledger/facts/creditNotes'
import { itemFacts } from '@/src/ledger/facts/items'

import type { Prepared, VerbContext } from '@/src/engine/document'
import { invalid, quantityFindings } from '@/src/engine/inputFindings'
import type { Stored } from '@/src/engine/documents/stored'
import { carriedHeader, commonHeader } from './carriedHeader'
import { freightOfDocument } from '../pricing/freightOfDocument'
import { creditableFreight } from './creditableFreight'
import { linesOfInvoices } from './sourceDocuments'

type InvoiceDocument = Stored<'invoices'>
export type InvoiceLineSources = Map<string, { doc: InvoiceDocument; line: InvoiceLine }>

/** Unit price when it is not the invoice line's own; null = as invoiced. */
const ownPrice = (line: InvoiceLine, original: InvoiceLine): number | null =>
  line.price === null || line.price === undefined || d(line.price).eq(d(original.price ?? 0)) ? null : Number(line.price)

/** Completes and validates a credit note (红字发票): everything comes from the invoice lines it names; prices are never found anew. */
export async function prepareCreditNote(ctx: VerbContext<InvoiceDocument>): Promise<Prepared<InvoiceDocument>> {
  const { req } = ctx
  const date = String(ctx.doc.date).slice(0, 10)
  const doc = { ...ctx.doc, date, dueDate: date, priceOnly: Boolean(ctx.doc.priceOnly), instalments: [] }
  const findings: Finding[] = isBusinessDate(date) ? [] : [invalid('date', 'date', ctx.doc.date, 'YYYY-MM-DD')]
  findings.push(...quantityFindings(doc.lines))
  if (findings.length > 0) return { doc, findings, incomplete: true }
  const named = doc.lines.flatMap(({ invoiceLine }) => (invoiceLine ? [invoiceLine] : []))
  const sources: InvoiceLineSources = await linesOfInvoices({
    req,
    lines: named,
    entered: true,
  })
  findings.push(...creditSourceFindings(doc.lines, sources))
  const first = sources.values().next().value
  if (!first || findings.length > 0) return { doc, findings, incomplete: true }
  const customer = idOf(doc.customer)
  if (customer !== null && customer !== 0 && customer !== first.doc.customer) {
    return { doc, findings: [invalid('customer', 'customer', customer, `the customer of ${first.doc.no}`)] }
  }
  const credited = await withCredit({ ctx, doc, sources })
  findings.push(...credited.findings)
  const sum = (of: 'net' | 'tax' | 'gross'): number => toNumber(credited.lines.reduce((total, line) => total.plus(d(line[of])), d(0)))
  const note = {
    doc: {
      ...doc,
      ...carriedHeader(first.doc),
      paymentTerms: first.doc.paymentTerms ?? null,
      headerDiscount: 0,
      lines: credited.lines,
      netTotal: sum('net'),
      taxTotal: sum('tax'),
      grossTotal: sum('gross'),
    },
    findings,
  }
  const charged = await creditableFreight({ req, doc, sources })
  const freighted = await freightOfDocument(ctx, note, () => Promise.resolve(charged))
  const left = charged.reduce((total, { gross, already }) => total.plus(gross).minus(already), d(0))
  const excess = freightGross(freighted.doc).gt(left)
  return excess
    ? { ...freighted, findings: [...findings, invalid('freight', 'freight', ctx.doc.freight ?? null, `≤ ${left.toFixed(2)}`)] }
    : freighted
}

/** Lines of approved invoices of one customer in one currency; a credit note credits no credit note. */
export function creditSourceFindings(lines: readonly InvoiceLine[], sources: InvoiceLineSources): Finding[] {
  const first = sources.values().next().value?.doc
  return lines.flatMap((line, index): Finding[] => {
    const path = `lines.${index}.invoiceLine`
    const source = sources.get(line.invoiceLine ?? '')?.doc
    if (!source || source.kind !== 'invoice') return [invalid(path, 'invoiceLine', line.invoiceLine, 'a line of an approved invoice')]
    if (source.status !== 'approved') {
      const facts = { document: source.no, status: source.status, verb: 'create-credit-note', allowed: ['approve'] }
      return [{ code: 'ILLEGAL_STEP', about: 'invoices', severity: 'error', path, facts, remedy: { action: 'approveInvoice' } }]
    }
    const differs = commonHeader.find((field) => source[field] !== first?.[field])
    return differs ? [invalid(path, differs, source[differs], String(first?.[differs]))] : []
  })
}

async function withCredit({
  ctx,
  doc,
  sources,
}: {
  ctx: VerbContext<InvoiceDocument>
  doc: InvoiceDocument
  sources: InvoiceLineSources
}): Promise<{ lines: InvoiceLine[]; findings: Finding[] }> {
  const { req } = ctx
  const before = new Map<string, Credited>(await creditedShares({ req, lines: [...sources.keys()], except: doc.id }))
  const items = await itemFacts(
    req,
    [...sources.values()].map(({ line }) => line.item),
  )
  const priceOnly = Boolean(doc.priceOnly)
  const findings: Finding[] = []
  const lines = doc.lines.map((line, index): InvoiceLine => {
    const source = sources.get(line.invoiceLine ?? '')
    if (!source) return line
    const from = source.line
    const credited = before.get(from.id) ?? nothingCredited
    const price = ownPrice(line, from)
    const { taxMode, exchangeRate } = source.doc
    const share = creditShare({
      line: { ...from, taxRate: from.taxRate ?? null },
      qty: line.qty,
      price,
      priceOnly,
      credited,
      taxMode,
      exchangeRate,
    })
    const item = items.get(from.item)?.code ?? from.item
    const lowered = { gross: credited.lowered, net: credited.loweredNet }
    const priceLeft = leftPrice({ line: from, qty: line.qty, lowered, mode: taxMode, discountRate: from.discountRate ?? 0 })
    findings.push(
      ...decideCreditLine({
        ...{ index, item, invoice: source.doc.no, line: from, qty: line.qty, price, priceOnly, credited, amount: share.gross, priceLeft },
      }),
    )
    before.set(from.id, alsoCredited({ credited, qty: line.qty, share, priceOnly, ownPrice: price !== null }))
    const perUnit = (amount: number): number => toNumber(roundPrice(d(line.qty).isZero() ? d(0) : d(amount).div(d(line.qty))))
    return {
      ...from,
      id: line.id,
      description: line.description || from.description || null,
      qty: Number(line.qty),
      price: price ?? from.price,
      remark: line.remark ?? null,
      invoiceLine: from.id,
      returnLine: line.returnLine ?? null,
      costValue: null,
      ...share,
      ...(price === null && !priceOnly ? {} : { grossPrice: perUnit(share.gross), netPrice: perUnit(share.net) }),
    }
  })
  return { lines, findings }
}
