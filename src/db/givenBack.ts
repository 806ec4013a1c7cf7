import type pg from 'pg'

type Query = (this: pg.ClientBase, ...args: unknown[]) => unknown

const begins = (statement: unknown): boolean =>
  statement !== null && typeof statement === 'object' && 'text' in statement && /^begin\b/i.test(String(statement.text))

/**
 * Whoever opens a transaction takes a connection and says BEGIN; where that fails, drizzle throws and keeps the connection for ever. After as
 * many broken lines as the pool has connections nobody could write any more. So a connection that cannot begin is given back here.
 */
export function giveBackWhatCannotBegin(client: pg.PoolClient): void {
  const send = client.query as Query
  const query: Query = function query(...args) {
    const sent = send.apply(client, args)
    if (begins(args[0]) && sent instanceof Promise) sent.catch((error: Error) => client.release(error))
    return sent
  }
  Object.assign(client, { query })
}
