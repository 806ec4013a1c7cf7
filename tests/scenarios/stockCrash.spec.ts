import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory } from '../support/story'

const root = path.resolve(import.meta.dirname, '../..')
let app: TestApp
let f: Factory
const children: ChildProcess[] = []

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await app.close()
})

async function startServer(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', 'tests/support/postingServer.ts'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  children.push(child)
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => {
      const found = /listening (\d+)/.exec(text.toString())
      if (found?.[1]) resolve(found[1])
    })
    child.on('exit', (code) => reject(new Error(`the server ended with ${String(code)}`)))
  })
  return { child, url: `http://127.0.0.1:${port}/api` }
}

/** Kills the process group at once, as a power cut would: tsx and the server under it. */
const killAtOnce = (child: ChildProcess): void => void process.kill(-(child.pid as number), 'SIGKILL')

async function inTurns<Item>(items: readonly Item[], width: number, work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items]
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: width }, worker))
}

const postTo = async (url: string, id: number): Promise<number> => {
  const answer = await fetch(`${url}/stock-issues/${id}/post`, {
    method: 'POST',
    headers: { Authorization: `JWT ${f.boss.token}`, 'Content-Type': 'application/json' },
    body: '{}',
  })
  return answer.status
}

test('the server is killed amid 90 postings: what was answered is in the books, nothing is half-posted, the rest goes on after the restart', async () => {
  const items = [await f.item(), await f.item()]
  for (const item of items) await f.receive({ item: item.id, qty: 1000, cost: 3.33 })
  const ids: number[] = []
  await inTurns(
    Array.from({ length: 90 }, (_, i) => i),
    4,
    async () => {
      const body = { warehouse: f.warehouse.id, lines: items.map(({ id }) => ({ item: id, qty: 2 })) }
      ids.push(done(await app.api.post('/stock-issues?depth=0', { token: f.boss.token, body })).id)
    },
  )

  const first = await startServer()
  const answered: number[] = []
  let dead = false
  await inTurns(ids, 6, async (id) => {
    const status = await postTo(first.url, id).catch(() => 0)
    if (status === 200) answered.push(id)
    if (answered.length >= 30 && !dead) {
      dead = true
      killAtOnce(first.child)
    }
  })
  expect(answered.length).toBeGreaterThanOrEqual(30)
  expect(answered.length).toBeLessThan(90)

  const verify = async () => {
    const req = await createLocalReq({}, app.payload)
    return inTransaction(req, () => verifyLedgers(req))
  }
  const statusOf = async (): Promise<Map<number, string>> => {
    const { docs } = done(await app.api.get('/stock-issues?limit=1000&depth=0', { token: f.boss.token }))
    return new Map(docs.map((doc) => [doc.id, doc.status]))
  }
  const after = await statusOf()
  expect(answered.filter((id) => after.get(id) !== 'posted')).toEqual([])
  expect(await verify()).toEqual([])

  const second = await startServer()
  const statuses: number[] = []
  await inTurns(ids, 6, async (id) => void statuses.push(await postTo(second.url, id)))
  expect(new Set(statuses)).toEqual(new Set([200, 409]))
  expect(new Set((await statusOf()).values())).toEqual(new Set(['posted']))
  expect(await verify()).toEqual([])
  for (const item of items) expect(await f.stock(item.id)).toMatchObject({ onHand: 820 })
  killAtOnce(second.child)
})
