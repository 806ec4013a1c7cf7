import type { TestApp } from './app'

type TypeRef = { kind: string; name: string | null; ofType?: TypeRef | null }
type Named = { name: string; type: TypeRef }
type GraphqlField = Named & { args: Named[] }
type GraphqlType = {
  name: string
  kind: string
  fields: GraphqlField[] | null
  inputFields: Named[] | null
  enumValues: { name: string }[] | null
}

export type GraphqlSchema = {
  types: ReadonlyMap<string, GraphqlType>
  queries: readonly GraphqlField[]
  mutations: readonly GraphqlField[]
}

const ref = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }'

/** What GraphQL says it has, in one question. */
export async function readSchema(app: TestApp, token: string): Promise<GraphqlSchema> {
  const query = `{ __schema { types { name kind enumValues { name } inputFields { name type { ${ref} } } fields { name args { name type { ${ref} } } type { ${ref} } } } } }`
  const { body } = await app.api.graphql(query, { token })
  const told = body.data['__schema'] as unknown as { types: GraphqlType[] }
  const types = new Map(told.types.map((type) => [type.name, type]))
  const fieldsOf = (name: string): readonly GraphqlField[] => types.get(name)?.fields ?? []
  return { types, queries: fieldsOf('Query'), mutations: fieldsOf('Mutation') }
}

/** The type behind lists and what must not be empty. */
export const innermost = (type: TypeRef): TypeRef => (type.ofType ? innermost(type.ofType) : type)

const isList = (type: TypeRef): boolean => type.kind === 'LIST' || (type.ofType ? isList(type.ofType) : false)

const plainValues: Readonly<Record<string, string>> = { Int: '1', Float: '1', Boolean: 'true', JSON: '{}', DateTime: '"2026-01-01"', EmailAddress: '"x@x.example"' } // prettier-ignore

/** Something of a type, with nothing in it that may be left out. */
export function valueOf({ types }: GraphqlSchema, type: TypeRef): string {
  const inner = innermost(type)
  const known = types.get(inner.name ?? '')
  const one = (): string => {
    if (inner.kind === 'ENUM') return known?.enumValues?.[0]?.name ?? 'null'
    if (inner.kind !== 'INPUT_OBJECT') return plainValues[inner.name ?? ''] ?? '"x"'
    const needed = (known?.inputFields ?? []).filter((field) => field.type.kind === 'NON_NULL')
    return `{ ${needed.map((field) => `${field.name}: ${valueOf({ types, queries: [], mutations: [] }, field.type)}`).join(', ')} }`
  }
  return isList(type) ? `[${one()}]` : one()
}

/** A selection of plain values inside a type, lists and groups of its own among them; '' where it is one itself. */
export function plainFields(schema: GraphqlSchema, type: TypeRef, depth = 0): string {
  const { kind, name } = innermost(type)
  if (kind === 'UNION') return '{ __typename }'
  if (kind !== 'OBJECT') return ''
  const inside = (schema.types.get(name ?? '')?.fields ?? []).flatMap((field) => {
    if (field.args.some((arg) => arg.type.kind === 'NON_NULL')) return []
    const inner = innermost(field.type)
    if (inner.kind === 'SCALAR' || inner.kind === 'ENUM') return [field.name]
    // a list or group of the record is called after it; a relation is not
    return depth > 0 && inner.name?.startsWith(`${name ?? ''}_`) ? [`${field.name} ${plainFields(schema, field.type, depth - 1)}`] : []
  })
  return `{ ${inside.join(' ') || '__typename'} }`
}
