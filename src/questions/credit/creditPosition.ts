import type { PayloadRequest } from 'payload'

import { mayReadCredit } from '@/src/access/mayReadCredit'
import { personOf } from '@/src/access/roles'
import { inTransaction } from '@/src/db/transaction'
import { creditStatus, type CreditStatus } from '@/src/domain/credit/creditStatus'
import { decideCredit } from '@/src/domain/credit/decideCredit'
import { dueDateFor } from '@/src/domain/credit/decideCreditPeriod'
import { businessDate } from '@/src/domain/kernel/businessDate'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { maySee } from '@/src/domain/people/sight'
import { creditTerms, oldestOpenInvoice } from '@/src/ledger/facts/credit'
import { creditBuckets, creditOfDocument } from '@/src/ledger/facts/creditPosition'
import type { CreditObject } from '@/src/ledger/postings'

import { countedBuckets } from '@/src/engine/guards/weighCredit'
import { periodFindings } from '@/src/engine/guards/creditPeriod'
import { now } from '@/src/engine/clock'
import { allRules } from '@/src/engine/define'
import { isVisible } from '@/src/engine/step'
import { spoken } from '@/src/engine/refusal'
import { settingsOf } from '@/src/engine/settings'

type OpenInvoice = { documentNo: string; dueDate: string; openAmount: number }

export type CreditPosition = {
  limit?: number | null
  /** Last day of the temporary limit in force. */
  limitUntil?: string | null
  buckets: { orders: number; deliveries: number; unauditedInvoices: number; receivable: number }
  exposure: number
  free?: number | null
  hold: string
  /** ok, watch or hold by the watch ratio; only for those who may see the limit it is measured by. */
  status?: CreditStatus
  /** The open invoice that is due first, and the same once its day has passed. */
  oldestOpen: OpenInvoice | null
  oldestOverdue: OpenInvoice | null
  findings: Finding[]
}

/** What a credit check would see of this object now (tax-inclusive, base currency); limit and free only for those entitled. */
async function creditPosition({
  req,
  object,
  seesLimit,
  date,
}: {
  req: PayloadRequest
  object: CreditObject
  seesLimit: boolean
  /** business date of the check */
  date: string
}): Promise<CreditPosition | null> {
  const [terms] = await creditTerms(req, [object], date)
  if (!terms) return null
  const settings = await settingsOf(req)
  const { credit } = settings
  const buckets = await creditBuckets(req, object)
  const exposure = countedBuckets(settings).reduce((sum, bucket) => sum.plus(d(buckets[bucket])), d(0))
  const oldest = await oldestOpenInvoice({ req, object, threshold: String(credit.overdueThreshold ?? 0), byDate: terms.days !== null })
  const told = oldest && { documentNo: oldest.documentNo, dueDate: oldest.dueDate, openAmount: toNumber(d(oldest.openAmount)) }
  const late = oldest && dueDateFor({ date: businessDate(oldest.date), dueDate: businessDate(oldest.dueDate) }, terms.days) < date
  const controlled = terms.control && terms.limit !== null
  const findings = [
    ...decideCredit({
      objects: [{ ...terms, exposureBefore: 0, exposureAfter: exposure, documentRaises: true }],
      action: credit.action,
      seesLimit,
      moment: 'approve',
    }),
    ...(await periodFindings({ req, objects: [{ terms }], settings, date, moment: 'approve', debt: () => true })),
  ]
  return {
    ...(seesLimit
      ? {
          limit: terms.limit === null ? null : toNumber(d(terms.limit)),
          limitUntil: terms.limitUntil,
          free: controlled ? toNumber(d(terms.limit).minus(exposure)) : null,
          status: creditStatus({ exposure, limit: terms.limit, control: controlled, watchRatio: credit.watchRatio ?? 90 }),
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
    oldestOpen: told,
    oldestOverdue: late ? told : null,
    findings: spoken(findings, req),
  }
}

/** The position of a credit object as this person may read it; null when he may not read the object. */
export async function visiblePosition({ req, object }: { req: PayloadRequest; object: CreditObject }): Promise<CreditPosition | null> {
  if (!(await mayReadCredit(req, object))) return null
  return inTransaction(req, () =>
    creditPosition({ req, object, seesLimit: maySee(personOf(req.user), 'creditLimit'), date: now(req).date }),
  )
}

type OwnUse = { req: PayloadRequest; object: CreditObject; source: { slug: string; id: number } }

/** What a document uses of it already, for whoever may see that document and its prices; nothing for anybody else. */
export async function ownUse({ req, object, source }: OwnUse): Promise<number> {
  const isDocument = allRules().some(({ slug }) => slug === source.slug)
  if (!isDocument || !maySee(personOf(req.user), 'price') || !(await isVisible({ req, ...source }))) return 0
  const buckets = countedBuckets(await settingsOf(req))
  return toNumber(d(await inTransaction(req, () => creditOfDocument(req, { object, source, buckets }))))
}
