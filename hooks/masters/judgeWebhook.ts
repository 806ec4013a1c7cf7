import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import type { WordedFinding } from '@/src/domain/kernel/decision'
import { unknownEvents } from '@/src/domain/outside/events'
import { weighedChanges } from '@/src/domain/outside/webhookChange'
import { actorOf } from '@/src/engine/actor'
import { writeAudit } from '@/src/engine/audit'
import { refuseIfAny } from '@/src/engine/refusal'
import { isSecondAsked, writesAlone } from '@/src/engine/secondPerson'
import { forbiddenTarget } from '@/src/outside/forbiddenTarget'
import { shownAddress } from '@/src/outside/shownAddress'

const leastSecret = 16

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** That a secret was changed is on record; what it is now is not. */
const recordNewSecret = async (req: PayloadRequest, { id, name, version }: Record<string, unknown>): Promise<void> =>
  writeAudit(req, { slug: 'webhooks', documentId: Number(id), no: String(name), verb: 'secret', version: Number(version ?? 0) + 1 })

/**
 * A subscriber is called at an address the house may call, for events there are, and its secret is sealed; one that is left out stays.
 * While the house asks for a second person, whatever is new or changed waits for somebody who did not change it.
 */
export const judgeWebhook: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const findings: WordedFinding[] = []
  const former: Record<string, unknown> | null = operation === 'create' ? null : originalDoc
  const { newSecret, newAddress, ...given } = data as Record<string, unknown>
  const at = isText(newAddress) ? 'newAddress' : 'address'
  const address = isText(newAddress) ? newAddress.trim() : isText(given['address']) ? given['address'].trim() : former?.['address']
  const why = isText(address) ? await forbiddenTarget(address) : 'https://…'
  if (why) findings.push({ code: 'INVALID_INPUT', path: at, facts: { field: at, accepted: why } })
  for (const event of unknownEvents(data.events ?? []))
    findings.push({ code: 'INVALID_INPUT', path: 'events', facts: { field: 'events', value: event, accepted: 'an event of the list' } })
  const isNew = isText(newSecret)
  if (data.kind === 'webhook' && (isNew ? newSecret.length < leastSecret : !former?.['secret']))
    findings.push({ code: 'INVALID_INPUT', path: 'newSecret', facts: { field: 'newSecret', accepted: `≥ ${String(leastSecret)}` } })
  refuseIfAny(req, findings)
  if (former && isNew) await recordNewSecret(req, former)
  const told = { address, addressShown: shownAddress(String(address)) }
  const doc: Record<string, unknown> = { ...given, ...told, secret: isNew ? req.payload.encrypt(newSecret) : (former?.['secret'] ?? null) }
  if (!writesAlone(req)) return doc
  const isChanged = weighedChanges(former, doc).length > 0
  const isAsked = isChanged && (await isSecondAsked(req))
  const changedBy = new Set<unknown>([...(Array.isArray(former?.['changedBy']) ? former['changedBy'] : [])])
  if (isAsked) changedBy.add(actorOf(req)?.id)
  if (!isChanged) return { ...doc, awaits: former?.['awaits'] ?? false, changedBy: [...changedBy] }
  return { ...doc, awaits: isAsked, changedBy: isAsked ? [...changedBy] : [] }
}
