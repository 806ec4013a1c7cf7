import type { PayloadRequest } from 'payload'

import { decideCredit } from '@/src/domain/credit/decideCredit'
import type { CreditAlarm } from '@/src/domain/credit/release'
import { lockWatchedCredit } from '@/src/ledger/locks'

import { alarmsOf } from '@/src/engine/guards/creditAlarms'
import { periodFindings } from '@/src/engine/guards/creditPeriod'
import { weighCredit } from '@/src/engine/guards/weighCredit'
import { baseAmount } from '@/src/engine/guards/creditReleases'
import type { AnyDocument } from '@/src/engine/document'
import { planPostings } from '@/src/engine/posting/planPostings'
import { rulesOf } from '@/src/engine/define'
import { settingsOf } from '@/src/engine/settings'

const executed = ['approved', 'closed', 'issued']

/** The alarms a stored document would meet if it were approved now; its row is locked by the caller. */
export async function weighDocument({
  req,
  slug,
  doc,
  date,
}: {
  req: PayloadRequest
  slug: string
  doc: AnyDocument
  date: string
}): Promise<{ alarms: CreditAlarm[]; amount: string }> {
  const rules = rulesOf(slug)
  const settings = await settingsOf(req)
  const approved = executed.includes(doc.status) ? doc : { ...doc, status: 'approved' }
  const plan = await planPostings({ req, rules, doc: approved, stored: doc, settings })
  const standings = await lockWatchedCredit({ req, objects: plan.creditObjects, date })
  const weighing = { checkedNow: true, approving: true, verb: 'approve' }
  const objects = weighCredit({ plan, standings, settings, weighing })
  const amount = baseAmount(doc)
  const findings = [
    ...decideCredit({ objects, action: settings.credit.action, seesLimit: true }),
    ...(await periodFindings({
      req,
      objects,
      settings,
      date,
      moment: 'approve',
      debt: (index) => Boolean(objects[index]?.documentRaises || objects[index]?.makesDebt),
    })),
  ]
  return { alarms: alarmsOf(findings, objects, amount), amount }
}
