import { startEmbeddedPostgres } from '@/src/db/embedded/startEmbeddedPostgres'

import { env } from '@/src/env/env'

/**
 * Lets the database run: the one of DATABASE_URL, or the embedded one. Must come before `@payload-config` is imported. A server (`lost`)
 * looks after the embedded one and must be the only one on its folder: a second would lose its database with the first.
 */
export async function openDatabase({ lost }: { lost?: (error: Error) => void } = {}): Promise<{ stop: () => Promise<void> }> {
  if (env.DATABASE_URL) return { stop: () => Promise.resolve() }
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const { url, owner, stop } = await startEmbeddedPostgres({ dataDir: env.DATA_DIR, say, ...(lost ? { lost } : {}) })
  if (lost && !owner)
    throw new Error(
      `another process works on ${env.DATA_DIR} already: stop it, or set DATA_DIR to another folder, or DATABASE_URL to share a database`,
    )
  env.DATABASE_URL = url
  process.env.DATABASE_URL = url // the Next build holds a copy of `env` of its own
  return { stop }
}

/** For commands: the database runs while `work` does. */
export async function withDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  const { stop } = await openDatabase()
  try {
    return await work()
  } finally {
    await stop()
  }
}
