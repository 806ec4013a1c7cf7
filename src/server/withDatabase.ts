import { startEmbeddedPostgres } from '@/src/db/embedded/startEmbeddedPostgres'

import { env } from '@/src/env/env'

/** Lets the database run: the one of DATABASE_URL, or the embedded one. Must come before `@payload-config` is imported. */
export async function openDatabase(): Promise<{ embedded: boolean; stop: () => Promise<void> }> {
  if (env.DATABASE_URL) return { embedded: false, stop: () => Promise.resolve() }
  const { url, stop } = await startEmbeddedPostgres({ dataDir: env.DATA_DIR, say: (line) => process.stderr.write(`${line}\n`) })
  env.DATABASE_URL = url
  process.env.DATABASE_URL = url // the Next build holds a copy of `env` of its own
  return { embedded: true, stop }
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
