import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { env } from '@/src/env/env'

import { startServer } from '../screens/server'
import { type BenchHouse, elapsed } from './benchHouse'
import { openOrderHouse } from './orderHouse'
import { sized } from './size'

type Served = { url: string; pid: number }
/** What a client may ask for. */
export type Asked = 'list' | 'order' | 'availability' | 'report' | 'save'

const linesOf = 10
const itemsOfHouse = 200
const customersOfHouse = 40

/** Built servers on the books of a bench, so many of them, while the work runs. */
export async function withServers(house: BenchHouse, count: number, work: (servers: readonly Served[]) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'gendan-servers-'))
  const environment = { DATABASE_URL: house.url, PAYLOAD_SECRET: env.PAYLOAD_SECRET, REQUEST_RATE_LIMIT: '0' }
  const servers: Array<Awaited<ReturnType<typeof startServer>>> = []
  try {
    while (servers.length < count) servers.push(await startServer({ command: 'start', dataDir, environment }))
    await work(servers)
  } finally {
    for (const { close } of servers) await close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** A house with many customers and items, some orders in it, and how a client asks a server something; tells what it took in milliseconds. */
export async function openClients(house: BenchHouse): Promise<(server: Served, asked: Asked, at: number) => Promise<number>> {
  const { post, login } = house
  const { warehouse, items, customer } = await openOrderHouse(house, itemsOfHouse)
  const customers = [customer]
  for (let n = 1; n < customersOfHouse; n += 1)
    customers.push(
      Number((await post('customers', { code: `K${String(n)}`, name: 'bench', credit: { control: true, limit: 1e11 } }))['id']),
    )
  const order = (at: number): object => ({
    customer: customers[at % customers.length],
    lines: Array.from({ length: linesOf }, (_, line) => ({ item: items[(at * linesOf + line) % items.length], qty: 1, warehouse })),
  })
  const orders: number[] = []
  for (let n = 0; n < sized(200); n += 1) orders.push(Number((await post('orders?depth=0', order(n)))['id']))
  const addresses: Record<Exclude<Asked, 'save'>, (at: number) => string> = {
    list: () => 'orders?limit=50',
    order: (at) => `orders/${String(orders[at % orders.length])}`,
    availability: (at) => `availability?item=${String(items[at % items.length])}`,
    report: () => 'reports/sales-analysis',
  }
  const tokens = new Map<string, string>()
  const logIn = async ({ url }: Served): Promise<string> => {
    const answer = await fetch(`${url}/api/users/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(login),
    })
    const token = ((await answer.json()) as { token?: string }).token ?? ''
    tokens.set(url, token)
    return token
  }
  return async (server, asked, at) => {
    const token = tokens.get(server.url) ?? (await logIn(server))
    const headers = { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' }
    return elapsed(async () => {
      const answer =
        asked === 'save'
          ? await fetch(`${server.url}/api/orders?depth=0`, { method: 'POST', headers, body: JSON.stringify(order(at)) })
          : await fetch(`${server.url}/api/${addresses[asked](at)}`, { headers })
      const told = await answer.text()
      if (!answer.ok) throw new Error(`${asked}: ${String(answer.status)} ${told.slice(0, 500)}`)
    })
  }
}
