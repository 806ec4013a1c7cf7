import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { demoPassword } from '@/src/demo/accounts'

import { createTestDatabase, type TestDatabase } from '../support/database'

/*
 * A rolling upgrade: the version before the newest migration serves books that have lived since the baseline; the new version migrates them
 * under it and serves beside it. GENDAN_FORMER names another commit for the version before.
 */
const root = path.resolve(import.meta.dirname, '../..')
const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()

/** The version before the newest migration; empty where its sources cannot be had (no git, or a clone without history). */
function formerVersion(): string {
  try {
    const newest = git('log', '-1', '--format=%H', '--diff-filter=A', '--', 'src/db/migrations/*.ts')
    return git('rev-parse', '--verify', `${process.env.GENDAN_FORMER ?? `${newest}^`}^{commit}`)
  } catch {
    return ''
  }
}
const former = formerVersion()
if (!former) process.stderr.write('there is no history here: no version before was tried beside this one\n')
const withHistory = former ? describe : describe.skip

type Answer = {
  status: number
  body: Record<string, never> & { doc?: { id: number; version: number; status: string }; docs?: Array<Record<string, unknown>> }
}
type Server = { ask: (method: string, target: string, by: string, body?: object) => Promise<Answer>; end: () => Promise<void> }

withHistory('two versions on one database', () => {
  const before = mkdtempSync(path.join(os.tmpdir(), 'gendan-before-'))
  const children: ChildProcess[] = []
  let database: TestDatabase

  const run = (
    tree: string,
    file: string,
    ...args: string[]
  ): { child: ChildProcess; ended: Promise<{ code: number | null; said: string }> } => {
    const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', file, ...args], {
      cwd: tree,
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        DATA_DIR: path.join(before, '.data'),
        PAYLOAD_SECRET: 'for the tests only',
        LOG_LEVEL: 'error',
        LOGIN_RATE_LIMIT: '0',
        NODE_OPTIONS: '',
      } as NodeJS.ProcessEnv,
    })
    children.push(child)
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
    return { child, ended: new Promise((resolve) => child.once('exit', (code) => resolve({ code, said }))) }
  }
  const done = async (tree: string, file: string, ...args: string[]): Promise<string> => {
    const { code, said } = await run(tree, file, ...args).ended
    if (code !== 0) throw new Error(`${file} ended with ${code}:\n${said.slice(-3000)}`)
    return said
  }
  const tokens = new Map<string, string>()

  async function serve(tree: string): Promise<Server> {
    const { child, ended } = run(tree, 'tests/faults/support/apiServer.ts')
    const port = await new Promise<string>((resolve, reject) => {
      child.stdout?.on('data', (chunk) => {
        const found = /listening (\d+)/.exec(String(chunk))
        if (found?.[1]) resolve(found[1])
      })
      void ended.then(({ said }) => reject(new Error(`The server ended: ${said.slice(-3000)}`)))
    })
    const send = async (method: string, target: string, token: string, body?: object): Promise<Answer> => {
      const answer = await fetch(`http://127.0.0.1:${port}/api${target}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      return { status: answer.status, body: (await answer.json()) as Answer['body'] }
    }
    return {
      ask: async (method, target, by, body) => {
        if (!tokens.has(by)) {
          const answer = await send('POST', '/users/login', '', { email: `${by}@demo.example`, password: demoPassword })
          tokens.set(by, String((answer.body as { token?: string }).token))
        }
        return send(method, target, tokens.get(by) ?? '', body)
      },
      end: async () => {
        child.kill('SIGTERM')
        await ended
      },
    }
  }
  const good = (answer: Answer): NonNullable<Answer['body']['doc']> & Record<string, unknown> => {
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body).slice(0, 2000)}`)
    return (answer.body.doc ?? answer.body) as ReturnType<typeof good>
  }

  beforeAll(async () => {
    execFileSync('sh', ['-c', `git archive ${former} | tar -x -C ${before}`], { cwd: root })
    symlinkSync(path.join(root, 'node_modules'), path.join(before, 'node_modules'))
    copyFileSync(path.join(root, 'tests/faults/support/apiServer.ts'), path.join(before, 'tests/faults/support/apiServer.ts'))
    database = await createTestDatabase({ empty: true })
    await done(before, 'src/server/commands/restore.ts', 'tests/fixtures/baseline.gendan')
  }, 300_000)
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL')
    await database.drop()
    rmSync(before, { recursive: true, force: true })
  })

  test('the version before goes on while the schema is changed under it, and documents pass from one to the other', async () => {
    const old = await serve(before)
    const [known] = (await old.ask('GET', '/orders?depth=0&limit=1&sort=id&where[status][equals]=approved', 'gm')).body.docs ?? []
    const [line] = (known?.['lines'] ?? []) as Array<Record<string, unknown>>
    const order = { customer: known?.['customer'], lines: [{ item: line?.['item'], qty: 1, price: line?.['price'] }] }

    // saves go on all the time; the longest pause is what an upgrade costs
    let going = true
    const answers: number[] = []
    let longest = 0
    const saving = (async () => {
      for (let last = performance.now(); going; last = performance.now()) {
        answers.push((await old.ask('POST', '/orders?depth=0', 'gm', order)).status)
        longest = Math.max(longest, performance.now() - last)
      }
    })()
    const migrating = done(root, 'src/server/commands/migrate.ts')
    await migrating.finally(() => (going = false))
    await saving
    expect(answers.length).toBeGreaterThan(0)
    expect(answers.filter((status) => status >= 300)).toEqual([])
    process.stdout.write(
      `the version before (${former.slice(0, 8)}) saved ${answers.length} orders while the schema changed; the longest took ${(longest / 1000).toFixed(1)} s\n`,
    )

    const fresh = await serve(root)
    for (const [first, second] of [
      [old, fresh],
      [fresh, old],
    ] as const) {
      const made = good(await first.ask('POST', '/orders?depth=0', 'gm', order))
      const edited = good(
        await second.ask('PATCH', `/orders/${made.id}?depth=0`, 'gm', { version: made.version, remark: 'from one to the other' }),
      )
      expect(edited).toMatchObject({ id: made.id, version: made.version + 1 })
      good(await first.ask('POST', `/orders/${made.id}/submit`, 'gm', { version: edited.version }))
      const seen = await Promise.all([old, fresh].map(async (server) => good(await server.ask('GET', `/orders/${made.id}?depth=0`, 'gm'))))
      expect(seen.map(({ status, version, remark }) => ({ status, version, remark }))).toEqual([
        { status: seen[0]?.status, version: seen[0]?.version, remark: 'from one to the other' },
        { status: seen[0]?.status, version: seen[0]?.version, remark: 'from one to the other' },
      ])
      expect(seen[0]?.status).not.toBe('draft')
      // a save on an older state is a conflict, whichever version made the newer one
      expect((await second.ask('PATCH', `/orders/${made.id}`, 'gm', { version: made.version, remark: 'late' })).status).toBe(409)
    }
    await old.end()
    await fresh.end()
    expect(await done(root, 'src/server/commands/ledgerVerify.ts')).toMatch(/^[1-9]\d* documents proven, 0 differences/m)
  }, 400_000)
})
