import type { Request, RequestHandler } from 'express'
import { jwtVerify } from 'jose'
import { createLocalReq, type Payload } from 'payload'

import { keyIn } from '@/src/accounts/apiKeys'

/**
 * Who a request is counted for, and whether it carries a session of ours or a key in force. Whether that session still lasts is asked later;
 * a key is looked up only where it matters.
 */
export type Visitor = { key: string; signedIn: () => Promise<boolean> }

const cookieName = 'payload-token'

/** Whether a part of the header is our cookie: names are read as the platform reads them, without the spaces around them. */
const isOurs = (part: string): boolean => part.split('=', 1)[0]?.trim() === cookieName

/** The named cookie of a request; several of one name count as they are executed, the last one. */
function cookieOf(req: Request): string | undefined {
  const found = (req.headers.cookie ?? '').split(';').filter(isOurs).at(-1)
  return found?.slice(found.indexOf('=') + 1).trim()
}

/** Cookies are sent by the browser whoever asked for it. A request that another site caused is not its user's. */
export const withoutForeignCookies =
  ({ serverUrl }: { serverUrl: string | undefined }): RequestHandler =>
  (req, _res, next) => {
    if (req.headers.cookie && isForeign(req, serverUrl)) {
      const kept = req.headers.cookie.split(';').filter((part) => !isOurs(part))
      if (kept.length > 0) req.headers.cookie = kept.join(';')
      else delete req.headers.cookie
    }
    next()
  }

/** Ours is the address the house goes by, and the host that was asked. */
function isForeign(req: Request, serverUrl: string | undefined): boolean {
  const origin = req.headers.origin
  if (origin !== undefined) {
    const from = URL.canParse(origin) ? new URL(origin) : null
    return !from || (from.host !== req.host && from.origin !== serverUrl)
  }
  const site = req.headers['sec-fetch-site']
  const follows = (req.method === 'GET' || req.method === 'HEAD') && req.headers['sec-fetch-mode'] === 'navigate'
  return (site === 'cross-site' || site === 'same-site') && !follows
}

const bearerOf = (req: Request): string | undefined => /^(?:JWT|Bearer) (\S+)$/.exec(req.headers.authorization ?? '')?.[1]

/** A key that merely looks like one is nobody's. Where the database cannot say, it will be asked again by whoever answers. */
async function hasKey(payload: Payload, authorization: string): Promise<boolean> {
  if (!authorization.includes(' API-Key ')) return false
  const req = await createLocalReq({}, payload)
  return keyIn(req, new Headers({ authorization })).then(
    (sent) => sent?.row?.state === 'inForce',
    () => true,
  )
}

/**
 * Names the visitor of each request in `res.locals.visitor`: the person whose session it is signed with, else the address. The address
 * as trusted proxies tell it goes on in a header of ours, and only there.
 */
export function nameVisitor({ payload }: { payload: Payload }): RequestHandler {
  const secret = new TextEncoder().encode(payload.secret)
  return async (req, res, next) => {
    req.headers['x-client-address'] = req.ip ?? ''
    const token = bearerOf(req) ?? cookieOf(req)
    const session = token ? await jwtVerify(token, secret).catch(() => null) : null
    const id = session?.payload['id']
    const { authorization = '' } = req.headers
    const signedIn = () => (id !== undefined ? Promise.resolve(true) : hasKey(payload, authorization))
    const key = id === undefined ? `address ${req.ip ?? ''}` : `person ${String(id)}`
    res.locals['visitor'] = { key, signedIn } satisfies Visitor
    next()
  }
}

export const visitorOf = (res: { locals: Record<string, unknown> }): Visitor =>
  (res.locals['visitor'] as Visitor | undefined) ?? { key: '', signedIn: () => Promise.resolve(false) }
