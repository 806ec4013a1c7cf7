import { createHash } from 'node:crypto'

import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

import type { Ask } from '@/src/domain/kernel/ask'
import type { Finding } from '@/src/domain/kernel/decision'
import { sqlStateOf, withRetry } from '@/src/db/transaction'
import { claimIdempotencyKey, storeIdempotentAnswer } from '@/src/ledger/idempotency'

import type { AnyDocument, CreatedDocument } from './document'
import { nameVerb, type Operation } from './operation'
import { fillFromLedgers } from './fillFromLedgers'
import { refuse, spoken } from './refusal'
import { rulesOf } from './registry'
import { settingsOf } from './settings'
import { actorOf, assertStep, now, offeredVerbs, openOperation } from './runVerb'

export type VerbAnswer = { doc: AnyDocument; warnings: Finding[]; created?: CreatedDocument }

export type Answer = { status: number; body: unknown }

type VerbCall = { req: PayloadRequest; slug: string; id: number; verb: string; body: Record<string, unknown> }

/** The document if this person may see it, else 404: what is not yours does not exist. */
export async function visibleDocument({ req, slug, id }: { req: PayloadRequest; slug: string; id: number }): Promise<AnyDocument | null> {
  return (await req.payload.findByID({
    collection: slug as never,
    id,
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
    req,
  })) as unknown as AnyDocument | null
}

/** Runs one verb inside an open transaction: locked, checked, decided, posted. The only way a status changes. */
export async function performVerb({ req, slug, id, verb, body }: VerbCall): Promise<VerbAnswer> {
  const rules = rulesOf(slug)
  const definition = rules.verbs[verb]
  if (!definition) throw new Error(`${slug} has no verb ${verb}`)
  const parsed = definition.body ? definition.body.safeParse(body) : { success: true as const, data: body }
  // the step is judged before the words: who may not do it is not told what to write
  const opened = await openOperation({ req, rules, id, named: { verb, body }, submitted: {} })
  if (!opened.stored) throw new Error(`${slug}/${id} vanished under its lock`)
  assertStep({ req, rules, status: opened.stored.status, verb })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    refuse(req, {
      code: 'INVALID_INPUT',
      path: issue?.path.join('.') ?? '',
      facts: { field: issue?.path.join('.') ?? '', accepted: issue?.message ?? '' },
    })
  }
  const content = (parsed as { data: Record<string, unknown> }).data
  if (definition.createsOnly) {
    const outcome = await definition.run({
      req,
      doc: opened.stored,
      stored: opened.stored,
      body: content as never,
      actor: actorOf(req),
      settings: await settingsOf(req),
      now: now(req),
    })
    const doc = (await visibleDocument({ req, slug, id })) ?? opened.stored
    return { doc, warnings: spoken(outcome.findings ?? [], req), ...(outcome.created ? { created: outcome.created } : {}) }
  }
  nameVerb({ req, slug, id, verb, body: content })
  await req.payload.update({ collection: slug as never, id, data: {} as never, depth: 0, overrideAccess: true, req })
  const operation = (req.context as { lastOperation?: Operation }).lastOperation
  // what is answered is what this person may read, not what the engine sees
  const doc = (await visibleDocument({ req, slug, id })) ?? { id, no: opened.stored.no, status: '', version: 0, date: '', preparedBy: null }
  await fillFromLedgers({ req, slug, result: doc })
  const created = operation?.outcome?.created
  return {
    doc,
    warnings: spoken(
      (operation?.findings ?? []).filter(({ severity }) => severity === 'warning'),
      req,
    ),
    ...(created ? { created } : {}),
  }
}

class DryRun extends Error {
  constructor(readonly answer: Answer) {
    super('dry run')
  }
}

/**
 * The outermost frame of every write: idempotency key, one transaction, retried whole when Postgres chose it as the victim of
 * a deadlock. With `dryRun` everything is decided and nothing kept.
 */
export async function inOneTransaction({
  req,
  path,
  body,
  dryRun,
  work,
}: {
  req: PayloadRequest
  path: string
  body: unknown
  dryRun: boolean
  work: () => Promise<Answer>
}): Promise<Answer> {
  const key = req.headers.get('idempotency-key')
  const user = (req.user as { id: number } | null)?.id ?? 0
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('hex')
  try {
    return await withRetry({
      req,
      work: async () => {
        const opened = await initTransaction(req)
        try {
          const earlier = key && !dryRun ? await claimIdempotencyKey({ req, user, key, path, bodyHash }) : null
          if (earlier === 'otherRequest')
            refuse(req, { code: 'DUPLICATE', path: 'Idempotency-Key', facts: { field: 'Idempotency-Key', value: key } })
          const answer = earlier && earlier !== 'otherRequest' ? earlier : await work()
          if (dryRun) throw new DryRun(answer)
          if (key && !earlier) await storeIdempotentAnswer({ req, user, key, answer })
          if (opened) await commitTransaction(req)
          return answer
        } catch (error) {
          if (opened) await killTransaction(req)
          throw error
        }
      },
    })
  } catch (error) {
    if (error instanceof DryRun) return error.answer
    if (sqlStateOf(error) === '23514') req.payload.logger.error({ err: error, msg: 'The database refused what the rules let pass' })
    throw error
  }
}

/** The verbs this person may run on this document now, in the order of the step table: the buttons. */
export async function verbsOffered({
  req,
  slug,
  doc,
}: {
  req: PayloadRequest
  slug: string
  doc: AnyDocument
}): Promise<Array<{ name: string; label: { zh: string; en: string }; asks?: readonly Ask[] }>> {
  const rules = rulesOf(slug)
  const settings = await settingsOf(req)
  const actor = actorOf(req)
  return offeredVerbs(rules, doc.status).flatMap((name) => {
    const verb = rules.verbs[name]
    const mine = verb?.roles.some((role) => actor?.roles.includes(role))
    return verb && mine && (verb.offered?.(doc as never, settings) ?? true)
      ? [{ name, label: verb.label, ...(verb.asks ? { asks: verb.asks } : {}) }]
      : []
  })
}
