import pg from 'pg'

import { withFreshDatabase } from '@/src/imports/staging/freshDatabase'

import { env } from '@/src/env/env'
import { withDatabase } from '../../withDatabase'

const rounds = 30

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    await work()
    if (round >= 5) times.push(performance.now() - start) // the first ones warm up
  }
  return median(times)
}

/** The same rows as one hand-written transaction: header, lines, reservations, credit, balances, number. */
async function byHand({
  client,
  lines,
  item,
  warehouse,
  customer,
}: {
  client: pg.Client
  lines: number
  item: number
  warehouse: number
  customer: number
}): Promise<void> {
  await client.query('begin')
  const { rows } = await client.query<{ id: number }>(
    `insert into orders (no, date, status, version, kind, customer_id, gross_total) values (gen_random_uuid()::text, current_date, 'draft', 1, 'standard', $1, $2) returning id`,
    [customer, lines * 100],
  )
  const id = rows[0]?.id
  await client.query(
    `insert into orders_lines (_order, _parent_id, id, item_id, qty, price, net, tax, gross) select n, $1, encode(gen_random_bytes(12), 'hex'), $2, 1, 100, 100, 0, 100 from generate_series(1, $3::int) n`,
    [id, item, lines],
  )
  await client.query(
    `insert into stock_entries (source_slug, source_id, source_line, account, item_id, warehouse_id, batch_no, qty, value, source_version, cause_slug, cause_id, business_date)
     select 'bench', $1::int, n::text, 'reserved', $2::int, $3::int, '', 1, 0, 1, 'bench', $1::int, current_date from generate_series(1, $4::int) n`,
    [id, item, warehouse, lines],
  )
  await client.query('update stock_totals set on_hand = on_hand where item_id = $1', [item])
  await client.query(
    `insert into credit_entries (source_slug, source_id, source_line, object_kind, object_id, bucket, amount, source_version, cause_slug, cause_id, business_date)
     select 'bench', $1::int, n::text, 'customers', $2::int, 'orders', 100, 1, 'bench', $1::int, current_date from generate_series(1, $3::int) n`,
    [id, customer, lines],
  )
  await client.query('commit')
}

/** `npm run bench -- orders`: both in one run on one machine, as a ratio; the figure for a machine alone means nothing. */
export const benchOrders = (): Promise<number> =>
  withDatabase(() =>
    withFreshDatabase({
      serverUrl: env.DATABASE_URL,
      name: `gendan_bench_${String(process.pid)}`,
      work: async (url) => {
        env.DATABASE_URL = url
        process.env['DATABASE_URL'] = url
        const { migrateDatabase } = await import('@/src/db/migrate')
        await migrateDatabase({ connectionString: url, logLevel: 'warn' })
        const { getPayload } = await import('payload')
        const { default: config } = await import('@payload-config')
        const { REST_POST } = await import('@payloadcms/next/routes')
        const payload = await getPayload({ config })
        const post = REST_POST(config)
        const call = async (path: string, body: unknown, token?: string): Promise<Record<string, unknown>> => {
          const request = new Request(`http://localhost/api/${path}`, {
            method: 'POST',
            body: JSON.stringify(body),
            headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) },
          })
          const answer = await post(request, { params: Promise.resolve({ slug: path.split('?')[0]?.split('/') ?? [] }) })
          const told = (await answer.json()) as Record<string, unknown>
          if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(told)}`)
          return (told['doc'] as Record<string, unknown> | undefined) ?? told
        }
        const password = 'Bench-2026-only'
        await payload.create({
          collection: 'users',
          data: {
            email: 'bench@gendan.example',
            password,
            name: 'bench',
            roles: ['admin', 'generalManager', 'sales', 'warehouse'],
          } as never,
          overrideAccess: true,
        })
        const token = (await call('users/login', { email: 'bench@gendan.example', password }))['token'] as string
        const category = await call('item-categories', { code: 'C', name: 'bench' }, token)
        const item = await call(
          'items',
          { code: 'I', name: 'bench', category: category['id'], kind: 'goods', unit: 'PCS', taxRate: 0, listPrice: 100, minPrice: 1 },
          token,
        )
        const warehouse = await call('warehouses', { code: 'W', name: 'bench', kind: 'goods' }, token)
        const customer = await call('customers', { code: 'K', name: 'bench', credit: { control: true, limit: 1e11 } }, token)
        const receipt = await call(
          'stock-receipts',
          { warehouse: warehouse['id'], lines: [{ item: item['id'], qty: 1e7, cost: 1 }] },
          token,
        )
        await call(`stock-receipts/${String(receipt['id'])}/post`, {}, token)
        const client = new pg.Client({ connectionString: url })
        await client.connect()
        await client.query('create extension if not exists pgcrypto')
        for (const lines of [10, 50]) {
          const order = {
            customer: customer['id'],
            lines: Array.from({ length: lines }, () => ({ item: item['id'], qty: 1, warehouse: warehouse['id'] })),
          }
          const bare = await timed(() =>
            byHand({ client, lines, item: Number(item['id']), warehouse: Number(warehouse['id']), customer: Number(customer['id']) }),
          )
          const ours = await timed(() => call('orders?depth=0', order, token))
          console.log(
            `${String(lines)} lines: ${ours.toFixed(1)} ms through REST with three guards, ${bare.toFixed(1)} ms by hand, ratio ${(ours / bare).toFixed(1)}`,
          )
        }
        await client.end()
        await payload.destroy()
        return 0
      },
    }),
  )
