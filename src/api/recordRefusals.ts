import { type AfterErrorHook, createLocalReq, type PayloadRequest } from 'payload'

import { forgetTry, oldestTry } from '@/src/accounts/tried'
import { countTry } from '@/src/db/tries'
import { noteTrouble } from '@/src/db/trouble'
import { isLogInReason, type LogInReason } from '@/src/domain/words/loginWords'
import { type AuditEntry, writeAudit } from '@/src/engine/audit'
import { findRecords } from '@/src/engine/documents/findRecords'

/**
 * Its transaction was rolled back: what is to be kept of a refusal is written by itself, as the same person from the same place. Where it cannot be
 * (the disk of the database is full), the server's log has it, and the refusal is told all the same.
 */
export const auditBeside = (req: PayloadRequest, entry: AuditEntry): Promise<void> =>
  unlessItFails(req, async () => {
    const own = await createLocalReq({ ...(req.user ? { user: req.user } : {}), req: { headers: req.headers } }, req.payload)
    await writeAudit(own, entry)
  })

/** What is written of a refusal never stands in the place of its answer. */
async function unlessItFails(req: PayloadRequest, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    noteTrouble(error, req)
    req.payload.logger.error({ err: error, msg: 'A refusal is not in the audit log' })
  }
}

const loginErrors: ReadonlySet<string> = new Set(['AuthenticationError', 'LockedAuth'])
/** Codes of a log-in whose password was right. */
const factorAsked: ReadonlySet<string> = new Set(['SECOND_FACTOR_REQUIRED', 'SECOND_FACTOR_SETUP'])

/** Saves that were refused for what they tried; what was merely incomplete is nobody's business. */
const telling: ReadonlySet<string> = new Set([
  'BELOW_MINIMUM_PRICE',
  'DISCOUNT_EXCEEDED',
  'PRICE_LOCKED',
  'CREDIT_LIMIT_EXCEEDED',
  'CREDIT_PERIOD_EXCEEDED',
  'CREDIT_STOP',
])

type Refused = { name?: string; status?: number; data?: { errors?: ReadonlyArray<{ code?: string }>; refused?: unknown } | null }

export const codesOf = ({ data, name }: Refused): string => {
  const codes = (Array.isArray(data?.errors) ? data.errors : []).flatMap(({ code }) => (code ? [code] : []))
  return [...new Set(codes)].join(', ') || (name ?? '')
}

const pathOf = (req: PayloadRequest): string => new URL(req.url ?? '', 'http://local').pathname

/** Why a log-in was refused; null: it was something else that was. */
function logInRefusal({ name, data, ...error }: Refused): LogInReason | null {
  if (name !== undefined && loginErrors.has(name) && isLogInReason(name)) return name
  if (typeof data?.refused === 'string') return isLogInReason(data.refused) ? data.refused : null
  const code = codesOf({ ...error, data: data ?? null })
  return (code === 'SECOND_FACTOR_WRONG' || factorAsked.has(code)) && isLogInReason(code) ? code : null
}

/** A log-in that was refused, by whatever door, and for which account. */
function refusedLogIn(req: PayloadRequest, error: Refused): AuditEntry | null {
  const tried = req.context ? oldestTry(req) : undefined
  const reason = logInRefusal(error)
  if (reason === null || (tried === undefined && !loginErrors.has(reason))) return null
  forgetTry(req)
  // whoever comes from the provider is on record as asked for the code already
  if (factorAsked.has(reason) && pathOf(req).endsWith('/oidc/enter')) return null
  return { slug: 'users', no: tried?.slice(0, 200) || null, verb: factorAsked.has(reason) ? 'factor-asked' : 'login-failed', reason }
}

/** Of tries beyond the limit one a minute is written down for each account and address: the limit is there to spare the house. */
async function isTold(req: PayloadRequest, { no, reason }: AuditEntry): Promise<boolean> {
  if (reason !== 'TOO_MANY_TRIES') return true
  const of = `${req.headers?.get('x-client-address') ?? ''} ${no ?? ''}`
  return (await countTry({ payload: req.payload, limit: { name: 'login-told', most: 1, seconds: 60 }, of })) === 0
}

/** The kind of record a door of ours was asked about (`/lists/orders`). */
const kindNamed = ({ routeParams, payload }: PayloadRequest): string | undefined =>
  payload.config.collections.map(({ slug }) => String(slug)).find((slug) => slug === routeParams?.['slug'])

/** What the record is called, whether or not he who tried may see it: the log is not his. */
async function calledOf({ payload }: PayloadRequest, { slug, documentId }: AuditEntry): Promise<string | null> {
  const collection = payload.config.collections.find((each) => each.slug === slug)
  const title = collection?.admin.useAsTitle
  const id = Number(documentId)
  if (!collection || !title || !Number.isSafeInteger(id) || id <= 0 || id > 2_147_483_647) return null
  const own = await createLocalReq({}, payload)
  const [record] = await findRecords({
    req: own,
    slug: collection.slug,
    where: { id: { equals: id } },
    fields: [title],
    limit: 1,
    overrideAccess: true,
  })
  return typeof record?.[title] === 'string' ? record[title] : null
}

/** What was tried and refused: a step of a document, whatever somebody has no right to. */
function refusedIn(req: PayloadRequest, error: Refused): AuditEntry | null {
  const { collection, global, id, verb } = req.routeParams ?? {}
  const status = error.status ?? 500
  const isStep = typeof verb === 'string' && (status === 400 || status === 409)
  const isTried =
    status === 400 &&
    codesOf(error)
      .split(', ')
      .some((code) => telling.has(code)) &&
    !/\/check$/.test(pathOf(req))
  if (!req.user || req.data?.['dryRun'] === true || (status !== 403 && !isStep && !isTried)) return null
  return {
    slug: [collection, global, kindNamed(req)].find((slug) => typeof slug === 'string') ?? pathOf(req).split('/')[2] ?? 'api',
    documentId: typeof id === 'string' ? id.slice(0, 50) : null,
    verb: 'refused',
    reason: codesOf(error),
    changes: [{ path: typeof verb === 'string' ? verb : (req.method ?? ''), before: null, after: codesOf(error) }],
  }
}

/** Root afterError, before it is told: refusals leave a line in the audit log. */
export const recordRefusals: AfterErrorHook = async ({ error, req }) => {
  // GraphQL wraps what was thrown
  const refusal = (error as { originalError?: Error }).originalError ?? error
  const logIn = refusedLogIn(req, refusal)
  const entry = logIn ?? refusedIn(req, refusal)
  if (!entry) return
  await unlessItFails(req, async () => {
    if (logIn && !(await isTold(req, logIn))) return
    await auditBeside(req, logIn ?? { ...entry, no: await calledOf(req, entry) })
  })
}
