import type { PayloadRequest } from 'payload'

import { decideCredit } from '@/src/domain/credit/decideCredit'
import { d } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { maySee } from '@/src/domain/people/sight'
import { creditTerms } from '@/src/ledger/facts/credit'
import { lockCreditObjects } from '@/src/ledger/locks'
import type { CreditTarget } from '@/src/ledger/postings'

import { actorOf } from '@/src/engine/actor'
import { now } from '@/src/engine/clock'
import { countedBuckets } from '@/src/engine/guards/weighCredit'
import { periodFindings } from '@/src/engine/guards/creditPeriod'
import { settingsOf } from '@/src/engine/settings'

/** The credit of who takes over: his exposure with what comes to him, his stop, his period. He is locked. */
export async function weighPayer({
  req,
  payer,
  moved,
  makesDebt,
  path = 'billTo',
}: {
  req: PayloadRequest
  payer: number
  moved: readonly CreditTarget[]
  makesDebt: boolean
  /** the field the findings speak of */
  path?: string
}): Promise<Finding[]> {
  const settings = await settingsOf(req)
  const object = { kind: 'customers' as const, id: payer }
  const from = moved.map((entry) => entry.object)
  const balances = await lockCreditObjects({ req, objects: [object, ...from] })
  const own = balances.find(({ id }) => id === payer)
  const { date } = now(req)
  const [terms] = await creditTerms(req, [object], date)
  if (!own || !terms) return []
  const counted = countedBuckets(settings)
  const before = counted.reduce((sum, bucket) => sum.plus(d(own[bucket])), d(0))
  const coming = moved.filter(({ bucket }) => counted.includes(bucket)).reduce((sum, { amount }) => sum.plus(d(amount)), d(0))
  const weighed = { ...terms, exposureBefore: before, exposureAfter: before.plus(coming), documentRaises: coming.gt(0), makesDebt }
  const { action } = settings.credit
  return [
    ...decideCredit({ objects: [weighed], action, seesLimit: maySee(actorOf(req), 'creditLimit'), moment: 'approve' }),
    ...(await periodFindings({ req, objects: [{ terms }], settings, date, moment: 'approve', debt: () => coming.gt(0) })),
  ].map((finding) => ({ ...finding, path, ...(finding.severity === 'error' ? { remedy: { action: 'reduceExposure' } } : {}) }))
}
