import { type GraphqlSchema, innermost, valueOf } from './graphqlSchema'

/** Four at a time: while one waits for the database another is asked about. What fails is told when all have been asked. */
export async function together<Each>(list: readonly Each[], ask: (one: Each) => Promise<void>): Promise<void> {
  const left = [...list]
  const asking = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await ask(next)
  }
  const ends = await Promise.allSettled([asking(), asking(), asking(), asking()])
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** Ways of asking about a figure by an address, one after the other. */
export const restWays: ReadonlyArray<(path: string) => string> = [
  (path) => `?sort=-${path}`,
  (path) => `?where[${path}][exists]=true`,
  (path) => `/count?where[${path}][exists]=true`,
  (path) => `?where[Or][0][aND][0][${path}][exists]=true`,
]

/** What GraphQL filters a list by, each with a comparison it knows there. */
function filtersOf(schema: GraphqlSchema, field: string): ReadonlyMap<string, string> {
  const input = schema.queries.find(({ name }) => name === field)?.args.find(({ name }) => name === 'where')
  const inputsOf = (type: Parameters<typeof innermost>[0]) => schema.types.get(innermost(type).name ?? '')?.inputFields ?? []
  return new Map(
    (input ? inputsOf(input.type) : []).flatMap(({ name, type }): [string, string][] => {
      const known = inputsOf(type)
      // what is never empty is not asked whether it is there
      const [compared] = ['exists', 'equals', 'in'].flatMap((operator) => known.find((one) => one.name === operator) ?? [])
      return compared ? [[name, `${compared.name}: ${valueOf(schema, compared.type)}`]] : []
    }),
  )
}

type Asked = { schema: GraphqlSchema; field: string; paths: readonly string[] }

/** Ways of asking GraphQL about fields of a list: each by its order, and by a filter where it has one, plain, within others, and of a count. */
export function graphqlWays({ schema, field, paths }: Asked): string[] {
  const filters = filtersOf(schema, field)
  const counts = schema.queries.some(({ name }) => name === `count${field}`)
  return [
    ...paths.map((path) => `${field}(sort: "${path}") { totalDocs }`),
    ...paths.flatMap((path, index) => {
      const named = path.replaceAll('.', '__')
      const comparison = filters.get(named)
      if (comparison === undefined) return []
      const where = [`{ ${named}: { ${comparison} } }`, `{ OR: [{ AND: [{ ${named}: { ${comparison} } }] }] }`][index % 2] ?? ''
      return [`${counts && index % 3 === 0 ? `count${field}` : field}(where: ${where}) { totalDocs }`]
    }),
  ]
}
