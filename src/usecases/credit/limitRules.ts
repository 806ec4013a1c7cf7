import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { noContributions } from '@/src/domain/kernel/contributions'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { creditLimitKind } from '@/src/domain/credit/creditLimitKind'
import { defineDocument } from '@/src/engine/define'
import type { VerbContext } from '@/src/engine/document'
import type { Stored } from '@/src/engine/documents/stored'
import { invalid } from '@/src/engine/inputFindings'
import { creditTerms } from '@/src/ledger/facts/credit'
import { customerFacts } from '@/src/ledger/facts/customers'
import type { CreditObject } from '@/src/ledger/postings'

import { approveLimit } from './approveLimit'
import { cancelLimit } from './cancelLimit'
import { rejectLimit } from './rejectLimit'
import { submitLimit } from './submitLimit'

type CreditLimit = Stored<'credit-limits'>

/** The one object a limit is for; a customer's limit is that of whoever pays its bills. */
async function objectOf({ req, doc }: VerbContext<CreditLimit>): Promise<CreditObject | null> {
  const named = [
    { kind: 'customers' as const, id: idOf(doc.customer) },
    { kind: 'departments' as const, id: idOf(doc.department) },
    { kind: 'users' as const, id: idOf(doc.salesperson) },
  ].filter(({ id }) => id !== null)
  const [only] = named
  if (!only || named.length > 1 || only.id === null) return null
  if (only.kind !== 'customers') return { kind: only.kind, id: only.id }
  const customer = await customerFacts(req, only.id)
  return customer ? { kind: 'customers', id: customer.billTo } : null
}

async function prepareLimit(ctx: VerbContext<CreditLimit>): Promise<{ doc: CreditLimit; findings: Finding[] }> {
  const { req, now } = ctx
  const doc: CreditLimit = {
    ...ctx.doc,
    kind: ctx.doc.validTo ? 'temporary' : (ctx.doc.kind ?? 'permanent'),
    validFrom: String(ctx.doc.validFrom || now.date).slice(0, 10),
    validTo: ctx.doc.validTo ? String(ctx.doc.validTo).slice(0, 10) : null,
  }
  const findings: Finding[] = []
  const figure = doc.limit as unknown
  if (typeof figure !== 'number' || !Number.isFinite(figure) || figure < 0 || d(figure).decimalPlaces() > 2)
    findings.push(invalid('limit', 'limit', figure, '≥ 0'))
  if (!isBusinessDate(doc.validFrom)) findings.push(invalid('validFrom', 'validFrom', doc.validFrom, 'YYYY-MM-DD'))
  if (doc.validTo && !isBusinessDate(doc.validTo)) findings.push(invalid('validTo', 'validTo', doc.validTo, 'YYYY-MM-DD'))
  if (doc.kind === 'temporary' && !doc.validTo) findings.push(invalid('validTo', 'validTo', null, 'the last day of a temporary limit'))
  if (doc.validTo && doc.validTo < doc.validFrom)
    findings.push({
      code: 'INVALID_PERIOD',
      severity: 'error',
      path: 'validTo',
      facts: { validFrom: doc.validFrom, validTo: doc.validTo },
    })
  const object = await objectOf({ ...ctx, doc })
  const [terms] = object ? await creditTerms(req, [object], doc.validFrom) : []
  if (!object || !terms) {
    findings.push(invalid('customer', 'customer', doc.customer ?? null, 'one customer, department or salesperson'))
    return { doc, findings }
  }
  const limitBefore = terms.limit === null ? null : Number(terms.limit)
  return { doc: { ...doc, objectKind: object.kind, objectId: object.id, objectName: terms.name, limitBefore }, findings }
}

defineDocument<CreditLimit>({
  ...creditLimitKind,
  prepare: prepareLimit,
  contributions: noContributions,
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => doc,
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { submit: submitLimit, approve: approveLimit, reject: rejectLimit, cancel: cancelLimit },
})
