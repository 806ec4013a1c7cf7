import type { CreditObject } from '@/src/domain/credit/decideCredit'
import type { CreditBucket } from '@/src/domain/kernel/contributions'
import { Decimal, d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import type { CreditTerms } from '@/src/ledger/facts/credit'
import type { CreditStanding } from '@/src/ledger/locks'
import type { CreditTarget } from '@/src/ledger/postings'

import type { PostingPlan } from '../posting/plan'
import type { Settings } from '../settings'

const buckets: readonly CreditBucket[] = ['orders', 'deliveries', 'unauditedInvoices', 'receivable']

export const countedBuckets = ({ credit }: Settings): CreditBucket[] => {
  const counted = {
    orders: credit.bucketOrders,
    deliveries: credit.bucketDeliveries,
    unauditedInvoices: credit.bucketUnauditedInvoices,
    receivable: credit.bucketReceivable,
  }
  return buckets.filter((bucket) => counted[bucket])
}

/** How a step is weighed: against the document's absence when it is checked now, else only a real rise counts. */
type Weighing = { checkedNow: boolean; approving: boolean; verb: string }

/** `rises`: this very step raises the exposure, not only the document as a whole. */
export type WeighedObject = CreditObject & { terms: CreditTerms; rises: boolean; buckets: Record<CreditBucket, number> }

/** Every credit object of a plan with its exposure before and after; those with a limit are locked, their balances as they are now. */
export function weighCredit({
  plan,
  standings,
  settings,
  weighing,
}: {
  plan: PostingPlan
  standings: readonly CreditStanding[]
  settings: Settings
  weighing: Weighing
}): WeighedObject[] {
  const counted = new Set(countedBuckets(settings))
  const { checkedNow, approving } = weighing
  return standings.map((balance): WeighedObject => {
    const amountIn = (entries: readonly CreditTarget[], bucket?: CreditBucket): Decimal =>
      entries
        .filter(
          ({ object, bucket: at }) =>
            object.kind === balance.kind && object.id === balance.id && (bucket ? at === bucket : counted.has(at)),
        )
        .reduce((total, { amount }) => total.plus(d(amount)), d(0))
    const before = [...counted].reduce((total, bucket) => total.plus(d(balance[bucket])), d(0))
    const [posted, projected] = [amountIn(plan.credit), amountIn(plan.projectedCredit)]
    const moves = checkedNow && projected.gt(posted) ? plan.projectedCredit : plan.credit
    const after = before.plus(checkedNow ? Decimal.max(posted, projected) : posted)
    const baseline = checkedNow ? before.plus(amountIn(plan.absentCredit)) : before
    const executed = (checkedNow && weighing.verb !== 'save') || approving
    return {
      ...balance,
      terms: balance,
      exposureBefore: baseline,
      exposureAfter: after,
      documentRaises: after.gt(baseline),
      rises: after.gt(before),
      makesDebt: executed && amountIn(plan.ownCredit).gt(0) && !after.lt(baseline),
      buckets: Object.fromEntries(buckets.map((bucket) => [bucket, toNumber(d(balance[bucket]).plus(amountIn(moves, bucket)))])) as Record<
        CreditBucket,
        number
      >,
    }
  })
}
