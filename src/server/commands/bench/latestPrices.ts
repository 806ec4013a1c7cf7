import { rebuildLastPrices } from '@/src/ledger/lastPrices'

import { elapsed, inBenchHouse, median } from './benchHouse'
import { sized } from './size'

const rounds = 25
const warmUp = 5
const linesPerOrder = 10

/** Approved orders of 1,000 items to 200 customers over three years, ten lines each. */
const orders = (from: number, to: number): readonly string[] => [
  `insert into orders (no, date, status, version, kind, customer_id, currency, tax_mode, exchange_rate, gross_total)
     select 'BENCH-' || n, current_date - 1 - n % 1000, 'approved', 1, 'standard', (select min(id) from customers) + n % 200, 'CNY', 'inclusive', 1, 1000
     from generate_series(${from}, ${to}) n`,
  `insert into orders_lines (_order, _parent_id, id, item_id, unit, qty, price, discount_rate, tax_rate, net, tax, gross)
     select l, o.id, 'bench-' || o.id || '-' || l, (select min(id) from items) + (o.id * 7 + l * 13) % 1000, 'PCS', 1, 90, 0, 0, 90, 0, 90
     from orders o cross join generate_series(1, ${linesPerOrder}) l
     where o.no like 'BENCH-%' and substr(o.no, 7)::int between ${from} and ${to}`,
  ...rebuildLastPrices,
  'analyze',
]

/**
 * `npm run bench -- latest-prices`: an order of ten lines whose items were never sold, saved through REST with the method "latest price", amid
 * 10,000 and amid 1,000,000 order lines. The ratio of the two is what counts: a look-up that walks the history grows with it.
 */
export const benchLatestPrices = (): Promise<number> =>
  inBenchHouse(async ({ client, post, statementsOf }) => {
    await client.query(`insert into item_categories (code, name) values ('C', 'bench')`)
    await client.query(`insert into items (code, name, kind, unit, list_price, category_id, availability_mode)
      select 'I' || n, 'bench', 'goods', 'PCS', 100, (select min(id) from item_categories), 'off' from generate_series(1, 1010) n`)
    await client.query(
      `insert into customers (code, name, status, currency, tax_mode) select 'K' || n, 'bench', 'active', 'CNY', 'inclusive' from generate_series(1, 200) n`,
    )
    await post('globals/pricing-settings', {
      methods: ['policy', 'latestPrice', 'list'],
      latestPriceSource: 'order',
      latestPriceByCustomer: false,
    })
    const { rows } = await client.query<{ item: number; customer: number }>(
      `select max(i.id) - 9 as item, (select min(id) from customers) as customer from items i`,
    )
    const [{ item, customer } = { item: 0, customer: 0 }] = rows
    const body = { customer, lines: Array.from({ length: 10 }, (_, index) => ({ item: item + index, qty: 1 })) }
    const save = (): Promise<unknown> => post('orders', body)
    const medians: number[] = []
    for (const [from, to] of [
      [1, 1_000],
      [1_001, 1_000 + sized(99_000)],
    ] as const) {
      for (const statement of orders(from, to)) await client.query(statement)
      const times: number[] = []
      for (let round = 0; round < rounds + warmUp; round += 1) {
        const time = await elapsed(save)
        if (round >= warmUp) times.push(time)
      }
      medians.push(median(times))
      const statements = await statementsOf(save)
      console.log(`${String(to * linesPerOrder)} order lines: ${median(times).toFixed(1)} ms, ${String(statements)} statements`)
    }
    const [few = 0, many = 0] = medians
    console.log(`growth ${(many / few).toFixed(2)} (goal ≤ 1.2)`)
  })
