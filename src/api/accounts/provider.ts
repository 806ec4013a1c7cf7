import { APIError, type Endpoint, type PayloadRequest, type Where } from 'payload'
import { generateCookie, parseCookies } from 'payload/shared'
import { z } from 'zod'

import { enter } from '@/src/accounts/enter'
import { beginSignIn, endSignIn, type Begun, type Outsider } from '@/src/accounts/provider'
import { providerTicket, userOfProviderTicket } from '@/src/accounts/providerTicket'
import { needsFactor, passSecondFactor } from '@/src/accounts/secondFactor'
import { noteTry } from '@/src/accounts/tried'
import { factorOf } from '@/src/db/accounts/factors'
import { keepIdentity, userOfIdentity } from '@/src/db/accounts/identities'
import { inTransaction } from '@/src/db/transaction'
import { aimOf } from '@/src/domain/people/aimOf'
import { writeAudit } from '@/src/engine/audit'
import { now } from '@/src/engine/clock'
import { readInput } from '@/src/engine/readInput'
import { env } from '@/src/env/env'
import { house, linkTo } from '@/src/env/linkTo'
import type { User } from '@/src/payload-types'

import { limitTries } from '../limitedLogin'
import { auditBeside } from '../recordRefusals'

const cookie = 'gendan-sign-in'
const begunShape = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() })

const kept = (req: PayloadRequest, value: string, seconds: number): string =>
  generateCookie<string>({ name: cookie, value, path: '/api/users/oidc', httpOnly: true, sameSite: 'Lax', secure: house().startsWith('https://'), expires: new Date(Date.parse(now(req).instant) + seconds * 1000), returnCookieAsObject: false }) // prettier-ignore

const sent = (address: string, cookies: readonly string[] = []): Response => {
  const headers = new Headers({ Location: address, 'Cache-Control': 'no-store' })
  for (const one of cookies) headers.append('Set-Cookie', one)
  return new Response(null, { status: 302, headers })
}

const requireProvider = (): void => {
  if (!env.OIDC_ISSUER) throw new APIError('Not Found', 404, undefined, true)
}

/** What this browser began; null: nothing, or something that was not sealed by this house. */
function begunBy({ headers, payload }: PayloadRequest): Begun | null {
  const value = parseCookies(headers).get(cookie)
  if (!value) return null
  try {
    return begunShape.parse(JSON.parse(payload.decrypt(value)))
  } catch {
    return null
  }
}

/** The account an outsider opens, if it is in use: one he opened before, else that of his address, if the provider has verified it. None is ever made. */
async function accountOf(req: PayloadRequest, { issuer, subject, email }: Outsider): Promise<User | null> {
  const id = await userOfIdentity({ req, issuer, subject })
  const where: Where | null = id !== null ? { id: { equals: id } } : email !== null ? { email: { equals: email } } : null
  if (!where) return null
  const { docs } = await req.payload.find({ collection: 'users', where, limit: 1, depth: 0, overrideAccess: true, req })
  const [account] = docs
  if (!account || account.disabled) return account ?? null
  if (id === null) {
    await keepIdentity({ req, issuer, subject, user: account.id })
    await writeAudit(req, { slug: 'users', documentId: account.id, no: account.email, verb: 'identity', reason: `${issuer} ${subject}` })
  }
  return account
}

/** `GET /users/oidc/start?to=/admin/…`: to the provider. */
const start: Endpoint = {
  path: '/oidc/start',
  method: 'get',
  handler: async (req) => {
    requireProvider()
    await limitTries(req, 'provider')
    const begun = await beginSignIn(aimOf(req.query?.['to'], '/admin')).catch((err: unknown) => {
      req.payload.logger.error({ err, msg: 'The sign-in provider cannot be asked' })
      return null
    })
    if (!begun) {
      await auditBeside(req, { slug: 'users', no: null, verb: 'login-failed', reason: 'provider: unreachable' })
      return sent(linkTo('/login?refused=provider'))
    }
    return sent(begun.address, [kept(req, req.payload.encrypt(JSON.stringify(begun.begun)), 600)])
  },
}

/** `GET /users/oidc/callback`: back from the provider. Whoever needs a second factor the provider has not asked for shows it at the log-in. */
const callback: Endpoint = {
  path: '/oidc/callback',
  method: 'get',
  handler: async (req) => {
    requireProvider()
    noteTry(req, '')
    await limitTries(req, 'provider')
    const begun = begunBy(req)
    const forget = kept(req, '', -1)
    const refused = async (
      why: 'provider' | 'unknown',
      of: { no: string | null; reason?: 'ACCOUNT_DISABLED' } = { no: null },
    ): Promise<Response> => {
      await auditBeside(req, { slug: 'users', verb: 'login-failed', reason: `provider: ${why}`, ...of })
      return sent(linkTo(`/login?refused=${why}`), [forget])
    }
    if (!begun) return refused('provider')
    const outsider = await endSignIn(new URL(req.url ?? '', 'http://local').search, begun).catch((err: unknown) => {
      req.payload.logger.warn({ err, msg: 'A sign-in by the provider was refused' })
      return null
    })
    if (!outsider) return refused('provider')
    const result = await inTransaction(req, async () => {
      const account = await accountOf(req, outsider)
      if (!account) return { refused: { no: outsider.email } }
      if (account.disabled) return { refused: { no: account.email, reason: 'ACCOUNT_DISABLED' as const } }
      const factor = await factorOf({ req, user: account.id })
      const isAsked = !outsider.withFactor && (Boolean(factor?.isOn) || (await needsFactor(req, account)))
      if (!isAsked) return { session: await enter(req, account, outsider.withFactor) }
      await writeAudit(req, { slug: 'users', documentId: account.id, no: account.email, verb: 'factor-asked', reason: 'provider: asked' })
      return { ticket: await providerTicket(req.payload, account.id) }
    })
    if ('refused' in result) return refused('unknown', result.refused)
    if ('ticket' in result) return sent(linkTo(`/login?redirect=${encodeURIComponent(begun.to)}#${result.ticket}`), [forget])
    return sent(`${house()}${begun.to}`, [forget, result.session])
  },
}

/** `POST /users/oidc/enter`: the second factor of somebody the provider knows. */
const second: Endpoint = {
  path: '/oidc/enter',
  method: 'post',
  handler: async (req) => {
    requireProvider()
    const schema = z.object({ sso: z.string().max(2000), code: z.string().max(100).optional(), ticket: z.string().max(2000).optional() })
    const { sso } = readInput({ req, schema, input: req.data })
    const id = await userOfProviderTicket(req.payload, sso)
    const account =
      id === null ? null : await req.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true, disableErrors: true, req })
    if (!account || account.disabled) {
      const reason = account ? 'ACCOUNT_DISABLED' : 'provider: ticket'
      await auditBeside(req, { slug: 'users', no: account?.email ?? null, verb: 'login-failed', reason })
      throw new APIError('Unauthorized', 401, undefined, true)
    }
    noteTry(req, account.email)
    await limitTries(req, account.email)
    const session = await inTransaction(req, async () => enter(req, account, (await passSecondFactor(req, account)) !== null))
    return Response.json({ entered: true }, { headers: { 'Set-Cookie': session } })
  },
}

export const providerDoors: Endpoint[] = [start, callback, second]
