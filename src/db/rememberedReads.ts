import { mapColumnsInSQLToAlias, type Query, SQL, sql } from '@payloadcms/db-postgres/drizzle'

/*
 * Payload reads every record by a relational query of drizzle, which writes the text of some hundred columns and their rows anew each time:
 * a quarter of the processor time of a read. What is selected depends on the collection and the fields asked for and is written once; only
 * condition, order and page are written for each read.
 */

type Shape = { columns?: unknown; with?: unknown; extras?: unknown }
type Ordered = SQL | Parameters<typeof sql>[1]
type Writing = Parameters<SQL['toQuery']>[0]
type Asked = Shape & { where?: SQL | undefined; orderBy?: Ordered[] | (() => Ordered[]); limit?: number; offset?: number }

/** What we need to know of drizzle's relational query; `tests/ground/rememberedReads.spec.ts` holds it against drizzle's own texts. */
type RelationalQuery = {
  config: Asked
  tableConfig: { tsName: string }
  dialect: Pick<Writing, 'casing' | 'escapeName' | 'escapeParam' | 'escapeString'> & { sqlToQuery: (text: SQL) => Query }
  _getQuery: () => { sql: SQL; selection: unknown }
  _toSQL: () => Written
}
type Written = { query: { selection: unknown }; builtQuery: Query }
type Builder = Record<'findMany' | 'findFirst', (config?: Asked) => RelationalQuery>

/** By table, as long as its schema lives: what is selected, by the shape it was asked in. */
const heads = new WeakMap<object, Map<string, Written>>()
/** A house asks in a few shapes per collection; whoever asks for one column set after another gets no further. */
const mostShapes = 50

/** Makes the reads of a connection, or of an open transaction, write what they select once. */
export function rememberReads<Database extends { query: object }>(database: Database): Database {
  for (const builder of Object.values(database.query) as Builder[])
    for (const name of ['findMany', 'findFirst'] as const) {
      const find = builder[name].bind(builder)
      builder[name] = (config) => remembered(find(config))
    }
  return database
}

function remembered(query: RelationalQuery): RelationalQuery {
  const { where, orderBy, limit, offset, ...shape } = query.config
  const key = where === undefined || where instanceof SQL ? keyOf(shape) : undefined
  if (key === undefined) return query
  const writeAll = query._toSQL.bind(query)
  query._toSQL = () => {
    const head = headOf(query, key, shape)
    return head ? completed(query, head, { where, orderBy, limit, offset }) : writeAll()
  }
  return query
}

/** The shape as text; undefined where it holds conditions of its own, which are another one each time. Rows are always ordered by their place. */
function keyOf(shape: Shape): string | undefined {
  let isPlain = true
  const key = JSON.stringify(shape, (name, value: unknown) => {
    const isOwn = value instanceof SQL || (typeof value === 'function' && name !== 'orderBy')
    if (isOwn) isPlain = false
    return isOwn ? undefined : value // a condition leads to tables, which lead back to it
  })
  return isPlain ? key : undefined
}

function headOf(query: RelationalQuery, key: string, shape: Shape): Written | undefined {
  const known = heads.get(query.tableConfig) ?? new Map<string, Written>()
  heads.set(query.tableConfig, known)
  const head = known.get(key)
  if (head || known.size >= mostShapes) return head
  const asked = query.config
  query.config = shape
  const { sql: text, selection } = query._getQuery()
  query.config = asked
  const made: Written = { query: { selection }, builtQuery: query.dialect.sqlToQuery(text) }
  known.set(key, made)
  return made
}

function completed({ dialect, tableConfig }: RelationalQuery, { query, builtQuery }: Written, asked: Omit<Asked, keyof Shape>): Written {
  const { where, orderBy = [], limit, offset } = asked
  const here = (part: Ordered): SQL => mapColumnsInSQLToAlias(part instanceof SQL ? part : sql`${part}`, tableConfig.tsName)
  const order = (typeof orderBy === 'function' ? orderBy() : orderBy).map(here)
  const tail = sql.join([
    ...(where ? [sql` where ${here(where)}`] : []),
    ...(order.length > 0 ? [sql` order by ${sql.join(order, sql`, `)}`] : []),
    ...(limit === undefined ? [] : [sql` limit ${limit}`]),
    ...(offset ? [sql` offset ${offset}`] : []),
  ])
  const { casing, escapeName, escapeParam, escapeString } = dialect
  const written = tail.toQuery({ casing, escapeName, escapeParam, escapeString, paramStartIndex: { value: builtQuery.params.length } })
  return { query, builtQuery: { sql: builtQuery.sql + written.sql, params: [...builtQuery.params, ...written.params] } }
}
