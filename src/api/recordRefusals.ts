import { type AfterErrorHook, createLocalReq, type PayloadRequest } from 'payload'

import { type AuditEntry, writeAudit } from '@/src/engine/audit'
import { workOf } from '@/src/engine/operation'

/** Its transaction was rolled back: what is to be kept of a refusal is written by itself, as the same person from the same place. */
export async function auditBeside(req: PayloadRequest, entry: AuditEntry): Promise<void> {
  const own = await createLocalReq({ ...(req.user ? { user: req.user } : {}), req: { headers: req.headers } }, req.payload)
  await writeAudit(own, entry)
}

const loginErrors: ReadonlySet<string> = new Set(['AuthenticationError', 'LockedAuth'])

/** Saves that were refused for what they tried; what was merely incomplete is nobody's business. */
const telling: ReadonlySet<string> = new Set([
  'BELOW_MINIMUM_PRICE',
  'DISCOUNT_EXCEEDED',
  'PRICE_LOCKED',
  'CREDIT_LIMIT_EXCEEDED',
  'CREDIT_PERIOD_EXCEEDED',
  'CREDIT_STOP',
])

type Refused = { name?: string; status?: number; data?: { errors?: ReadonlyArray<{ code?: string }> } | null }

export const codesOf = ({ data, name }: Refused): string => {
  const codes = (Array.isArray(data?.errors) ? data.errors : []).flatMap(({ code }) => (code ? [code] : []))
  return [...new Set(codes)].join(', ') || (name ?? '')
}

const pathOf = (req: PayloadRequest): string => new URL(req.url ?? '', 'http://local').pathname

/** What was tried and refused: a log-in, a step of a document, whatever somebody has no right to. */
function refusedIn(req: PayloadRequest, error: Refused): AuditEntry | null {
  const { collection, global, id, verb } = req.routeParams ?? {}
  const tried = req.context ? workOf(req).account.loginTried : undefined
  if (error.name !== undefined && loginErrors.has(error.name)) {
    return { slug: 'users', no: tried?.slice(0, 200) ?? null, verb: 'login-failed', reason: error.name }
  }
  if (tried !== undefined && codesOf(error) === 'SECOND_FACTOR_WRONG')
    return { slug: 'users', no: tried.slice(0, 200), verb: 'login-failed', reason: 'SECOND_FACTOR_WRONG' }
  const status = error.status ?? 500
  const isStep = typeof verb === 'string' && (status === 400 || status === 409)
  const isTried =
    status === 400 &&
    codesOf(error)
      .split(', ')
      .some((code) => telling.has(code)) &&
    !/\/check$/.test(pathOf(req))
  if (!req.user || req.data?.['dryRun'] === true || (status !== 403 && !isStep && !isTried)) return null
  const slug = collection ?? global
  return {
    slug: typeof slug === 'string' ? slug : (pathOf(req).split('/')[2] ?? 'api'),
    documentId: typeof id === 'string' ? id.slice(0, 50) : null,
    verb: 'refused',
    reason: codesOf(error),
    changes: [{ path: typeof verb === 'string' ? verb : (req.method ?? ''), before: null, after: codesOf(error) }],
  }
}

/** Root afterError, before it is told: refusals leave a line in the audit log. */
export const recordRefusals: AfterErrorHook = async ({ error, req }) => {
  // GraphQL wraps what was thrown
  const entry = refusedIn(req, (error as { originalError?: Error }).originalError ?? error)
  if (entry) await auditBeside(req, entry)
}
