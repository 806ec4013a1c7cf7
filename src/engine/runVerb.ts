import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { errorsIn, type Finding } from '@/src/domain/kernel/decision'
import { allowedVerbs, targetsOf } from '@/src/domain/kernel/steps'
import { isLockable, lockDocumentRow, nextInSeries } from '@/src/ledger/locks'
import { whoChanged } from '@/src/ledger/facts/history'

import { checkAvailability } from './guards/checkAvailability'
import { checkCredit } from './guards/checkCredit'
import { checkMinimumPrice } from './guards/checkMinimumPrice'
import type { CheckInput } from './guards/guardInput'
import { now } from './clock'
import type { Actor, AnyDocument, DocumentRules, Role } from './document'
import { actsForHouse, type Operation } from './operation'
import { planPostings } from './posting/planPostings'
import { postPlan } from './posting/postPlan'
import { refusal, refuse, spoken } from './refusal'
import { settingsOf } from './settings'

/*
 * The only engine. Every write of a business document — admin Save, REST, GraphQL, a verb's button, bulk, import, job — runs
 * these functions from the collection's hooks, in this order: openOperation (lock, reload, version), runVerb (step, role,
 * content), the guards, closeDecision (all refusals at once, number), then after the row is written: post, history, seal.
 */

export { now }

export const actorOf = (req: PayloadRequest): Actor | null => (req.user ? (req.user as unknown as Actor) : null)

/** Roles act for themselves; nobody (jobs, imports) acts for the house. */
const holds = (actor: Actor | null, roles: readonly Role[]): boolean => actor === null || roles.some((role) => actor.roles.includes(role))

export type NamedVerb = { verb: string; body: Record<string, unknown> }

/** Locks the document, rereads it and checks the version the caller has seen. */
export async function openOperation({
  req,
  rules,
  id,
  named,
  submitted,
}: {
  req: PayloadRequest
  rules: DocumentRules
  id: number | null
  named: NamedVerb | undefined
  submitted: Record<string, unknown>
}): Promise<Operation> {
  const verb = named?.verb ?? (id === null ? 'create' : 'save')
  const operation: Operation = { slug: rules.slug, id, verb, body: named?.body ?? {}, stored: null, findings: [] }
  if (id === null) {
    const wanted = submitted['status']
    if (wanted !== undefined && wanted !== null && wanted !== rules.initial) {
      refuse(req, {
        code: 'ILLEGAL_STEP',
        path: 'status',
        facts: { status: rules.initial, verb: 'save', allowed: offeredVerbs(rules, rules.initial) },
      })
    }
    return operation
  }
  if (!isLockable(rules.slug)) throw new Error(`${rules.slug} cannot be locked`)
  await rules.lockFirst?.(req, id)
  const locked = await lockDocumentRow({ req, slug: rules.slug, id })
  if (!locked) return operation // Payload answers 404
  const seen = submitted['version'] ?? operation.body['version']
  if (seen !== undefined && seen !== null && Number(seen) !== locked.version) {
    const changes = await whoChanged({ req, slug: rules.slug, id, sinceVersion: Number(seen) })
    refuse(req, {
      code: 'STALE_VERSION',
      facts: {
        given: Number(seen),
        current: locked.version,
        changedBy: [...new Set(changes.flatMap(({ user }) => user ?? []))],
        changed: [...new Set(changes.flatMap(({ fields }) => fields))],
        changes,
      },
    })
  }
  const status = submitted['status']
  if (!named && status !== undefined && status !== null && status !== locked.status) {
    refuse(req, {
      code: 'ILLEGAL_STEP',
      path: 'status',
      facts: { status: locked.status, verb: 'save', allowed: offeredVerbs(rules, locked.status) },
    })
  }
  operation.stored = (await req.payload.findByID({
    collection: rules.slug as never,
    id,
    depth: 0,
    overrideAccess: true,
    req,
  })) as unknown as AnyDocument
  return operation
}

/** Verbs of the step table that people may run, in the order of the buttons; the house's own belong to no role. */
export const offeredVerbs = (rules: DocumentRules, status: string): string[] =>
  allowedVerbs(rules.steps, status).filter((verb) => (rules.verbs[verb]?.roles.length ?? 0) > 0)

const lineId = (): string => randomBytes(12).toString('hex')

/** Lines keep the ids they have; foreign and missing ids are replaced, so that nobody can take over another document's line. */
function withLineIds(doc: AnyDocument, stored: AnyDocument | null): AnyDocument {
  if (!Array.isArray(doc.lines)) return doc
  const own = new Set(((stored?.lines ?? []) as Array<{ id?: string }>).map(({ id }) => id))
  const taken = new Set<string>()
  const lines = (doc.lines as Array<{ id?: string }>).map((line) => {
    const keep = line.id !== undefined && own.has(line.id) && !taken.has(line.id)
    const id = keep ? (line.id as string) : lineId()
    taken.add(id)
    return { ...line, id }
  })
  return { ...doc, lines }
}

/** Runs the named verb, or prepares what a person entered. Returns the document as it is to be stored. */
export async function runVerb({
  req,
  rules,
  operation,
  data,
}: {
  req: PayloadRequest
  rules: DocumentRules
  operation: Operation
  data: Record<string, unknown>
}): Promise<AnyDocument> {
  const settings = await settingsOf(req)
  const actor = actorOf(req)
  const base = { req, actor, settings, now: now(req), stored: operation.stored, body: operation.body }
  const stored = operation.stored
  if (operation.verb === 'create' || operation.verb === 'save') {
    if (stored && !rules.editable.includes(stored.status)) {
      refuse(req, { code: 'ILLEGAL_STEP', facts: { status: stored.status, verb: 'save', allowed: offeredVerbs(rules, stored.status) } })
    }
    if (!actsForHouse(req) && !holds(actor, rules.editors))
      refuse(req, { code: 'FORBIDDEN', facts: { verb: operation.verb, roles: rules.editors } })
    const owned = stored
      ? { id: stored.id, no: stored.no, status: stored.status, version: stored.version + 1, preparedBy: stored.preparedBy }
      : {
          id: 0,
          no: (data['no'] as string | undefined) ?? '',
          status: rules.initial,
          version: 1,
          preparedBy: actor?.id ?? (data['preparedBy'] as number | null) ?? null,
        }
    const entered = withLineIds({ ...(data as AnyDocument), ...owned, date: (data['date'] as string | undefined) || base.now.date }, stored)
    const prepared = await rules.prepare({ ...base, doc: entered })
    operation.findings.push(...prepared.findings)
    return prepared.doc
  }
  const verb = rules.verbs[operation.verb]
  if (!verb || !stored) throw new Error(`${rules.slug} has no verb ${operation.verb}`)
  const doc: AnyDocument = { ...stored, version: stored.version + 1 }
  const outcome = await verb.run({ ...base, doc, body: operation.body as never })
  operation.outcome = outcome
  operation.findings.push(...(outcome.findings ?? []))
  const result = { ...doc, ...(outcome.patch ?? {}) } as AnyDocument
  const targets = targetsOf(rules.steps, stored.status, operation.verb)
  if (!targets.includes(result.status)) throw new Error(`${operation.verb} may not lead from ${stored.status} to ${result.status}`)
  return result
}

/** Refuses a verb before anything is done: unknown to this status, or not this person's. */
export function assertStep({
  req,
  rules,
  status,
  verb,
}: {
  req: PayloadRequest
  rules: DocumentRules
  status: string
  verb: string
}): void {
  const definition = rules.verbs[verb]
  if (!definition) throw new Error(`${rules.slug} has no verb ${verb}`)
  if (!holds(actorOf(req), definition.roles))
    refuse(req, definition.refusedAs ?? { code: 'FORBIDDEN', facts: { verb, roles: definition.roles } })
  if (targetsOf(rules.steps, status, verb).length === 0) {
    refuse(req, { code: 'ILLEGAL_STEP', facts: { status, verb, allowed: offeredVerbs(rules, status) } })
  }
}

export type GuardName = 'minimumPrice' | 'creditLimit' | 'availability'

const guards: Record<GuardName, (input: CheckInput) => Promise<Finding[]>> = {
  minimumPrice: checkMinimumPrice,
  creditLimit: checkCredit,
  availability: checkAvailability,
}

/** Runs one guard on the planned postings. Findings are collected; `closeDecision` refuses them all at once. */
export async function runGuard({
  guard,
  req,
  rules,
  operation,
  doc,
}: {
  guard: GuardName
  req: PayloadRequest
  rules: DocumentRules
  operation: Operation
  doc: AnyDocument
}): Promise<void> {
  if (errorsIn(operation.findings).some(({ code }) => code === 'INVALID_INPUT' || code === 'PRICE_UNKNOWN')) return // nothing sound to check yet
  const settings = await settingsOf(req)
  operation.plan ??= await planPostings({ req, rules, doc, stored: operation.stored, settings })
  operation.findings.push(
    ...(await guards[guard]({ req, rules, operation, doc, plan: operation.plan, actor: actorOf(req), settings, now: now(req) })),
  )
}

/** Throws all refusals together, or stores the warnings with the document; gives a new document its number last. */
export async function closeDecision({
  req,
  rules,
  operation,
  doc,
}: {
  req: PayloadRequest
  rules: DocumentRules
  operation: Operation
  doc: AnyDocument
}): Promise<AnyDocument> {
  if (errorsIn(operation.findings).length > 0) throw Object.assign(refusal(operation.findings, req), { checked: doc })
  operation.plan ??= await planPostings({ req, rules, doc, stored: operation.stored, settings: await settingsOf(req) })
  const saving = operation.verb === 'create' || operation.verb === 'save'
  const credit = 'creditStatus' in doc && (saving || operation.credit) ? { creditStatus: creditStatusOf(operation) } : {}
  const checks = saving || operation.findings.length > 0 ? { checks: spoken(operation.findings, req) } : {}
  const no = operation.id === null ? { no: await numberFor({ req, rules, doc }) } : {}
  return { ...doc, ...credit, ...checks, ...no }
}

/** The credit facet: not checked at this step, passed, alarmed, or alarmed and released. */
function creditStatusOf({ credit, findings }: Operation): 'notChecked' | 'passed' | 'alarmed' | 'released' {
  if (!credit) return 'notChecked'
  if (credit.alarms.length === 0) return findings.some(({ code }) => code === 'CREDIT_STOP') ? 'alarmed' : 'passed'
  return credit.released ? 'released' : 'alarmed'
}

async function numberFor({ req, rules, doc }: { req: PayloadRequest; rules: DocumentRules; doc: AnyDocument }): Promise<string> {
  const today = now().date
  if (doc.no) {
    if (new RegExp(`^${rules.series}\\d{8}-\\d{4,}$`).test(doc.no)) {
      const { totalDocs } = await req.payload.count({
        collection: rules.slug as never,
        where: { no: { equals: doc.no } },
        overrideAccess: true,
        req,
      })
      refuse(
        req,
        totalDocs > 0
          ? { code: 'DUPLICATE', path: 'no', facts: { field: 'no', value: doc.no } }
          : { code: 'INVALID_INPUT', path: 'no', facts: { field: 'no', value: doc.no, accepted: 'assigned by the system' } },
      )
    }
    const { totalDocs } = await req.payload.count({
      collection: rules.slug as never,
      where: { no: { equals: doc.no } },
      overrideAccess: true,
      req,
    })
    if (totalDocs > 0) refuse(req, { code: 'DUPLICATE', path: 'no', facts: { field: 'no', value: doc.no } })
    return doc.no
  }
  const next = await nextInSeries({ req, series: rules.series, day: today })
  return `${rules.series}${today.replaceAll('-', '')}-${String(next).padStart(4, '0')}`
}

/** Appends the plan of this operation to the ledgers. */
export async function post({
  req,
  rules,
  operation,
  doc,
}: {
  req: PayloadRequest
  rules: DocumentRules
  operation: Operation
  doc: AnyDocument
}): Promise<void> {
  if (!operation.plan) throw new Error(`${rules.slug} was written without a posting plan`)
  await postPlan({
    req,
    rules,
    doc: { ...doc, date: String(doc.date).slice(0, 10) },
    plan: operation.plan,
    settings: await settingsOf(req),
  })
}

/** Takes everything a document contributed back out of the books, before it is deleted. */
export async function withdraw({ req, rules, stored }: { req: PayloadRequest; rules: DocumentRules; stored: AnyDocument }): Promise<void> {
  const settings = await settingsOf(req)
  const doc = { ...rules.absent(stored), version: stored.version + 1 }
  const plan = await planPostings({ req, rules, doc, stored, settings })
  const operation: Operation = { slug: rules.slug, id: stored.id, verb: 'delete', body: {}, stored, findings: [] }
  const input: CheckInput = { req, rules, operation, doc, plan, actor: actorOf(req), settings, now: now(req) }
  await checkCredit(input)
  await checkAvailability(input)
  await postPlan({ req, rules, doc, plan, settings })
}
