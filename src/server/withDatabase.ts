import { startEmbeddedPostgres } from '@/src/db/embedded/startEmbeddedPostgres'
import { isPooled } from '@/src/db/pooler'
import { troubleIn } from '@/src/db/trouble'
import { env } from '@/src/env/env'

/** `owner`: the address by which tables are made and changed; `writer`: the one by which the application works, the same where there is one only. */
export type OpenDatabase = { owner: string; writer: string; stop: () => Promise<void> }

/** The Next build holds a copy of `env` of its own. */
function connectBy(url: string): void {
  env.DATABASE_URL = url
  process.env.DATABASE_URL = url
}

/**
 * Lets the database run: the one of DATABASE_URL, or the embedded one. Must come before `@payload-config` is imported. A server (`lost`)
 * looks after the embedded one and must be the only one on its folder: a second would lose its database with the first. Commands work as the
 * owner, a server as the writer, once everything stands (`connectAsWriter`).
 */
export async function openDatabase({ lost }: { lost?: (error: Error) => void } = {}): Promise<OpenDatabase> {
  if (env.DATABASE_URL) {
    const writer = env.DATABASE_URL
    const direct = env.DATABASE_DIRECT_URL
    if (direct) await refusePooledDirect(direct)
    const owner = env.DATABASE_OWNER_URL ?? direct ?? writer
    connectBy(owner)
    return { owner, writer, stop: () => Promise.resolve() }
  }
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const { url, application, owner, stop } = await startEmbeddedPostgres({ dataDir: env.DATA_DIR, say, ...(lost ? { lost } : {}) })
  if (lost && !owner)
    throw new Error(
      `another process works on ${env.DATA_DIR} already: stop it, or set DATA_DIR to another folder, or DATABASE_URL to share a database`,
    )
  connectBy(url)
  return { owner: url, writer: application, stop }
}

async function refusePooledDirect(connectionString: string): Promise<void> {
  const pooled = await isPooled(connectionString).catch((error: unknown) => {
    if (troubleIn(error)) return false // a database that is not there yet is waited for
    throw error
  })
  if (pooled) throw new Error('DATABASE_DIRECT_URL leads through a pooler: it must be the address of the database itself')
}

/** From here on this process knows the owner's address no more. */
export function connectAsWriter({ writer }: OpenDatabase): void {
  connectBy(writer)
  delete env.DATABASE_OWNER_URL
  delete process.env.DATABASE_OWNER_URL
}

/** For commands: the database runs while `work` does. */
export async function withDatabase<Result>(work: (database: OpenDatabase) => Promise<Result>): Promise<Result> {
  const database = await openDatabase()
  try {
    return await work(database)
  } finally {
    await database.stop()
  }
}
