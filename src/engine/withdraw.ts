import type { PayloadRequest } from 'payload'

import { successorsOf } from '@/src/ledger/facts/successors'

import { actorOf } from './actor'
import { recordChange } from './audit'
import { rulesOf } from './define'
import type { AnyDocument } from './document'
import { checkAvailability } from './guards/checkAvailability'
import { checkCredit } from './guards/checkCredit'
import { offeredVerbs } from './offered'
import { openOperation } from './open'
import { planOf } from './posting/planOf'
import { postPlan } from './posting/postPlan'
import { refuse } from './refusal'
import { settingsOf } from './settings'

/** A draft that nothing follows may be deleted; its contributions leave the books first, and the audit log keeps that it was. */
export async function withdrawDeleted({ req, slug, id }: { req: PayloadRequest; slug: string; id: number }): Promise<void> {
  const rules = rulesOf(slug)
  const operation = await openOperation({ req, rules, id, named: { verb: 'delete', body: {} }, submitted: {} })
  const { stored } = operation
  if (!stored) return // Payload answers 404
  if (stored.status !== rules.initial)
    refuse(req, {
      code: 'ILLEGAL_STEP',
      about: rules.slug,
      facts: { status: stored.status, verb: 'delete', allowed: offeredVerbs(rules, stored.status) },
    })
  const successors = await successorsOf({ req, slug, id })
  if (successors.length > 0) refuse(req, { code: 'DOWNSTREAM_EXISTS', facts: { documents: successors } })
  const doc: AnyDocument = { ...rules.absent(stored), version: stored.version + 1 }
  const settings = await settingsOf(req)
  const plan = await planOf({ req, rules, operation, doc })
  const input = { req, rules, operation, doc, plan, actor: actorOf(req), settings, now: operation.now }
  await checkCredit(input)
  await checkAvailability(input)
  await postPlan({ req, rules, doc, stored, plan, settings })
  await recordChange({ req, operation, doc: { ...stored, version: stored.version + 1 } })
}
