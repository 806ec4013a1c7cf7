import type { PayloadRequest } from 'payload'

import { decideCredit } from '@/src/domain/credit/decideCredit'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { creditTerms, oldestOpenInvoice } from '@/src/ledger/facts/credit'
import { creditBuckets } from '@/src/ledger/facts/creditPosition'
import type { CreditObject } from '@/src/ledger/postings'

import { spoken } from '../engine/refusal'
import { settingsOf } from '../engine/settings'

export type CreditPosition = {
  limit?: number | null
  buckets: { orders: number; deliveries: number; unauditedInvoices: number; receivable: number }
  exposure: number
  free?: number | null
  hold: string
  oldestOverdue: { documentNo: string; dueDate: string; openAmount: number } | null
  findings: Finding[]
}

/** What a credit check would see of this object now (tax-inclusive, base currency); limit and free only for those entitled. */
export async function creditPosition({
  req,
  object,
  seesLimit,
}: {
  req: PayloadRequest
  object: CreditObject
  seesLimit: boolean
}): Promise<CreditPosition | null> {
  const terms = await creditTerms(req, object)
  if (!terms) return null
  const { credit } = await settingsOf(req)
  const buckets = await creditBuckets(req, object)
  const counted = [
    credit.bucketOrders && buckets.orders,
    credit.bucketDeliveries && buckets.deliveries,
    credit.bucketUnauditedInvoices && buckets.unauditedInvoices,
    credit.bucketReceivable && buckets.receivable,
  ]
  const exposure = counted.reduce((sum, amount) => sum.plus(d(amount || 0)), d(0))
  const oldest =
    object.kind === 'customers'
      ? await oldestOpenInvoice({ req, customer: object.id, threshold: String(credit.overdueThreshold ?? 0) })
      : null
  const controlled = terms.control && terms.limit !== null
  const findings = decideCredit({
    objects: [{ ...object, ...terms, exposureBefore: 0, exposureAfter: exposure, documentRaises: true }],
    action: credit.action,
    seesLimit,
    moment: 'approve',
  })
  return {
    ...(seesLimit
      ? {
          limit: terms.limit === null ? null : toNumber(d(terms.limit)),
          free: controlled ? toNumber(d(terms.limit).minus(exposure)) : null,
        }
      : {}),
    buckets: {
      orders: toNumber(d(buckets.orders)),
      deliveries: toNumber(d(buckets.deliveries)),
      unauditedInvoices: toNumber(d(buckets.unauditedInvoices)),
      receivable: toNumber(d(buckets.receivable)),
    },
    exposure: toNumber(exposure),
    hold: terms.hold,
    oldestOverdue: oldest ? { ...oldest, openAmount: toNumber(d(oldest.openAmount)) } : null,
    findings: spoken(findings, req),
  }
}
