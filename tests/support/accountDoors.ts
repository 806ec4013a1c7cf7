import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import { postgresOf } from '@/src/db/postgres'

import type { TestApp } from './app'
import type { Person } from './story'

/** What stories about accounts ask again and again. `app` is there once it has started. */
export const accountDoors = (started: () => TestApp) => {
  const rowsOf = async <Row extends object>(statement: string, values: unknown[] = []): Promise<Row[]> =>
    (await postgresOf(started().payload).pool.query<Row>(statement, values)).rows

  /** The mails that have gone to an address, newest last, as they would be read. */
  async function mailsTo(address: string): Promise<string[]> {
    const app = started()
    const { runDueJobs } = await import('./runDueJobs')
    await runDueJobs(app)
    await runDueJobs(app) // what the first jobs put into the queue
    const folder = path.join(app.dataDir, 'mail')
    const names = await readdir(folder).catch(() => [])
    const sent = new Map<string, string>()
    for (const name of names) sent.set(name, await readFile(path.join(folder, name), 'utf8'))
    const ours = await rowsOf<{ key: string }>('select key from outbox where "to" = $1 order by id', [address])
    return ours.flatMap(({ key }) => {
      const raw = sent.get(`${key.replace(/[^\w.@-]+/g, '_')}.eml`)
      return raw ? [decoded(raw)] : []
    })
  }

  const logIn = async (email: string, word: string, more: Record<string, unknown> = {}) =>
    started().api.post('/users/login', { body: { email, password: word, ...more } })
  const change = (by: Person, id: number, body: Record<string, unknown>) => started().api.patch(`/users/${id}`, { token: by.token, body })
  return { rowsOf, mailsTo, logIn, change }
}

/** The text of a mail, whatever its transfer encoding. */
function decoded(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  return Buffer.from(body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8') // prettier-ignore
}
