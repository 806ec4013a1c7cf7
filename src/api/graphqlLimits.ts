import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import type { GraphQLError, ValidationContext } from 'graphql'
import type { Config } from 'payload'

import { maxCostRule } from './graphqlCost'
import { withoutIdleDoors } from './graphqlIdle'
import { settingsRights } from './graphqlSettings'

/** One question is one answer: so deep, under so many names, of so many fields, and so many of them in the answer, rows and relations counted. */
const most = { depth: 10, aliases: 15, fields: 600, answered: 50_000 } as const

/** What is too much is told as a problem of the question; thrown, it would be an error of ours. */
const told = {
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
}

export const graphQL: NonNullable<Config['graphQL']> = {
  disablePlaygroundInProduction: true,
  queries: settingsRights,
  mutations: withoutIdleDoors,
  maxComplexity: most.fields,
  validationRules: ({ variableValues }) => [
    maxDepthRule({ n: most.depth, ...told }),
    maxAliasesRule({ n: most.aliases, ...told }),
    maxCostRule(most.answered, variableValues ?? {}),
  ],
}
