import pg from 'pg'

import { withFreshDatabase } from '@/src/imports/staging/freshDatabase'

import { env } from '@/src/env/env'
import { withDatabase } from '../../withDatabase'
import { sized } from './size'

const rounds = 15
const warmUp = 5
const items = sized(1000)

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const start = performance.now()
    await work()
    if (round >= warmUp) times.push(performance.now() - start)
  }
  return median(times)
}

/** 1,000 items, 200 customers, 200,000 rows: 195 customers' rows for every item, and five breaks for everybody. */
const stock: readonly string[] = [
  `insert into item_categories (code, name) values ('C', 'bench')`,
  `insert into items (code, name, kind, unit, list_price, category_id)
     select 'I' || n, 'bench', 'goods', 'PCS', 100, (select min(id) from item_categories) from generate_series(1, ${String(items)}) n`,
  `insert into customers (code, name, status) select 'K' || n, 'bench', 'active' from generate_series(1, 200) n`,
  `insert into price_policies (item_id, customer_id, currency, price, priority, version, policy_key)
     select i.id, c.id, 'CNY', 90, 0, 1, i.id || '-' || c.id from items i cross join (select id from customers order by id limit 195) c`,
  `insert into price_policies (item_id, currency, min_qty, price, priority, version, policy_key)
     select i.id, 'CNY', n * 10, 95 - n, 0, 1, i.id || '+' || n from items i cross join generate_series(1, 5) n`,
  'analyze',
]

/** The candidates of one customer as somebody would fetch them by hand. */
const byHand = `select p.id, p.version, p.customer_id, p.customer_category_id, p.item_id, p.item_category_id, p.unit, p.min_qty, p.price, p.discount_rate,
    p.net, p.priority, p.valid_from::text, p.valid_to::text, p.currency from price_policies p
  where p.item_id = any($1::int[]) and (p.customer_id = $2 or (p.customer_id is null and p.customer_category_id is null))
    and (p.valid_from is null or p.valid_from <= current_date) and (p.valid_to is null or p.valid_to >= current_date) and p.currency = 'CNY'`

/** `npm run bench -- prices`: 1,000 lines resolved against 200,000 policy rows, as a ratio to the bare SQL that fetches the same rows. */
export const benchPrices = (): Promise<number> =>
  withDatabase(() =>
    withFreshDatabase({
      serverUrl: env.DATABASE_URL,
      name: `gendan_bench_${String(process.pid)}`,
      work: async (url) => {
        env.DATABASE_URL = url
        process.env['DATABASE_URL'] = url
        const { migrateDatabase } = await import('@/src/db/migrate')
        await migrateDatabase({ connectionString: url, logLevel: 'warn' })
        const { createLocalReq, getPayload } = await import('payload')
        const { default: config } = await import('@payload-config')
        const { inTransaction } = await import('@/src/db/transaction')
        const { customerFacts } = await import('@/src/ledger/facts/customers')
        const { itemFacts } = await import('@/src/ledger/facts/items')
        const { settingsOf } = await import('@/src/engine/settings')
        const { resolveLines } = await import('@/src/usecases/pricing/resolveLines')
        const payload = await getPayload({ config })
        const client = new pg.Client({ connectionString: url })
        await client.connect()
        for (const statement of stock) await client.query(statement)
        const { rows: known } = await client.query<{ id: number }>('select id from items order by id')
        const { rows: buyers } = await client.query<{ id: number }>('select min(id) as id from customers')
        const customerId = buyers[0]?.id ?? 0
        const { rows: day } = await client.query<{ today: string }>('select current_date::text as today')
        const ids = known.map(({ id }) => id)
        const req = await createLocalReq({}, payload)
        const ours = await inTransaction(req, async () => {
          const customer = await customerFacts(req, customerId)
          const facts = await itemFacts(req, ids)
          const settings = await settingsOf(req)
          if (!customer) throw new Error('the bench has no customer')
          const pricing = { ...settings.pricing, methods: ['policy' as const, 'list' as const] }
          const header = { date: day[0]?.today ?? '', currency: 'CNY', exchangeRate: 1, taxMode: 'inclusive' as const }
          const lines = ids.map((item) => ({ item, qty: 25, unit: 'PCS' }))
          const ctx = { req, settings: { ...settings, pricing } }
          const resolved = await resolveLines({ ctx, header, customer, lines, items: facts })
          if (resolved.some(({ price }) => price?.toString() !== '90')) throw new Error('a line has the wrong price')
          return timed(() => resolveLines({ ctx, header, customer, lines, items: facts }))
        })
        const bare = await timed(() => client.query(byHand, [ids, customerId]))
        const { rowCount } = await client.query(byHand, [ids, customerId])
        console.log(
          `${String(items)} lines, ${String(items * 200)} policy rows, ${String(rowCount)} candidates: ${ours.toFixed(1)} ms resolved, ${bare.toFixed(1)} ms bare SQL, ratio ${(ours / bare).toFixed(2)}`,
        )
        await client.end()
        await payload.destroy()
        return 0
      },
    }),
  )
