import { elapsed, inBenchHouse, median, type BenchHouse } from './benchHouse'

const rounds = 9
const customers = 2_000

/** What people ask of a list of orders, as its address says it. */
const questions: ReadonlyArray<{ name: string; ask: string }> = [
  { name: 'as it opens', ask: 'lists/orders?' },
  { name: 'its totals (estimated)', ask: 'lists/orders/totals?columns=grossTotal' },
  { name: 'open', ask: 'lists/orders?quick=open' },
  { name: 'open, totals (exact)', ask: 'lists/orders/totals?quick=open&columns=grossTotal' },
  { name: 'by a whole number', ask: 'lists/orders?search=SO20240605-0123' },
  { name: 'by the end of a number', ask: 'lists/orders?search=0123' },
  { name: 'by a customer', ask: 'lists/orders?search=bench%20777' },
  { name: 'by a customer, open', ask: 'lists/orders?search=bench%20777&quick=open' },
  { name: 'by an item', ask: 'lists/orders?search=RARE' },
  { name: 'by date', ask: 'lists/orders?sort=-date' },
  { name: 'page 200', ask: 'lists/orders?page=200' },
  { name: 'a number in Ctrl+K', ask: 'lookup?q=20240605-0123' },
  { name: 'what waits', ask: 'waiting' },
]

/** Orders of a line each, 350 a day, two in a hundred of them open. */
async function fill({ client, post }: BenchHouse, orders: number): Promise<void> {
  const category = await post('item-categories', { code: 'C', name: 'bench' })
  const item = async (code: string): Promise<Record<string, unknown>> =>
    post('items', { code, name: code, category: category['id'], kind: 'goods', unit: 'PCS', taxRate: 0, listPrice: 1 })
  const common = await item('COMMON')
  const rare = await item('RARE')
  for (let n = 1; n <= 3; n += 1) await post('customers', { code: `K${String(n)}`, name: `bench ${String(776 + n)}` })
  await client.query(
    `insert into customers (code, name, status) select 'X' || n, 'other ' || n, 'active' from generate_series(4, $1::int) n`,
    [customers],
  )
  const { rows } = await client.query<{ first: number }>('select min(id) as first from customers')
  await client.query(
    `insert into orders (no, date, status, version, kind, customer_id, currency, gross_total, delivery_status, billing_status, payment_status, hold, review_status)
     select 'SO' || to_char(date '2018-01-01' + (n / 350), 'YYYYMMDD') || '-' || lpad((n % 350)::text, 4, '0'), date '2018-01-01' + (n / 350),
       (case when n % 50 = 0 then 'approved' else 'closed' end)::enum_orders_status, 1, 'standard', $2::int + n % $3::int, 'CNY', 500,
       'full', 'full', 'full', false, 'passed' from generate_series(1, $1::int) n`,
    [orders, rows[0]?.first ?? 1, customers],
  )
  await client.query(
    `insert into orders_lines (_order, _parent_id, id, item_id, qty, price, net, tax, gross)
     select 1, o.id, md5(o.id::text), case when o.id % 5000 = 0 then $2::int else $1::int end, 1, 100, 100, 0, 100 from orders o`,
    [common['id'], rare['id']],
  )
  await client.query('analyze')
}

/** `npm run bench -- lists [orders]`: a list of so many orders: as it opens, searched, filtered, added up. */
export const benchLists = (orders: number): Promise<number> =>
  inBenchHouse(async (house) => {
    await fill(house, orders)
    console.log(`${orders.toLocaleString('en-US')} orders; pages of 50; milliseconds through REST, the session checked`)
    for (const { name, ask } of questions) {
      const times: number[] = []
      for (let round = 0; round < rounds; round += 1) times.push(await elapsed(() => house.get(ask)))
      console.log(`${name.padEnd(28)} ${median(times.slice(2)).toFixed(1)} ms`)
    }
  })
