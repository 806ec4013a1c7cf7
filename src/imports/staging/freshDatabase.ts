import pg from 'pg'

/**
 * A new, empty database on the server of `serverUrl` for as long as `work` takes; it is gone afterwards.
 * `work` receives its URL.
 */
export async function withFreshDatabase<Result>({
  serverUrl,
  name,
  work,
}: {
  serverUrl: string
  name: string
  work: (url: string) => Promise<Result>
}): Promise<Result> {
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  try {
    await admin.query(`create database ${pg.escapeIdentifier(name)}`)
    return await work(Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href)
  } finally {
    await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
    await admin.end()
  }
}
