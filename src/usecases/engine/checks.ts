import type { PayloadRequest } from 'payload'

import { decideCredit } from '@/src/domain/credit/decideCredit'
import { d, Decimal } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { creditTerms } from '@/src/ledger/facts/credit'
import { lockCreditObjects } from '@/src/ledger/locks'
import type { CreditTarget } from '@/src/ledger/postings'

import type { Actor, AnyDocument, DocumentRules } from './document'
import type { Operation } from './operation'
import type { PostingPlan } from './planPostings'
import type { Settings } from './settings'

export type CheckInput = {
  req: PayloadRequest
  rules: DocumentRules
  operation: Operation
  doc: AnyDocument
  plan: PostingPlan
  actor: Actor | null
  settings: Settings
}

const isSave = (operation: Operation): boolean => ['create', 'save', 'reprice'].includes(operation.verb)
const isApproval = (operation: Operation): boolean => ['approve', 'issue'].includes(operation.verb)
const atMoment = (operation: Operation, moment: 'save' | 'approve'): boolean =>
  moment === 'save' ? isSave(operation) : isApproval(operation)
const sees = (actor: Actor | null, right: 'seeMinimumPrice' | 'seeCreditLimit'): boolean =>
  Boolean(actor && (actor[right] || actor.roles.some((role) => role === 'generalManager' || role === 'auditor')))

const inBuckets = (settings: Settings) => {
  const { bucketOrders, bucketDeliveries, bucketUnauditedInvoices, bucketReceivable } = settings.credit
  const counted = {
    orders: bucketOrders,
    deliveries: bucketDeliveries,
    unauditedInvoices: bucketUnauditedInvoices,
    receivable: bucketReceivable,
  }
  return (bucket: CreditTarget['bucket']): boolean => counted[bucket]
}

/** Credit (信用): exposure after the document against the limit of every credit object, under lock. */
export async function checkCredit({ req, rules, operation, doc, plan, actor, settings }: CheckInput): Promise<Finding[]> {
  const balances = await lockCreditObjects({ req, objects: plan.creditObjects })
  const point = rules.guards.credit
  if (!point || !settings.credit[point]) return []
  const counts = inBuckets(settings)
  const isObject = (object: { kind: string; id: number }) => (entry: CreditTarget) =>
    entry.object.kind === object.kind && entry.object.id === object.id && counts(entry.bucket)
  const sum = (entries: readonly CreditTarget[]): Decimal => entries.reduce((total, entry) => total.plus(d(entry.amount)), d(0))
  // an alarmed document is weighed again when it is approved: it may fit by now, or still need its release
  const checkedNow = atMoment(operation, settings.credit.moment) || (isApproval(operation) && doc['creditStatus'] === 'alarmed')
  const objects = []
  for (const balance of balances) {
    const terms = await creditTerms(req, balance)
    if (!terms) continue
    const mine = isObject(balance)
    const before = (['orders', 'deliveries', 'unauditedInvoices', 'receivable'] as const)
      .filter(counts)
      .reduce((total, bucket) => total.plus(d(balance[bucket])), d(0))
    const posted = sum(plan.credit.filter(mine))
    const projected = sum(plan.projectedCredit.filter(mine))
    const absent = sum(plan.absentCredit.filter(mine))
    // at the moment of the check the document is weighed against its own absence; at any other step only a real rise counts
    const after = checkedNow ? before.plus(Decimal.max(posted, projected)) : before.plus(posted)
    const baseline = checkedNow && !isSave(operation) ? before.plus(absent) : before
    objects.push({ ...balance, ...terms, exposureBefore: baseline, exposureAfter: after, documentRaises: after.gt(baseline) })
  }
  const findings = decideCredit({
    objects,
    action: settings.credit.action,
    seesLimit: sees(actor, 'seeCreditLimit') || Boolean(actor?.roles.includes('finance')),
    moment: isSave(operation) ? 'save' : 'approve',
    neverBlocks: rules.neverBlockedByCredit?.(doc) ?? false,
  })
  const alarm = findings.find(({ code, severity }) => severity === 'error' && code === 'CREDIT_LIMIT_EXCEEDED')
  const unreleased: Finding[] =
    alarm && settings.credit.action === 'release'
      ? [{ code: 'RELEASE_REQUIRED', severity: 'error', facts: { object: alarm.facts['object'], excess: alarm.facts['excess'] } }]
      : []
  return [...findings, ...unreleased]
}
