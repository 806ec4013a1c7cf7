import { rateCustomer, ratingSteps } from '@/src/domain/credit/rating'
import { ratingRuleOf } from '@/src/domain/credit/ratingSettings'
import { addMonths, businessDate, isBusinessDate } from '@/src/domain/kernel/businessDate'
import { noContributions } from '@/src/domain/kernel/contributions'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { toNumber } from '@/src/domain/kernel/money'
import { creditGradeKind } from '@/src/domain/credit/creditGradeKind'
import { defineDocument } from '@/src/engine/define'
import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { invalid } from '@/src/engine/inputFindings'
import { customerFacts } from '@/src/ledger/facts/customers'
import { ratingFacts } from '@/src/ledger/facts/rating'

import { approveRating } from './approveRating'
import { rejectRating } from './rejectRating'

type CreditGrade = Stored<'credit-grades'>

/** Rates the customer who pays the bills over the twelve months before the day; too little history, or no sale in them, is refused. */
async function prepareRating(ctx: VerbContext<CreditGrade>): Promise<{ doc: CreditGrade; findings: Finding[] }> {
  const { req, settings } = ctx
  const date = String(ctx.doc.date).slice(0, 10)
  const named = idOf(ctx.doc.customer)
  const customer = named === null ? null : await customerFacts(req, named)
  if (!isBusinessDate(date)) return { doc: ctx.doc, findings: [invalid('date', 'date', ctx.doc.date, 'YYYY-MM-DD')] }
  if (!customer) return { doc: ctx.doc, findings: [invalid('customer', 'customer', named, 'id of a customer')] }
  const to = businessDate(date)
  const from = addMonths(to, -12)
  const [facts] = await ratingFacts({ req, customers: [customer.billTo], from, to })
  const fields = settings.credit as Record<string, unknown>
  const months = Number(fields['ratingMonths'] ?? 3)
  if (!facts?.firstInvoice || facts.firstInvoice > addMonths(to, -months)) {
    const since = facts?.firstInvoice ?? null
    return { doc: ctx.doc, findings: [invalid('customer', 'history', since, `≥ ${months} months`)] }
  }
  if (!facts.sold) return { doc: ctx.doc, findings: [invalid('customer', 'netSales', 0, `> 0, ${from} – ${to}`)] }
  const rule = ratingRuleOf(fields)
  const rating = rateCustomer(facts, rule)
  return {
    findings: [],
    doc: {
      ...ctx.doc,
      ...{ date, customer: customer.billTo, periodFrom: from, periodTo: to },
      netSales: toNumber(d(facts.netSales)),
      daysLate: toNumber(d(facts.daysLate)),
      returnRate: toNumber(d(facts.returnRate)),
      creditDays: facts.creditDays,
      points: toNumber(rating.points.toDecimalPlaces(4)),
      grade: rating.grade,
      currentGrade: facts.grade,
      proposedLimit: toNumber(rating.limit),
      currentLimit: facts.limit === null ? null : toNumber(d(facts.limit)),
      arithmetic: ratingSteps(facts, rating, rule),
    },
  }
}

/** 信用评级: what the engine needs to know of a rating. It touches no ledger. */
defineDocument<CreditGrade>({
  ...creditGradeKind,
  prepare: prepareRating,
  contributions: noContributions,
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => doc,
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { approve: approveRating, reject: rejectRating },
})
