import {
  type FieldNode,
  getNamedType,
  GraphQLError,
  type GraphQLOutputType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'

/** Rows of a list that says no number, rows at most, and rows of a list inside a record, of which nobody says how many there are. */
const rows = { unsaid: 10, most: 1000, inside: 5 } as const

type Variables = Readonly<Record<string, unknown>>
type Counting = {
  context: ValidationContext
  variables: Variables
  /** the fragments this one stands in */
  within: readonly string[]
  /** the page this is the inside of: its rows stand in `docs`, and were counted with it */
  isPage?: boolean
}

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type)

/** How many rows a field answers: as many as it is asked for, as many as there may be where all are asked for. */
function rowsOf(field: FieldNode, type: GraphQLOutputType, takesLimit: boolean, variables: Variables): number {
  const given = field.arguments?.find(({ name }) => name.value === 'limit')?.value
  const value =
    given?.kind === 'IntValue'
      ? Number(given.value)
      : given?.kind === 'Variable'
        ? Number(variables[given.name.value] ?? rows.unsaid)
        : null
  if (value !== null) return Number.isFinite(value) && value > 0 ? Math.min(value, rows.most) : rows.most
  return takesLimit ? rows.unsaid : isList(type) ? rows.inside : 1
}

/** Fields of an answer, each as often as it may stand there: depth, number of rows and relations are one figure. */
function costOf(selection: SelectionSetNode, parent: GraphQLOutputType, counting: Counting): number {
  const { context, variables, within } = counting
  const owner = getNamedType(parent)
  let cost = 0
  for (const node of selection.selections) {
    if (node.kind === 'FragmentSpread') {
      const fragment = context.getFragment(node.name.value)
      // a fragment inside itself is refused by a rule of its own
      if (!fragment || within.includes(node.name.value)) continue
      const type = context.getSchema().getType(fragment.typeCondition.name.value)
      if (type && isCompositeType(type)) cost += costOf(fragment.selectionSet, type, { ...counting, within: [...within, node.name.value] })
    } else if (node.kind === 'InlineFragment') {
      const type = node.typeCondition ? context.getSchema().getType(node.typeCondition.name.value) : owner
      if (type && isCompositeType(type)) cost += costOf(node.selectionSet, type, counting)
    } else {
      const field = isObjectType(owner) ? owner.getFields()[node.name.value] : undefined
      if (!field) continue
      const takesLimit = field.args.some(({ name }) => name === 'limit')
      const times = counting.isPage && node.name.value === 'docs' ? 1 : rowsOf(node, field.type, takesLimit, variables)
      const inside = node.selectionSet ? costOf(node.selectionSet, field.type, { context, variables, within, isPage: takesLimit }) : 0
      cost += times * (1 + inside)
    }
  }
  return cost
}

/** Refuses a question whose answer would hold more than `most` fields, before anything is read. */
export const maxCostRule =
  (most: number, variables: Variables = {}): ValidationRule =>
  (context) => ({
    OperationDefinition(node) {
      const { operation, selectionSet } = node
      const schema = context.getSchema()
      const root = operation === 'mutation' ? schema.getMutationType() : operation === 'query' ? schema.getQueryType() : null
      if (!root) return
      const cost = costOf(selectionSet, root, { context, variables, within: [] })
      if (cost > most)
        context.reportError(
          new GraphQLError(
            `The answer would hold about ${cost} fields, more than ${most}: ask for fewer rows (limit), fields or relations. 查询过大，请减少行数、字段或关联`,
            { nodes: node },
          ),
        )
    },
  })
