import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { isBeforeOpening } from '@/src/domain/control/openingDay'
import { businessDate } from '@/src/domain/kernel/businessDate'
import { errorsIn } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import { targetsOf } from '@/src/domain/kernel/steps'

import { actorOf, holds } from './actor'
import type { AnyDocument, DocumentRules, VerbContext } from './document'
import { numberFor } from './number'
import { offeredVerbs } from './offered'
import { actsForHouse, type Operation, workOf } from './operation'
import { planOf } from './posting/planOf'
import { refusal, refuse, refuseIfAny, spoken } from './refusal'
import { runVerb } from './runVerb'
import { settingsFor, settingsOf } from './settings'

type Deciding = { req: PayloadRequest; rules: DocumentRules; operation: Operation }

export const isEntered = ({ verb }: Pick<Operation, 'verb'>): boolean => verb === 'create' || verb === 'save'

/** Runs the named verb, or prepares what a person entered. Returns the document as it is to be stored. */
export async function decide({ req, rules, operation, data }: Deciding & { data: Record<string, unknown> }): Promise<AnyDocument> {
  const { stored, body, now } = operation
  const settings = await (isEntered(operation) ? settingsFor(req, namedIn(data)) : settingsOf(req))
  const context = { req, actor: actorOf(req), settings, now, stored, body }
  return isEntered(operation) ? prepare({ rules, operation, context, data }) : run({ rules, operation, context })
}

/** Whom and what goods a document as entered is about. */
function namedIn({ customer, lines }: Record<string, unknown>): { customer: number | null; items: number[] } {
  const rows = Array.isArray(lines) ? (lines as ReadonlyArray<{ item?: unknown } | null>) : []
  return { customer: idOf(customer), items: [...new Set(rows.flatMap((line) => idOf(line?.item) ?? []))] }
}

type Context = Omit<VerbContext<AnyDocument>, 'doc'>

async function prepare({
  rules,
  operation,
  context,
  data,
}: Omit<Deciding, 'req'> & { context: Context; data: Record<string, unknown> }): Promise<AnyDocument> {
  const { req, actor, stored, now } = context
  if (stored && !rules.editable.includes(stored.status))
    refuse(req, {
      code: 'ILLEGAL_STEP',
      about: rules.slug,
      facts: { status: stored.status, verb: 'save', allowed: offeredVerbs(rules, stored.status) },
    })
  if (!actsForHouse(req) && !holds(actor, rules.editors))
    refuse(req, { code: 'FORBIDDEN', about: rules.slug, facts: { verb: operation.verb, roles: rules.editors } })
  const owned = stored
    ? { id: stored.id, no: stored.no, status: stored.status, version: stored.version + 1, preparedBy: stored.preparedBy }
    : {
        id: 0,
        no: (data['no'] as string | undefined) ?? '',
        status: rules.initial,
        version: 1,
        preparedBy: actor?.id ?? (data['preparedBy'] as number | null) ?? null,
      }
  const given: AnyDocument = { ...(data as AnyDocument), ...owned, date: (data['date'] as string | undefined) || now.date }
  refuseBeforeOpening(context, given.date)
  const begun = !stored && rules.begin ? await rules.begin({ ...context, doc: given }) : given
  const entered = withLineIds(begun, stored)
  const prepared = await rules.prepare({ ...context, doc: entered })
  operation.findings.push(...prepared.findings)
  if (prepared.incomplete) operation.incomplete = true
  return prepared.doc
}

/** What happened before the books were opened comes in as opening balances and history, not as a document of one's own. */
function refuseBeforeOpening({ req, settings, stored }: Context, date: string): void {
  const openingDay = settings.company.openingDay ? businessDate(settings.company.openingDay) : null
  const former = stored ? businessDate(stored.date) : null
  if (openingDay === null || workOf(req).opening || !isBeforeOpening({ date: businessDate(date), former, openingDay })) return
  refuseIfAny(req, [
    {
      code: 'INVALID_INPUT',
      path: 'date',
      facts: { field: 'date', value: date, accepted: `≥ ${openingDay}` },
      text: {
        zh: `启用日为 ${openingDay}，${date} 的业务请作为期初或历史导入`,
        en: `The books were opened on ${openingDay}: business of ${date} comes in as an opening balance or history`,
      },
    },
  ])
}

async function run({ rules, operation, context }: Omit<Deciding, 'req'> & { context: Context }): Promise<AnyDocument> {
  const { stored } = context
  const verb = rules.verbs[operation.verb]
  if (!verb || !stored) throw new Error(`${rules.slug} has no verb ${operation.verb}`)
  const doc: AnyDocument = { ...stored, version: stored.version + 1 }
  const outcome = await runVerb(verb, { ...context, doc, body: operation.body })
  operation.outcome = outcome
  operation.findings.push(...(outcome.findings ?? []))
  const result = { ...doc, ...(outcome.patch ?? {}) } as AnyDocument
  const targets = targetsOf(rules.steps, stored.status, operation.verb)
  if (!targets.includes(result.status)) throw new Error(`${operation.verb} may not lead from ${stored.status} to ${result.status}`)
  return result
}

/** Lines keep the ids they have; foreign and missing ids are replaced, so that nobody can take over another document's line. */
function withLineIds(doc: AnyDocument, stored: AnyDocument | null): AnyDocument {
  if (!Array.isArray(doc.lines)) return doc
  const own = new Set(((stored?.lines ?? []) as Array<{ id?: string }>).map(({ id }) => id))
  const taken = new Set<string>()
  // a kind without lines has no field that would have judged what was sent as such
  const rows = (doc.lines as Array<{ id?: string } | null>).filter((line) => line !== null && typeof line === 'object')
  const lines = rows.map((line) => {
    const keep = line.id !== undefined && own.has(line.id) && !taken.has(line.id)
    const id = keep ? (line.id as string) : randomBytes(12).toString('hex')
    taken.add(id)
    return { ...line, id }
  })
  return { ...doc, lines }
}

/** Throws all refusals together, or stores the warnings with the document; gives a new document its number last. */
export async function closeDecision({ req, rules, operation, doc }: Deciding & { doc: AnyDocument }): Promise<AnyDocument> {
  if (errorsIn(operation.findings).length > 0) throw Object.assign(refusal(operation.findings, req), { checked: doc })
  await planOf({ req, rules, operation, doc })
  const saving = isEntered(operation)
  const credit = 'creditStatus' in doc && (saving || operation.credit) ? { creditStatus: creditStatusOf(operation) } : {}
  const checks = saving || operation.findings.length > 0 ? { checks: spoken(operation.findings, req) } : {}
  const no = operation.id === null ? { no: await numberFor({ req, rules, doc, now: operation.now }) } : {}
  return { ...doc, ...credit, ...checks, ...no }
}

/** The credit facet: not checked at this step, passed, alarmed, or alarmed and released. */
function creditStatusOf({ credit, findings }: Operation): 'notChecked' | 'passed' | 'alarmed' | 'released' {
  if (!credit) return 'notChecked'
  if (credit.alarms.length === 0) return findings.some(({ code }) => code === 'CREDIT_STOP') ? 'alarmed' : 'passed'
  return credit.released ? 'released' : 'alarmed'
}
