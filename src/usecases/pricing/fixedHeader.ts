import type { TitleData } from '@/src/domain/customers/invoiceTitles'
import { standingFindings } from '@/src/domain/customers/standing'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import type { SalesHeader, SalesLine } from '@/src/domain/orders/order'
import { decideOwner, type Writer } from '@/src/domain/people/decideOwner'
import { dataScopeOf } from '@/src/domain/people/reach'
import { mayEditPrice } from '@/src/domain/people/sight'
import { decideExchangeRate } from '@/src/domain/pricing/decideExchangeRate'
import type { TraceStep } from '@/src/domain/pricing/priceFacts'
import { type CustomerFacts, customerFacts } from '@/src/ledger/facts/customers'
import { listedRate } from '@/src/ledger/facts/exchangeRates'
import { peopleOfDepartment } from '@/src/ledger/facts/people'

import type { VerbContext } from '@/src/engine/document'

type Owner = { salesperson: number | null; department: number | null }
type Context = Pick<VerbContext<unknown>, 'req' | 'actor'>

/** Whose a document is: what was entered, as far as the writer may say it; the rest from the customer and the writer. */
export async function ownerOf({
  ctx: { req, actor },
  entered,
  stored,
  customer,
}: {
  ctx: Context
  entered: Owner
  stored: Owner | null
  customer: Owner
}): Promise<Owner & { findings: Finding[] }> {
  const writer: Writer | null = actor && { id: actor.id, scope: dataScopeOf(actor), department: idOf(actor.department) }
  const named = entered.salesperson
  const asks = writer?.scope === 'department' && writer.department !== null && named !== null && named !== writer.id
  const colleagues = asks ? await peopleOfDepartment(req, writer.department as number, [named]) : new Set<number>()
  return decideOwner({ writer, entered, stored, customer, colleagues })
}

type Fixed = Pick<SalesHeader, 'billTo'> & TitleData

/** Who pays and what a tax invoice says of him: as his record says when the document is made; another customer fixes them anew. */
async function payerOf(req: Context['req'], customer: CustomerFacts): Promise<{ payer: CustomerFacts; fixed: Fixed }> {
  const payer = await customerFacts(req, customer.billTo)
  if (!payer) throw new Error(`Customer ${customer.code} is billed to ${customer.billTo}, who does not exist`)
  const { invoiceTitle, taxNo, bank, bankAccount, invoiceAddress, invoicePhone } = payer
  return { payer, fixed: { billTo: payer.id, invoiceTitle, taxNo, bank, bankAccount, invoiceAddress, invoicePhone } }
}

type Entered = SalesHeader & { deliveryAddress?: unknown; lines: SalesLine[] }

/**
 * What a document fixes when it is made and keeps, whatever becomes of the masters: payer and invoice data, delivery address, exchange
 * rate, whose it is. A frozen customer or payer gets no new one. The step is what the traces say of a rate somebody typed.
 */
export async function fixedHeader<Doc extends Entered>({
  ctx,
  customer,
  date,
  currency,
}: {
  ctx: VerbContext<Doc>
  customer: CustomerFacts
  date: string
  currency: string
}): Promise<{ header: Partial<SalesHeader>; standing: Finding[]; findings: Finding[]; step: TraceStep | null }> {
  const { req, doc, settings } = ctx
  const stored = ctx.stored && ctx.stored.customer === customer.id ? ctx.stored : null
  const { payer, fixed } = await payerOf(req, customer)
  const kept: Fixed | null = stored && {
    billTo: stored.billTo,
    invoiceTitle: stored.invoiceTitle ?? null,
    taxNo: stored.taxNo ?? null,
    bank: stored.bank ?? null,
    bankAccount: stored.bankAccount ?? null,
    invoiceAddress: stored.invoiceAddress ?? null,
    invoicePhone: stored.invoicePhone ?? null,
  }
  const fixedPayer = stored?.billTo && stored.billTo !== payer.id ? await customerFacts(req, stored.billTo) : payer
  const baseCurrency = settings.company.baseCurrency || 'CNY'
  const listed = currency === baseCurrency ? null : await listedRate(req, currency, date)
  const former = ctx.stored
  const rate = decideExchangeRate({
    currency,
    baseCurrency,
    date,
    entered: doc.exchangeRate === null || doc.exchangeRate === undefined ? null : Number(doc.exchangeRate),
    stored: former && {
      currency: former.currency,
      date: String(former.date).slice(0, 10),
      rate: former.exchangeRate,
      typed: Boolean(former.rateTyped),
    },
    listed,
    mayType: mayEditPrice(ctx.actor),
  })
  const owner = await ownerOf({
    ctx,
    entered: { salesperson: idOf(doc.salesperson), department: idOf(doc.department) },
    stored: former && { salesperson: idOf(former.salesperson), department: idOf(former.department) },
    customer,
  })
  const { salesperson, department } = owner
  const address = doc.deliveryAddress || (stored ? null : customer.address)
  return {
    header: {
      ...(kept ?? fixed),
      ...{ salesperson, department, currency, exchangeRate: rate.rate, rateTyped: rate.typed },
      ...({ deliveryAddress: address } as object),
      region: doc.region || (stored ? null : customer.region),
      channel: doc.channel || (stored ? null : customer.channel),
    },
    standing: standingFindings({ customer, payer: fixedPayer ?? payer }),
    findings: [...rate.findings, ...owner.findings],
    step: rate.typed ? typedStep({ ctx, rate: rate.rate, listed: listed?.rate ?? null }) : null,
  }
}

/** Who typed the rate stands with it, also after others have saved the document. */
function typedStep<Doc extends Entered>({ ctx, rate, listed }: { ctx: VerbContext<Doc>; rate: number; listed: string | null }): TraceStep {
  const traces = (ctx.stored?.lines ?? []).flatMap(({ trace }) => (trace ?? []) as TraceStep[])
  const known = traces.find((step) => step.rule === 'exchangeRate' && d(String(step['rate'])).eq(d(rate)))
  const user = known ? (known['user'] ?? null) : (ctx.actor?.name ?? ctx.actor?.email ?? null)
  return { rule: 'exchangeRate', rate, listed: listed === null ? null : Number(listed), user }
}
