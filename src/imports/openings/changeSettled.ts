import type { PayloadRequest } from 'payload'

import { now } from '@/src/engine/clock'
import { rulesOf } from '@/src/engine/define'
import { storedDocument } from '@/src/engine/step'
import { planPostings } from '@/src/engine/posting/planPostings'
import { postPlan } from '@/src/engine/posting/postPlan'
import { settingsOf } from '@/src/engine/settings'
import { lockCreditObjects, lockDocumentRows } from '@/src/ledger/locks'

import { storeSettled } from '../staging/storeSettled'

/** What had been paid of an opening invoice is told otherwise: the books get the difference, as for any changed document. */
export async function changeSettled(req: PayloadRequest, id: number, settledBefore: number): Promise<void> {
  const rules = rulesOf('invoices')
  await lockDocumentRows({ req, documents: [{ slug: 'invoices', id }] })
  const stored = await storedDocument({ req, slug: 'invoices', id })
  await storeSettled(req, id, settledBefore)
  const doc = { ...stored, date: String(stored.date).slice(0, 10), settledBefore }
  const settings = await settingsOf(req)
  const plan = await planPostings({ req, rules, doc, stored, settings })
  await lockCreditObjects({ req, objects: plan.creditObjects })
  await postPlan({ req, rules, doc, stored, plan, settings, at: now(req).instant })
}
