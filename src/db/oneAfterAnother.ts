import type pg from 'pg'

type Query = (this: pg.ClientBase, ...args: unknown[]) => unknown

const isOver = (): void => undefined

/**
 * Statements of one transaction share a connection, and those who ask do not know of one another: an import looks up one portion while it writes
 * another, a save asks for several fields at once. The driver keeps a line of its own for that, which it gives up (pg 9); so they wait here, in the order
 * they were asked, and each is sent when the one before it is over, however it ended.
 */
export function oneAfterAnother(client: pg.ClientBase): void {
  const send = client.query as Query
  let last: Promise<unknown> | null = null
  const follow = (sent: Promise<unknown>): Promise<unknown> => {
    const over = sent.then(isOver, isOver).then(() => {
      if (last === over) last = null
    })
    last = over
    return sent
  }
  const query: Query = function query(...args) {
    if (last === null) {
      const sent = send.apply(client, args)
      return sent instanceof Promise ? follow(sent) : sent
    }
    const sent = follow(last.then(() => send.apply(client, args)))
    const [statement] = args
    // who waits for no promise hears by his callback, or from the statement itself
    const isOwn = statement !== null && typeof statement === 'object' && 'submit' in statement
    if (!isOwn && typeof args.at(-1) !== 'function') return sent
    sent.catch(isOver)
    return isOwn ? statement : undefined
  }
  Object.assign(client, { query })
}
