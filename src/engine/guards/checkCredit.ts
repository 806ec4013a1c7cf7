import type { PayloadRequest } from 'payload'

import { creditOutcome, decideCredit, type CreditObject } from '@/src/domain/credit/decideCredit'
import { decideCreditPeriod } from '@/src/domain/credit/decideCreditPeriod'
import { type CreditAlarm, isReleased } from '@/src/domain/credit/release'
import { businessDate } from '@/src/domain/kernel/businessDate'
import type { CreditBucket } from '@/src/domain/kernel/contributions'
import { d, Decimal } from '@/src/domain/kernel/decimal'
import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { maySee } from '@/src/domain/people/sight'
import { type CreditTerms, oldestOpenInvoice } from '@/src/ledger/facts/credit'
import { approversFor } from '@/src/ledger/facts/creditReleases'
import { type CreditStanding, lockWatchedCredit } from '@/src/ledger/locks'
import type { CreditTarget } from '@/src/ledger/postings'

import type { CheckInput } from './guardInput'
import { baseAmount, releasesFor } from './creditReleases'
import type { Operation } from '../operation'
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

const isSave = ({ verb }: Operation): boolean => verb === 'create' || verb === 'save'
const isApproval = ({ verb }: Operation): boolean => verb === 'approve' || verb === 'issue'

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

/** Period control of every object that has it, on the oldest open invoice of each. */
export async function periodFindings({
  req,
  objects,
  settings,
  date,
  moment,
  neverBlocks,
  debt,
}: {
  req: PayloadRequest
  objects: ReadonlyArray<{ terms: CreditTerms }>
  settings: Settings
  date: string
  moment: 'save' | 'approve'
  neverBlocks?: boolean
  debt: (index: number) => boolean
}): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [index, { terms }] of objects.entries()) {
    if (!terms.controlPeriod || terms.hold === 'noCheck' || !debt(index)) continue
    const threshold = String(settings.credit.overdueThreshold ?? 10)
    const oldest = await oldestOpenInvoice({ req, object: terms, threshold, byDate: terms.days !== null })
    if (!oldest) continue
    findings.push(
      ...decideCreditPeriod({
        object: terms,
        openItems: [
          {
            document: oldest.documentNo,
            openAmount: oldest.openAmount,
            date: businessDate(oldest.date),
            dueDate: businessDate(oldest.dueDate),
          },
        ],
        date: businessDate(date),
        threshold,
        margin: settings.credit.overdueMargin ?? 0,
        documentRaises: true,
        action: settings.credit.action,
        moment,
        neverBlocks: neverBlocks ?? false,
      }),
    )
  }
  return findings
}

/** The alarms behind the findings, as a release needs them: limit, exposure and buckets of each object. */
export function alarmsOf(findings: readonly Finding[], objects: readonly WeighedObject[], amount: string): CreditAlarm[] {
  return findings.flatMap((finding): CreditAlarm[] => {
    const named = finding.facts['object'] as CreditAlarm['object'] | undefined
    const object = objects.find(({ kind, id }) => kind === named?.kind && id === named.id)
    if (!object || !named) return []
    const figures = { object: named, exposureAfter: toNumber(d(object.exposureAfter)), buckets: object.buckets }
    const limit = object.limit === null ? null : toNumber(d(object.limit))
    if (finding.code === 'CREDIT_LIMIT_EXCEEDED')
      return [{ kind: 'limit', ...figures, limit, excess: toNumber(creditOutcome(object).excess) }]
    if (finding.code !== 'CREDIT_PERIOD_EXCEEDED') return []
    const { document, daysOpen } = finding.facts as { document: string; daysOpen: number }
    return [{ kind: 'period', ...figures, limit, excess: toNumber(d(amount)), document, daysOpen }]
  })
}

/** Credit (信用): exposure after the document against the limit of every credit object, and its period, under lock. */
export async function checkCredit(input: CheckInput): Promise<Finding[]> {
  const { req, rules, operation, doc, plan, actor, settings, now } = input
  const point = rules.guards.credit
  if (!point || !settings.credit[point]) return []
  const saving = isSave(operation)
  const resumes = operation.verb === 'resume' && doc.status === 'approved'
  const atMoment = settings.credit.moment === 'save' ? saving : isApproval(operation)
  // an alarmed document is weighed again when it is approved: it may fit by now, or still need its release
  const alarmedBefore = isApproval(operation) && (doc['creditStatus'] === 'alarmed' || doc['creditStatus'] === 'released')
  const checkedNow = atMoment || alarmedBefore || resumes
  const weighing = { checkedNow, approving: isApproval(operation), verb: operation.verb }
  const standings = await lockWatchedCredit({ req, objects: plan.creditObjects, date: now.date })
  const objects = weighCredit({ plan, standings, settings, weighing })
  const moment = saving ? ('save' as const) : ('approve' as const)
  const neverBlocks = rules.neverBlockedByCredit?.(doc) ?? false
  const found = [
    ...decideCredit({ objects, action: settings.credit.action, seesLimit: maySee(actor, 'creditLimit'), moment, neverBlocks }),
    ...(await periodFindings({
      req,
      objects,
      settings,
      date: now.date,
      moment,
      neverBlocks,
      debt: (index) => {
        const object = objects[index]
        return Boolean(object && (object.documentRaises || (checkedNow && object.makesDebt)))
      },
    })),
  ]
  // an edit that raises nothing is never blocked, but the document stays marked: its approval asks again
  const findings = found.map((finding): Finding => {
    const named = finding.facts['object'] as CreditAlarm['object'] | undefined
    const raised = objects.some(({ kind, id, rises }) => rises && kind === named?.kind && id === named.id)
    return operation.verb === 'save' && !raised ? { ...finding, severity: 'warning' } : finding
  })
  const amount = baseAmount(doc)
  const alarms = alarmsOf(findings, objects, amount)
  if (!checkedNow && alarms.length === 0) return findings
  if (settings.credit.action !== 'release' || alarms.length === 0) {
    operation.credit = { alarms, amount, released: false }
    return findings
  }
  const releases = await releasesFor({ req, rules, doc, plan, amount })
  const open = alarms.filter((alarm) => !isReleased({ alarm, releases, now: now.instant }))
  operation.credit = { alarms, amount, released: open.length === 0 }
  const isOpen = ({ code, facts }: Finding): boolean =>
    open.some(
      ({ kind, object }) =>
        code === (kind === 'limit' ? 'CREDIT_LIMIT_EXCEEDED' : 'CREDIT_PERIOD_EXCEEDED') &&
        (facts['object'] as CreditAlarm['object']).kind === object.kind &&
        (facts['object'] as CreditAlarm['object']).id === object.id,
    )
  const judged = findings.map((finding): Finding =>
    finding.code === 'CREDIT_STOP' || isOpen(finding)
      ? finding
      : { ...finding, severity: 'warning', facts: { ...finding.facts, released: true } },
  )
  const blocking = judged.some(({ code, severity }) => severity === 'error' && code !== 'CREDIT_STOP')
  return blocking ? [...judged, await releaseRequired({ req, open, preparedBy: doc.preparedBy })] : judged
}

/** Says who may release it; when nobody may, which right is missing and who can give it (CR-03). */
async function releaseRequired({
  req,
  open,
  preparedBy,
}: {
  req: PayloadRequest
  open: readonly CreditAlarm[]
  preparedBy: number | null
}): Promise<Finding> {
  const [worst] = [...open].sort((a, b) => b.excess - a.excess)
  const { approvers, administrators } = await approversFor({ req, excess: worst?.excess ?? 0, except: preparedBy })
  const missing = approvers.length === 0
  return {
    code: 'RELEASE_REQUIRED',
    severity: 'error',
    facts: {
      object: worst?.object,
      excess: worst?.excess,
      approvers: approvers.map(({ name }) => name),
      ...(missing ? { right: 'releaseQuota', administrators: administrators.map(({ name }) => name) } : {}),
    },
    remedy: { action: missing ? 'grantRight' : 'requestRelease' },
  }
}
