import { type AuthStrategy, type CollectionConfig, createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { keyIn, noteKeyRefused, noteKeyUse } from '@/src/accounts/apiKeys'
import { holds } from '@/src/accounts/sessions'
import { noteTrouble, TroubleError, troubleIn, troubleOf, watchTrouble } from '@/src/db/trouble'

type Asked = Parameters<AuthStrategy['authenticate']>[0] & { req: PayloadRequest }
type Found = Awaited<ReturnType<AuthStrategy['authenticate']>>

/** A program with a key of ours speaks to the API only, and where its key is limited, by doors whose names say what they do. */
async function byKey({ headers, payload, isGraphQL, req }: Asked): Promise<Found | null> {
  const sent = await keyIn(req, headers)
  if (!sent) return null
  const { row, prefix } = sent
  const user =
    row && (await payload.findByID({ collection: 'users', id: row.user, depth: 0, overrideAccess: true, disableErrors: true, req }))
  if (!row || row.state !== 'inForce' || !user || user.disabled) {
    await noteKeyRefused({ req, row, prefix, owner: user })
    return { user: null }
  }
  const { pathname } = new URL(req.url ?? '', 'http://local')
  const scope = { readOnly: row.readOnly, doors: row.doors }
  const isLimited = scope.readOnly || scope.doors !== null
  if (!pathname.startsWith('/api/') || (isGraphQL && isLimited)) return { user: null }
  await noteKeyUse({ req, row, owner: user })
  const known = { ...user, collection: 'users' as const, _strategy: 'api-key', _key: { id: Number(row.id), scope } }
  return { user: known }
}

/** The strategies of the platform but its keys, and the session that is found must hold. */
async function bySession(args: Asked, authenticate: AuthStrategy['authenticate'], name: string): Promise<Found> {
  const found = await authenticate({ ...args, strategyName: name })
  const { user } = found
  return !user || (await holds(args.req, { ...user, id: Number(user.id) })) ? found : { user: null }
}

/**
 * Looks the user up by the platform's own strategies, and sees what they hide: to them any error is "nobody". Trouble of the database is
 * written on the request, so that it is answered as such and not as if nobody were logged in.
 */
const certain: AuthStrategy = {
  name: 'certain',
  authenticate: async (given) => {
    const { headers, payload } = given
    if (!headers.get('authorization') && !headers.get('cookie')) return { user: null }
    const req = given.req ?? (await createLocalReq({ req: { headers } }, payload))
    const args: Asked = { ...given, req }
    const sought = (seek: () => Promise<Found | null>) =>
      watchTrouble(async () =>
        seek().catch((error: unknown) => {
          if (!troubleIn(error)) throw error
          noteTrouble(error)
          return null
        }),
      )
    const ways = waysOf(payload)
    const tried = [
      () => byKey(args),
      ...ways.map(
        ({ name, authenticate }) =>
          () =>
            bySession(args, authenticate, name ?? ''),
      ),
    ]
    for (const way of tried) {
      const { result: found, trouble } = await sought(way)
      const result = found ?? { user: null }
      if (result.user) return result
      if (trouble) {
        noteTrouble(new TroubleError(trouble), req)
        return { user: null }
      }
    }
    return { user: null }
  },
}

const known = new WeakMap<Payload, readonly AuthStrategy[]>()

/** The platform's own ways, taken out of its list with the first request: nobody goes past this one. Its keys are none of them. */
function waysOf(payload: Payload): readonly AuthStrategy[] {
  const ways = known.get(payload) ?? payload.authStrategies.filter(({ name }) => name !== certain.name && name !== 'users-api-key')
  known.set(payload, ways)
  payload.authStrategies.splice(0, Infinity, certain)
  return ways
}

type AfterMe = NonNullable<NonNullable<CollectionConfig['hooks']>['afterMe']>[number]

/** "Who am I?" is answered with nobody only when that is known. */
const certainMe: AfterMe = ({ req, response }) => {
  const trouble = troubleOf(req)
  if (trouble && !(response as { user?: unknown }).user) throw new TroubleError(trouble)
  return response
}

/** Collections of users, by whom people log in. */
export const withCertainLogin = (collections: readonly CollectionConfig[]): CollectionConfig[] =>
  collections.map((collection) =>
    typeof collection.auth !== 'object'
      ? collection
      : {
          ...collection,
          auth: { ...collection.auth, strategies: [...(collection.auth.strategies ?? []), certain] },
          hooks: { ...collection.hooks, afterMe: [...(collection.hooks?.afterMe ?? []), certainMe] },
        },
  )
