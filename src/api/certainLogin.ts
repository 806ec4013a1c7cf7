import type { AuthStrategy, CollectionConfig } from 'payload'

import { noteTrouble, TroubleError, troubleOf, watchTrouble } from '@/src/db/trouble'

/**
 * Looks the user up by the platform's own strategies, and sees what they hide: to them any error is "nobody". Trouble of the database is
 * written on the request, so that it is answered as such and not as if nobody were logged in.
 */
const certain: AuthStrategy = {
  name: 'certain',
  authenticate: async (args) => {
    const { headers, payload, req } = args
    if (!headers.get('authorization') && !headers.get('cookie')) return { user: null }
    for (const strategy of payload.authStrategies) {
      if (strategy.name === certain.name) continue
      const { result, trouble } = await watchTrouble(async () => strategy.authenticate({ ...args, strategyName: strategy.name ?? '' }))
      if (result.user) return result
      if (trouble) {
        noteTrouble(new TroubleError(trouble), req)
        return { user: null }
      }
    }
    return { user: null }
  },
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
