import type { Endpoint } from 'payload'

import { keyAllows, type KeyScope } from '@/src/domain/people/keyScope'
import { refuse } from '@/src/engine/refusal'

type WithKey = { _key?: { scope: KeyScope } } | null

/** A key opens the doors it was made for, and sees what lies behind them, not what that names. */
export const scopedDoor = (endpoint: Endpoint): Endpoint => ({
  ...endpoint,
  handler: (req) => {
    const scope = (req.user as WithKey)?._key?.scope
    if (scope) {
      const { pathname } = new URL(req.url ?? '', 'http://local')
      const method = req.method ?? endpoint.method.toUpperCase()
      if (!keyAllows(scope, { method, path: pathname })) refuse(req, { code: 'KEY_SCOPE', facts: { door: `${method} ${pathname}` } })
      if (scope.doors !== null) {
        req.query = { ...req.query, depth: '0' }
        req.searchParams?.set('depth', '0')
      }
    }
    return endpoint.handler(req)
  },
})
