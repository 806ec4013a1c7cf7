import { type Config, docAccessOperationGlobal, type PayloadRequest } from 'payload'

type Asked = { req: PayloadRequest }

/**
 * What somebody may do with settings (`docAccess…`), by GraphQL. The platform looks for the request among the arguments of the question,
 * finds none, and answers with an error of its own whoever asks; the same question is answered here.
 */
export const settingsRights: NonNullable<NonNullable<Config['graphQL']>['queries']> = (_graphql, { config, globals, Query }) => {
  const types = globals.graphQL || {}
  return Object.fromEntries(
    // its types stand under their places in the list, not under names
    config.globals.flatMap((globalConfig, at) => {
      const name = `docAccess${types[String(at)]?.type.name ?? ''}`
      const field: unknown = Query.fields[name]
      if (typeof field !== 'object' || field === null) return []
      const resolve = (_of: unknown, _given: unknown, { req }: Asked) => docAccessOperationGlobal({ globalConfig, req })
      return [[name, { ...field, resolve }]]
    }),
  )
}
