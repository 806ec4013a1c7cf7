import type { Config } from 'payload'

/**
 * Accounts here are not confirmed by mail, so nothing is kept by which they could be; the platform offers a question about it all the same,
 * and answers with an error of its own whoever asks. A door that leads nowhere is no door.
 */
export const withoutIdleDoors: NonNullable<NonNullable<Config['graphQL']>['mutations']> = (_graphql, { config, Mutation }) => {
  const verifies = config.collections.some(({ auth }) => Boolean(auth && auth.verify))
  if (!verifies)
    for (const name of Object.keys(Mutation.fields)) if (name.startsWith('verifyEmail')) Reflect.deleteProperty(Mutation.fields, name)
  return {}
}
