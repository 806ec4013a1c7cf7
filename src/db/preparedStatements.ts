import { createHash } from 'node:crypto'

import type pg from 'pg'

/*
 * Postgres plans an unnamed statement anew each time it is sent: some two fifths of its time in a save. A statement sent again is given a
 * name, so that a connection parses and plans it once. Behind a pooler that happens only when asked for (`pooler.ts`).
 */

/** Texts longer than this, or with more values, are lists written out; each is another one, so a name would be used once. */
const longest = 20_000
const mostValues = 120
/** A connection keeps a plan for each name until it ends. */
const mostNames = 600

const names = new Map<string, string>()
/** Texts met once. Those that were met longest ago give way, so that what is asked once never keeps the names from what is asked always. */
const met = new Set<string>()
let generation = 0

type Config = { text: string; name?: string; values?: unknown[] }
type Query = (this: pg.ClientBase, ...args: unknown[]) => unknown

const isConfig = (value: unknown): value is Config =>
  value !== null && typeof value === 'object' && 'text' in value && typeof value.text === 'string' && !('submit' in value)

/** Several commands in one text (a migration run again in the same process): Postgres plans no more than one under a name. */
const isScript = (text: string, values: number): boolean => values === 0 && text.includes(';')

/** The name of a text from its second time on; undefined for one that is better sent as it is. */
export function nameOf(text: string, values: number): string | undefined {
  if (text.length > longest || values > mostValues || isScript(text, values)) return undefined
  const known = names.get(text)
  if (known) return known
  if (!met.delete(text) || names.size >= mostNames) {
    meet(text)
    return undefined
  }
  const name = `g${String(generation)}_${createHash('sha1').update(text).digest('hex').slice(0, 24)}`
  names.set(text, name)
  return name
}

function meet(text: string): void {
  met.add(text)
  const [oldest] = met
  if (met.size > mostNames && oldest !== undefined) met.delete(oldest)
}

/** The answer of Postgres when a column a statement returns has got another type since it was planned, however wrapped. */
export function isOutdatedPlan(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === '0A000' && error.message.includes('cached plan')) || isOutdatedPlan(error.cause)
}

/** After the schema changed under a running node every statement is planned again, under a new name. */
export function planAnew(): void {
  generation += 1
  names.clear()
  met.clear()
}

/** Gives the statements of a new connection names. */
export function nameStatements(client: pg.ClientBase): void {
  const named: Query = function query(this: pg.ClientBase, ...args) {
    const { query: send } = Object.getPrototypeOf(client) as { query: Query }
    const [config, given] = args
    const list = Array.isArray(given) ? given : isConfig(config) ? (config.values ?? []) : []
    const name = isConfig(config) && !config.name ? nameOf(config.text, list.length) : undefined
    if (!name) return send.apply(client, args)
    const sent = send.apply(client, [{ ...(config as Config), name }, ...args.slice(1)])
    if (!(sent instanceof Promise)) return sent
    return sent.catch((error: unknown) => {
      if (isOutdatedPlan(error)) planAnew()
      throw error
    })
  }
  Object.assign(client, { query: named })
}
