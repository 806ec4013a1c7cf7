import { decideCredit } from '@/src/domain/credit/decideCredit'
import { type CreditAlarm, isReleased } from '@/src/domain/credit/release'
import type { Finding } from '@/src/domain/kernel/decision'
import { maySee } from '@/src/domain/people/sight'
import { lockWatchedCredit } from '@/src/ledger/locks'

import type { Operation } from '../operation'
import { alarmsOf, releaseRequired } from './creditAlarms'
import { periodFindings } from './creditPeriod'
import { baseAmount, releasesFor } from './creditReleases'
import type { CheckInput } from './guardInput'
import { weighCredit } from './weighCredit'

const isSave = ({ verb }: Operation): boolean => verb === 'create' || verb === 'save'

const isApproval = ({ verb }: Operation): boolean => verb === 'approve' || verb === 'issue'

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
