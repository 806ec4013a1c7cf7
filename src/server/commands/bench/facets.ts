import { elapsed, inBenchHouse, median, type BenchHouse } from './benchHouse'
import { sized } from './size'

const rounds = 15
const orders = sized(200_000)
const linesEach = 5

/** What people filter lists of orders by, as the admin's list asks for it. */
const questions: ReadonlyArray<{ name: string; where: string; sql: string }> = [
  { name: 'no filter', where: '', sql: 'true' },
  { name: 'delivery partly', where: 'where[deliveryStatus][equals]=partly', sql: `delivery_status = 'partly'` },
  { name: 'delivery full', where: 'where[deliveryStatus][equals]=full', sql: `delivery_status = 'full'` },
  { name: 'billing none', where: 'where[billingStatus][equals]=none', sql: `billing_status = 'none'` },
  { name: 'payment partly', where: 'where[paymentStatus][equals]=partly', sql: `payment_status = 'partly'` },
  {
    name: 'delivered, not billed, approved',
    where: 'where[and][0][deliveryStatus][equals]=full&where[and][1][billingStatus][equals]=none&where[and][2][status][equals]=approved',
    sql: `delivery_status = 'full' and billing_status = 'none' and status = 'approved'`,
  },
  {
    name: 'one customer, not delivered',
    where: 'where[and][0][deliveryStatus][equals]=none&where[and][1][customer][equals]=1',
    sql: `delivery_status = 'none' and customer_id = 1`,
  },
]

/** 200,000 orders of 5 lines, most of them long done, a few in motion: what four years of a busy house look like. */
async function fill({ client, post }: BenchHouse): Promise<void> {
  const category = await post('item-categories', { code: 'C', name: 'bench' })
  const item = await post('items', {
    code: 'I',
    name: 'bench',
    category: category['id'],
    kind: 'goods',
    unit: 'PCS',
    taxRate: 0,
    listPrice: 1,
  })
  for (let n = 1; n <= 20; n += 1) await post('customers', { code: `K${String(n)}`, name: `bench ${String(n)}` })
  const { rows } = await client.query<{ first: number }>('select min(id) as first from customers')
  await client.query(
    `insert into orders (no, date, status, version, kind, customer_id, gross_total, delivery_status, billing_status, payment_status, hold, review_status)
     select 'B' || n, date '2023-01-01' + (n / 140), (case when n % 50 = 0 or n > $1::int * 0.97 then 'approved' else 'closed' end)::enum_orders_status, 1,
       'standard', $2::int + n % 20, 500,
       (case when n % 400 = 0 then 'partly' when n > $1::int * 0.985 then 'none' else 'full' end)::enum_orders_delivery_status,
       (case when n % 500 = 0 then 'partly' when n > $1::int * 0.98 then 'none' else 'full' end)::enum_orders_billing_status,
       (case when n % 300 = 0 then 'partly' when n > $1::int * 0.9 then 'none' else 'full' end)::enum_orders_payment_status, false, 'passed'
     from generate_series(1, $1::int) n`,
    [orders, rows[0]?.first ?? 1],
  )
  await client.query(
    `insert into orders_lines (_order, _parent_id, id, item_id, qty, price, net, tax, gross)
     select l, o.id, md5(o.id || '-' || l), $1::int, 1, 100, 100, 0, 100 from orders o cross join generate_series(1, $2::int) l`,
    [item['id'], linesEach],
  )
  await client.query('analyze orders')
  await client.query('analyze orders_lines')
}

const list =
  'limit=25&depth=0&sort=-id&select[no]=true&select[date]=true&select[customer]=true&select[status]=true&select[grossTotal]=true&select[deliveryStatus]=true'

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push(await elapsed(work))
  return median(times.slice(3)) // the first ones warm up
}

/** `npm run bench -- facets`: lists of orders by what is delivered, billed and paid, beside the unfiltered list and the bare SQL of the same page and count. */
export const benchFacets = (): Promise<number> =>
  inBenchHouse(async (house) => {
    await fill(house)
    console.log(
      `${orders.toLocaleString('en-US')} orders, ${(orders * linesEach).toLocaleString('en-US')} lines; a page of 25 with its total`,
    )
    let plain = 0
    for (const { name, where, sql } of questions) {
      const ours = await timed(() => house.get(`orders?${list}&${where}`))
      const bare = await timed(async () => {
        await house.client.query(
          `select id, no, date, customer_id, status, gross_total, delivery_status from orders where ${sql} order by id desc limit 25`,
        )
        await house.client.query(`select count(*) from orders where ${sql}`)
      })
      if (plain === 0) plain = ours
      const figures = [
        `${ours.toFixed(1)} ms`,
        `${(ours / plain).toFixed(2)} × unfiltered`,
        `${bare.toFixed(1)} ms bare SQL`,
        `ratio ${(ours / bare).toFixed(1)}`,
      ]
      console.log(`${name.padEnd(34)} ${figures.join('   ')}`)
    }
  })
