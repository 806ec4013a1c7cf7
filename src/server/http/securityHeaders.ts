import { randomBytes } from 'node:crypto'

import type { RequestHandler } from 'express'
import helmet from 'helmet'

/**
 * Headers that tell the browser what a page of ours may do: scripts only from us and only those that Next marked with this
 * request's nonce, no other host for anything, no frame around us. Inline styles stay allowed: the admin's menus and editors set
 * them. Next finds the nonce in the request's own header. `dev` also lets Next's tools evaluate code and hold their socket.
 */
export function securityHeaders({ dev, https }: { dev: boolean; https: boolean }): RequestHandler[] {
  const nonce: RequestHandler = (req, res, next) => {
    const value = randomBytes(16).toString('base64')
    res.locals['nonce'] = value
    req.headers['content-security-policy'] = `script-src 'self' 'nonce-${value}'`
    next()
  }
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': [
          "'self'",
          (_req, res) => `'nonce-${String((res as unknown as { locals: { nonce: string } }).locals.nonce)}'`,
          ...(dev ? ["'unsafe-eval'"] : []),
        ],
        'script-src-attr': ["'none'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'", 'blob:', ...(dev ? ['ws:'] : [])],
        'worker-src': ["'self'", 'blob:'],
        'frame-src': ["'self'", 'blob:'], // a PDF drawing in the browser's own viewer
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    // without TLS in front, a promise of TLS would lock people out
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  })
  return [nonce, headers]
}

const file = /^\/api\/[\w-]+\/file\//i

/** What people upload runs nothing, loads nothing and belongs to no origin, even when it is opened in a tab of its own. */
export const filePolicy: RequestHandler = (req, res, next) => {
  // as Next will read it: without dots and doubled slashes
  const { pathname } = new URL(req.originalUrl.replace(/^\/+/, '/'), 'http://local')
  if (file.test(decodeURIComponent(pathname).replace(/\/{2,}/g, '/')))
    res.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
  next()
}
