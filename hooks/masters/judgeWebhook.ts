import type { CollectionBeforeChangeHook } from 'payload'

import type { WordedFinding } from '@/src/domain/kernel/decision'
import { unknownEvents } from '@/src/domain/outside/events'
import { weighedChanges } from '@/src/domain/outside/webhookChange'
import { actorOf } from '@/src/engine/actor'
import { refuseIfAny } from '@/src/engine/refusal'
import { isSecondAsked, writesAlone } from '@/src/engine/secondPerson'
import { forbiddenTarget } from '@/src/outside/forbiddenTarget'

const leastSecret = 16

/**
 * A subscriber is called at an address the house may call, for events there are, and its secret is sealed; one that is left out stays.
 * While the house asks for a second person, whatever is new or changed waits for somebody who did not change it.
 */
export const judgeWebhook: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const findings: WordedFinding[] = []
  const former: Record<string, unknown> | null = operation === 'create' ? null : originalDoc
  const why = typeof data.address === 'string' ? await forbiddenTarget(data.address) : null
  if (why) findings.push({ code: 'INVALID_INPUT', path: 'address', facts: { field: 'address', accepted: why } })
  for (const event of unknownEvents(data.events ?? []))
    findings.push({ code: 'INVALID_INPUT', path: 'events', facts: { field: 'events', value: event, accepted: 'an event of the list' } })
  const { newSecret, ...given } = data as Record<string, unknown>
  const isNew = typeof newSecret === 'string' && newSecret !== ''
  if (data.kind === 'webhook' && (isNew ? newSecret.length < leastSecret : !former?.['secret']))
    findings.push({ code: 'INVALID_INPUT', path: 'newSecret', facts: { field: 'newSecret', accepted: `≥ ${String(leastSecret)}` } })
  refuseIfAny(req, findings)
  const doc: Record<string, unknown> = { ...given, secret: isNew ? req.payload.encrypt(newSecret) : (former?.['secret'] ?? null) }
  if (!writesAlone(req)) return doc
  const isChanged = weighedChanges(former, doc).length > 0
  const isAsked = isChanged && (await isSecondAsked(req))
  const changedBy = new Set<unknown>([...(Array.isArray(former?.['changedBy']) ? former['changedBy'] : [])])
  if (isAsked) changedBy.add(actorOf(req)?.id)
  if (!isChanged) return { ...doc, awaits: former?.['awaits'] ?? false, changedBy: [...changedBy] }
  return { ...doc, awaits: isAsked, changedBy: isAsked ? [...changedBy] : [] }
}
