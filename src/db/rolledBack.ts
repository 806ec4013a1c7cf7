import type pg from 'pg'

type Query = (this: pg.ClientBase, ...args: unknown[]) => unknown

const commits = (statement: unknown): boolean =>
  statement !== null && typeof statement === 'object' && 'text' in statement && /^commit\b/i.test(String(statement.text))

const isRolledBack = (answer: unknown): boolean =>
  answer !== null && typeof answer === 'object' && 'command' in answer && answer.command === 'ROLLBACK'

/**
 * A transaction in which a statement has failed cannot be committed: Postgres answers COMMIT with ROLLBACK, which is no error to the driver nor to drizzle.
 * Where that failure was swallowed, nobody would hear that nothing was kept.
 */
export function tellRolledBack(client: pg.ClientBase): void {
  const send = client.query as Query
  const query: Query = function query(...args) {
    const sent = send.apply(client, args)
    if (!commits(args[0]) || !(sent instanceof Promise)) return sent
    return sent.then((answer: unknown) => {
      if (isRolledBack(answer)) throw new Error('A statement of this transaction had failed; nothing of it was kept')
      return answer
    })
  }
  Object.assign(client, { query })
}
