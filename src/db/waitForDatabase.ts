import { setTimeout as pause } from 'node:timers/promises'

import pg from 'pg'

import { troubleIn } from './trouble'

/**
 * Waits until the database answers, so that a server and its database may start in any order. What waiting does not mend (a wrong password,
 * no such database) is thrown at once; so is everything after `patience` milliseconds.
 */
export async function waitForDatabase({
  connectionString,
  say,
  patience = 120_000,
}: {
  connectionString: string
  say: (line: string) => void
  patience?: number
}): Promise<void> {
  for (let waited = 0, told = false; ; waited += 1000) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 })
    client.on('error', () => undefined) // the connect that fails says it
    try {
      await client.connect()
      return
    } catch (error) {
      if (!troubleIn(error) || waited >= patience) throw error
      if (!told) say('The database does not answer yet; waiting for it …')
      told = true
    } finally {
      await client.end().catch(() => undefined)
    }
    await pause(1000)
  }
}
