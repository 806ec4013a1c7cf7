import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { refuseIfAny } from '@/src/engine/refusal'
import { makeKey } from '@/src/accounts/apiKeys'
import { showFactor } from '@/src/accounts/secondFactor'
import { tellKeyMade } from '@/src/accounts/tellOwner'
import { endKeys } from '@/src/db/accounts/keys'
import { inTransaction } from '@/src/db/transaction'
import { writeAudit } from '@/src/engine/audit'
import { readInput } from '@/src/engine/readInput'

import { accountAsked, requirePassword, requireSession } from './whoseAccount'

const wanted = z.object({
  name: z.string().trim().min(1).max(100),
  readOnly: z.boolean().default(true),
  doors: z.array(z.string().max(100).regex(/^[a-z][a-z0-9.-]*(\/[a-zA-Z-]+)?$/)).min(1).max(50).nullable().default(null), // prettier-ignore
  days: z.number().int().min(1).max(3650),
  currentPassword: z.string().max(1000),
  code: z.string().max(100).optional(),
})

/** What stands before the first stroke of every door there is. */
const namesOf = ({ config }: PayloadRequest['payload']): ReadonlySet<string> =>
  new Set([...config.collections.map(({ slug }) => slug), ...config.endpoints.map(({ path }) => path.split('/')[1] ?? ''), 'globals'])

/** `POST /users/api-keys`: a key for a program, shown this once. Whoever has a second factor shows it. */
const make: Endpoint = {
  path: '/api-keys',
  method: 'post',
  handler: async (req) => {
    const user = requireSession(req)
    const { currentPassword, code, name, readOnly, doors, days } = readInput({ req, schema: wanted, input: req.data })
    const names = namesOf(req.payload)
    const unknown = (doors ?? []).filter((door) => !names.has(door.split('/')[0] ?? '') || door.startsWith('users'))
    const { keyMostDays } = await req.payload.findGlobal({ slug: 'security-settings', depth: 0, overrideAccess: true, req })
    refuseIfAny(req, [
      ...unknown.map((door) => ({ code: 'INVALID_INPUT' as const, path: 'doors', facts: { field: 'doors', value: door } })),
      ...(days > keyMostDays ? [{ code: 'INVALID_INPUT' as const, path: 'days', facts: { field: 'days', value: days, accepted: `≤ ${String(keyMostDays)}` } }] : []), // prettier-ignore
    ])
    await requirePassword(req, user.id, currentPassword)
    const made = await inTransaction(req, async () => {
      await showFactor(req, user.id, code)
      const result = await makeKey({ req, user: user.id, name, scope: { readOnly, doors }, days })
      await tellKeyMade(req, user)
      return result
    })
    return Response.json({ key: made.key, ...made.row }, { status: 201 })
  },
}

/** `POST /users/:id/api-keys/:key/end`: by its owner or the administrator. */
const end: Endpoint = {
  path: '/:id(\\d+)/api-keys/:key(\\d+)/end',
  method: 'post',
  handler: async (req) => {
    const doc = await accountAsked(req)
    const only = Number(req.routeParams?.['key'])
    if (!Number.isSafeInteger(only)) throw new APIError('Not Found', 404, undefined, true)
    const ended = await inTransaction(req, async () => {
      const prefixes = await endKeys({ req, user: doc.id, only })
      if (prefixes.length > 0)
        await writeAudit(req, { slug: 'users', documentId: doc.id, no: doc.email, verb: 'api-key-ended', reason: prefixes.join(', ') })
      return prefixes.length
    })
    return Response.json({ ended })
  },
}

export const apiKeyDoors: Endpoint[] = [make, end]
