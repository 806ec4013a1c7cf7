import type { InvoiceInstalment, InvoiceLine } from '@/src/domain/fulfilment/invoice'
import { invoiceBaseGross } from '@/src/domain/fulfilment/invoiceContributions'
import { businessDate, isBusinessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import { errorsIn, type Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { toNumber } from '@/src/domain/kernel/money'
import { dueDate, type PaymentTerms } from '@/src/domain/receivables/dueDate'
import { instalments } from '@/src/domain/receivables/instalments'

import type { VerbContext } from '@/src/engine/document'
import { chooseTitle } from '@/src/engine/chooseTitle'
import { freightOfDocument, freightSources } from '../pricing/freightOfDocument'
import { prepareSalesDocument } from '../pricing/prepareSalesDocument'
import { invalid, quantityFindings, standingOf } from '@/src/engine/inputFindings'
import { findDocument } from '@/src/engine/documents/findDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { carriedHeader, commonHeader } from './carriedHeader'
import { prepareCreditNote } from './prepareCreditNote'
import { type InvoiceSources, invoiceSources, overInvoiceFindings, sourceFindings, sourceIdOf, withSourceShares } from './invoiceSources'

type InvoiceDocument = Stored<'invoices'>
type Prepared = { doc: InvoiceDocument; findings: Finding[] }

/** Completes and validates an invoice as entered: from delivery lines, or (setting) from order lines or directly priced. */
export async function prepareInvoice(ctx: VerbContext<InvoiceDocument>): Promise<Prepared> {
  const lines = Array.isArray(ctx.doc.lines) ? ctx.doc.lines : []
  const doc: InvoiceDocument = {
    ...ctx.doc,
    kind: ctx.doc.kind ?? 'invoice',
    creditStatus: ctx.stored?.['creditStatus'] ?? 'notChecked',
    advances: null,
    lines,
  }
  if (ctx.stored && ctx.stored.kind !== doc.kind) return { doc, findings: [invalid('kind', 'kind', doc.kind, ctx.stored.kind)] }
  if (doc.kind === 'creditNote') return prepareCreditNote({ ...ctx, doc })
  doc.priceOnly = false
  const direct = lines.filter((line) => !sourceIdOf(line))
  if (direct.length === 0)
    return withDueDate(ctx, await chooseTitle({ ctx, prepared: await fromSources({ ...ctx, doc }), comesWith: true }))
  if (direct.length < lines.length || !ctx.settings.orders.directDeliveries) {
    const index = lines.findIndex((line) => !sourceIdOf(line))
    return { doc, findings: [invalid(`lines.${index}.deliveryLine`, 'deliveryLine', null, 'a line of an issued delivery')] }
  }
  const prepared = await freightOfDocument(ctx, await prepareSalesDocument({ ctx: { ...ctx, doc }, priced: true }))
  return withDueDate(ctx, await chooseTitle({ ctx, prepared }))
}

async function fromSources(ctx: VerbContext<InvoiceDocument>): Promise<Prepared> {
  const { req, doc } = ctx
  const findings = quantityFindings(doc.lines)
  if (findings.length > 0) return { doc, findings }
  const sources = await invoiceSources({ req, lines: doc.lines, entered: true })
  findings.push(...sourceFindings(ctx, doc.lines, sources, 'create-invoice'))
  const [first] = sources.values()
  if (!first || errorsIn(findings).some(({ code }) => code === 'INVALID_INPUT')) return { doc, findings }
  findings.push(...sameHeader(doc, sources))
  // goods that left are always invoiced; what is billed first waits for who is frozen
  if (!ctx.stored && [...sources.values()].some(({ slug }) => slug === 'orders')) findings.push(...(await standingOf(ctx, first.doc)))
  // what may not be billed at all needs no quantity
  if (errorsIn(findings).length === 0) findings.push(...(await overInvoiceFindings(ctx, doc.lines, sources)))
  if (errorsIn(findings).some(({ code }) => code === 'INVALID_INPUT')) return { doc, findings }
  const lines = await withSourceShares(ctx, doc.lines, sources)
  const sum = (of: 'net' | 'tax' | 'gross'): number => toNumber(lines.reduce((total, line: InvoiceLine) => total.plus(d(line[of])), d(0)))
  const billed = {
    doc: {
      ...doc,
      ...carriedHeader(first.doc),
      headerDiscount: 0,
      paymentTerms: idOf(doc.paymentTerms) ?? first.doc.paymentTerms ?? null,
      deliveryAddress: doc['deliveryAddress'] || first.doc['deliveryAddress'] || null,
      lines,
      netTotal: sum('net'),
      taxTotal: sum('tax'),
      grossTotal: sum('gross'),
    },
    findings,
  }
  return freightOfDocument(ctx, billed, () => orderedFreight(ctx, lines))
}

/** What the orders an invoice bills still have of their freight. */
const orderedFreight = ({ req, stored }: VerbContext<InvoiceDocument>, lines: readonly InvoiceLine[]) => {
  const partsOf = (of: readonly InvoiceLine[]) => of.flatMap(({ orderLine, qty }) => (orderLine ? [{ line: orderLine, qty }] : []))
  return freightSources({
    ...{ req, slug: 'orders', ids: lines.map(({ order }) => order), parts: partsOf(lines) },
    former: { parts: partsOf(stored?.lines ?? []), freightOf: stored?.freightOf ?? null },
  })
}

/** One invoice bills one customer in one currency, rate and tax mode. */
function sameHeader(doc: InvoiceDocument, sources: InvoiceSources): Finding[] {
  const [first] = sources.values()
  const customer = idOf(doc.customer)
  if (first && customer !== null && customer !== first.doc.customer) {
    return [invalid('customer', 'customer', customer, `the customer of ${first.doc.no}`)]
  }
  return doc.lines.flatMap((line, index): Finding[] => {
    const other = sources.get(sourceIdOf(line) ?? '')?.doc
    const differs = commonHeader.find((field) => other?.[field] !== first?.doc[field])
    return differs ? [invalid(`lines.${index}.deliveryLine`, differs, other?.[differs], String(first?.doc[differs]))] : []
  })
}

/** Due by the payment terms; a date somebody entered stays until date or terms change. */
async function withDueDate(ctx: VerbContext<InvoiceDocument>, { doc, findings }: Prepared): Promise<Prepared> {
  const date = String(doc.date).slice(0, 10)
  if (!isBusinessDate(date)) return { doc, findings: [...findings, invalid('date', 'date', doc.date, 'YYYY-MM-DD')] }
  const { stored } = ctx
  const entered = doc.dueDate ? String(doc.dueDate).slice(0, 10) : null
  const sameBasis = stored && String(stored.date).slice(0, 10) === date && (stored.paymentTerms ?? null) === (doc.paymentTerms ?? null)
  const chosen = entered !== null && (!stored || sameBasis || entered !== String(stored.dueDate).slice(0, 10))
  if (chosen && entered < date) {
    return {
      doc,
      findings: [...findings, { code: 'INVALID_PERIOD', severity: 'error', path: 'dueDate', facts: { from: date, to: entered } }],
    }
  }
  const terms = doc.paymentTerms ? await paymentTerms(ctx, doc.paymentTerms) : null
  if (doc.paymentTerms && !terms) {
    return { doc, findings: [...findings, invalid('paymentTerms', 'paymentTerms', doc.paymentTerms, 'id of payment terms')] }
  }
  const due = chosen ? entered : dueDate({ terms, date: businessDate(date) })
  return { doc: { ...doc, date, dueDate: due, instalments: instalmentsOf({ ...doc, date, dueDate: due }, terms) }, findings }
}

/** The parts of an invoice whose terms pay in instalments, in base currency; the last one follows a due date entered by hand. */
function instalmentsOf(doc: InvoiceDocument, terms: PaymentTerms | null): InvoiceInstalment[] {
  const shares = terms?.kind === 'instalments' ? (terms.instalments ?? []) : []
  if (shares.length < 2) return []
  const parts = instalments({ terms, date: businessDate(doc.date), amount: invoiceBaseGross(doc) })
  return parts.map((part, index) => ({
    dueDate: index === parts.length - 1 ? doc.dueDate : part.dueDate < doc.dueDate ? part.dueDate : doc.dueDate,
    percent: toNumber(d(shares[index]?.percent ?? 0)),
    amount: toNumber(part.amount),
  }))
}

const paymentTerms = async ({ req }: VerbContext<InvoiceDocument>, id: number): Promise<PaymentTerms | null> =>
  await findDocument({ req, slug: 'payment-terms', id, overrideAccess: true })
