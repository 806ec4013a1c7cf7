import type { PayloadRequest } from 'payload'

import type { Finding } from '@/src/domain/kernel/decision'
import { targetsOf } from '@/src/domain/kernel/steps'
import { inTransaction } from '@/src/db/transaction'

import { actorOf, holds } from './actor'
import { collectionNamed } from './documents/collectionNamed'
import { findDocument } from './documents/findDocument'
import { readDocument } from './documents/readDocument'
import { updateDocument } from './documents/updateDocument'
import { rulesOf } from './define'
import type { AnyDocument, CreatedDocument, DocumentRules } from './document'
import { offeredVerbs } from './offered'
import { openOperation } from './open'
import { handOver, type Operation } from './operation'
import { readInput } from './readInput'
import { knownTo, refuse, spoken } from './refusal'
import { runVerb } from './runVerb'
import { settingsOf } from './settings'

export type StepAnswer = { doc: AnyDocument; warnings: Finding[]; created?: CreatedDocument }

type Step = { req: PayloadRequest; slug: string; id: number; verb: string; body?: Record<string, unknown> }

/** The document if this person may see it, else null: what is not yours does not exist. */
export async function visibleDocument({ req, slug, id }: { req: PayloadRequest; slug: string; id: number }): Promise<AnyDocument | null> {
  return findDocument({ req, slug: rulesOf(slug).slug, id, overrideAccess: false })
}

/** Whether this person may see it, without reading it. */
export async function isVisible({ req, slug, id }: { req: PayloadRequest; slug: string; id: number }): Promise<boolean> {
  const found: unknown = await req.payload.findByID({
    collection: collectionNamed(req, slug),
    id,
    select: {},
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  return found !== null
}

/** The document as it is stored; whoever asks holds its lock. */
export async function storedDocument({ req, slug, id }: { req: PayloadRequest; slug: string; id: number }): Promise<AnyDocument> {
  return readDocument({ req, slug: rulesOf(slug).slug, id, overrideAccess: true })
}

/**
 * A person presses a button: inside an open transaction the document is locked once, the step and the words are judged, and the same
 * operation travels through the hooks of the write and comes back with what was decided.
 */
export async function pressVerb({ req, slug, id, verb, body = {} }: Step): Promise<StepAnswer> {
  const rules = rulesOf(slug)
  const operation = await openOperation({ req, rules, id, named: { verb, body }, submitted: {} })
  const { locked } = operation
  if (!locked) throw new Error(`${slug}/${id} vanished under its lock`)
  // the step is judged before the words: who may not do it is not told what to write
  refuseStep({ req, rules, status: locked.status, verb })
  const schema = rules.verbs[verb]?.body
  operation.body = schema ? readInput({ req, schema, input: body, about: slug }) : body
  const outcome = rules.verbs[verb]?.createsOnly ? await giveBirth({ req, rules, operation, id }) : await take(req, operation)
  // what is answered is what this person may read, not what the engine sees
  const doc = (await visibleDocument({ req, slug, id })) ?? { id, no: '', status: '', version: 0, date: '', preparedBy: null }
  return {
    doc,
    warnings: spoken(
      knownTo(req, operation.findings).filter(({ severity }) => severity === 'warning'),
      req,
    ),
    ...(outcome?.created ? { created: outcome.created } : {}),
  }
}

/** A step the house takes itself, in the transaction of what it follows from if there is one: nobody's role is asked, the books and the history are the same. */
export async function takeStep({ req, slug, id, verb, body = {} }: Step): Promise<void> {
  await inTransaction(req, async () =>
    take(req, await openOperation({ req, rules: rulesOf(slug), id, named: { verb, body }, submitted: {} })),
  )
}

/** The write itself; its hooks take the operation over. */
async function take(req: PayloadRequest, operation: Operation): Promise<Operation['outcome']> {
  const { slug, id } = operation
  if (id === null) throw new Error(`${slug} takes no step before it exists`)
  operation.unanswered = true
  handOver(req, operation)
  await updateDocument({ req, slug: rulesOf(slug).slug, id, data: {}, overrideAccess: true })
  return operation.outcome
}

/** A verb that only makes another document: this one is locked, and stays as it is. */
async function giveBirth({
  req,
  rules,
  operation,
  id,
}: {
  req: PayloadRequest
  rules: DocumentRules
  operation: Operation
  id: number
}): Promise<Operation['outcome']> {
  const { body, now } = operation
  const stored = await storedDocument({ req, slug: rules.slug, id })
  const settings = await settingsOf(req)
  const verb = rules.verbs[operation.verb]
  const outcome = verb && (await runVerb(verb, { req, doc: stored, stored, body, actor: actorOf(req), settings, now }))
  operation.findings.push(...(outcome?.findings ?? []))
  return outcome
}

/** Refuses a verb before anything is done: unknown to this status, or not this person's. */
function refuseStep({ req, rules, status, verb }: { req: PayloadRequest; rules: DocumentRules; status: string; verb: string }): void {
  const definition = rules.verbs[verb]
  if (!definition) throw new Error(`${rules.slug} has no verb ${verb}`)
  if (!holds(actorOf(req), definition.roles))
    refuse(req, { about: rules.slug, ...(definition.refusedAs ?? { code: 'FORBIDDEN', facts: { verb, roles: definition.roles } }) })
  if (targetsOf(rules.steps, status, verb).length === 0)
    refuse(req, { code: 'ILLEGAL_STEP', about: rules.slug, facts: { status, verb, allowed: offeredVerbs(rules, status) } })
}
