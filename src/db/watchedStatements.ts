import type pg from 'pg'

/** Told of each statement that is sent; what it answers is told when the statement has ended, and with what error. */
type StatementWatch = (text: string) => (error?: unknown) => void

/** One for the process: the built pages hold a copy of this module. */
const place = Symbol.for('gendan.statements')

/** From here on the statements of new connections are told. */
export const watchStatements = (watch: StatementWatch | null): void => void Object.assign(globalThis, { [place]: watch })

const watching = (): StatementWatch | null => (Reflect.get(globalThis, place) as StatementWatch | null | undefined) ?? null

type Query = (this: pg.ClientBase, ...args: unknown[]) => unknown
type Callback = (error: unknown, ...rest: unknown[]) => void

const textOf = (statement: unknown): string =>
  typeof statement === 'string'
    ? statement
    : statement !== null && typeof statement === 'object' && 'text' in statement
      ? String(statement.text)
      : ''

/** Tells the statements of a connection to whoever watched when it was opened; nothing is in the way where nobody does. */
export function tellStatements(client: pg.ClientBase): void {
  const watch = watching()
  if (!watch) return
  const send = client.query as Query
  const query: Query = function query(...args) {
    const ended = watch(textOf(args[0]))
    const last = args.at(-1)
    if (typeof last === 'function') {
      const callback = last as Callback
      const told: Callback = (error, ...rest) => {
        ended(error ?? undefined)
        callback(error, ...rest)
      }
      return send.apply(client, [...args.slice(0, -1), told])
    }
    const sent = send.apply(client, args)
    if (sent instanceof Promise) sent.then(() => ended(), ended)
    else ended()
    return sent
  }
  Object.assign(client, { query })
}
