import { AsyncLocalStorage } from 'node:async_hooks'

import type { PayloadRequest } from 'payload'

/**
 * Trouble of the database itself, as opposed to a statement it refused: it cannot be reached or has no connection to give, took too long,
 * may only be read, is full; `disk`: the server's own has no room or cannot be written. `unknown`: the connection was lost while COMMIT was under way, so nobody knows whether it was kept.
 */
export type DatabaseTrouble = 'unreachable' | 'slow' | 'readOnly' | 'full' | 'disk' | 'unknown'

const byState: ReadonlyArray<[RegExp, DatabaseTrouble]> = [
  [/^(08...|57P0[1-5]|53300|53400)$/, 'unreachable'],
  [/^(57014|25P0[34])$/, 'slow'],
  [/^25006$/, 'readOnly'],
  [/^(53100|53200)$/, 'full'],
]
const bySystem = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'])
const byDisk = new Set(['ENOSPC', 'EDQUOT', 'EROFS'])
/** The driver and its pool give these no code. */
const byText =
  /timeout exceeded when trying to connect|Connection terminated|terminated unexpectedly|connection error and is not queryable|Cannot use a pool after calling end|Client was closed/i

/** Thrown by COMMIT when the connection was lost under it. */
export class CommitUnknown extends Error {}

/** Says again what failed earlier in the request, where the platform took it for something else. */
export class TroubleError extends Error {
  constructor(readonly trouble: DatabaseTrouble) {
    super(`Trouble of the database: ${trouble}`)
  }
}

/** What is wrong with the database, if this error says so, however deeply the layers have wrapped it. */
export function troubleIn(error: unknown): DatabaseTrouble | null {
  let at = error as { code?: unknown; message?: unknown; cause?: unknown; errors?: unknown[] } | undefined
  for (let depth = 0; at && depth < 6; depth += 1) {
    if (at instanceof CommitUnknown) return 'unknown'
    if (at instanceof TroubleError) return at.trouble
    const code = typeof at.code === 'string' ? at.code : ''
    const found = byState.find(([pattern]) => pattern.test(code))
    if (found) return found[1]
    if (byDisk.has(code)) return 'disk'
    if (bySystem.has(code) || (typeof at.message === 'string' && byText.test(at.message))) return 'unreachable'
    at = (at.cause ?? at.errors?.[0]) as typeof at
  }
  return null
}

/*
 * The platform's log-in looks the user up and takes any error for "nobody". What happened while it did is watched, and written on the request,
 * so that the answer need not be that nobody is logged in.
 */
const watched = new AsyncLocalStorage<{ trouble: DatabaseTrouble | null }>()
const marked = new WeakMap<object, DatabaseTrouble>()
let last: { trouble: DatabaseTrouble; at: number } | null = null

/** Remembers trouble for whoever watches, for the request it happened in, and for whoever asks how the database is. */
export function noteTrouble(error: unknown, req?: Partial<PayloadRequest> | null): void {
  const trouble = troubleIn(error)
  if (!trouble) return
  last = { trouble, at: Date.now() }
  const watch = watched.getStore()
  if (watch) watch.trouble ??= trouble
  if (req) marked.set(req, trouble)
}

/** Runs `work` and tells what trouble there was, whether it told or not. */
export async function watchTrouble<Result>(work: () => Promise<Result>): Promise<{ result: Result; trouble: DatabaseTrouble | null }> {
  const store: { trouble: DatabaseTrouble | null } = { trouble: null }
  return { result: await watched.run(store, work), trouble: store.trouble }
}

export const troubleOf = (req: Partial<PayloadRequest>): DatabaseTrouble | null => marked.get(req) ?? null

/** The last trouble of the last seconds, of whatever request. */
export const recentTrouble = (seconds: number): DatabaseTrouble | null =>
  last && Date.now() - last.at < seconds * 1000 ? last.trouble : null
