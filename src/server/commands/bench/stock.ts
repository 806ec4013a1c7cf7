import { type BenchHouse, elapsed, inBenchHouse, median } from './benchHouse'
import { sized } from './size'

type Stock = { items: number[]; warehouse: number; customer: number }

const itemCount = 1000

/** A thousand items with a million pieces each, received by one document. */
async function openStock({ client, post }: BenchHouse): Promise<Stock> {
  for (const slug of ['order-settings']) await post(`globals/${slug}`, { reviewRequired: false, fourEyes: false })
  const category = Number((await post('item-categories', { code: 'C', name: 'bench' }))['id'])
  const warehouse = Number((await post('warehouses', { code: 'W', name: 'bench', kind: 'goods' }))['id'])
  const customer = Number((await post('customers', { code: 'K', name: 'bench' }))['id'])
  const { rows } = await client.query<{ id: number }>(
    `insert into items (code, name, category_id, kind, unit, tax_rate, list_price, active)
     select 'I' || n, 'bench', $1, 'goods', 'PCS', 0, 100, true from generate_series(1, $2::int) n returning id`,
    [category, itemCount],
  )
  const items = rows.map(({ id }) => id)
  const receipt = await post('stock-receipts?depth=0', { warehouse, lines: items.map((item) => ({ item, qty: 1e6, cost: 1.23 })) })
  await post(`stock-receipts/${String(receipt['id'])}/post`, {})
  return { items, warehouse, customer }
}

const manyLines = ({ items, warehouse }: Stock, count: number) =>
  Array.from({ length: count }, (_, n) => ({ item: items[n % items.length], qty: 1, warehouse }))

/** Documents of 500 and of 2,000 lines: the statements must not grow with the lines, the time not faster than them. */
async function benchLines(house: BenchHouse, stock: Stock): Promise<void> {
  const { post, statementsOf } = house
  for (const lines of [500, 2000]) {
    const issue = await post('stock-issues?depth=0', { warehouse: stock.warehouse, lines: manyLines(stock, lines) })
    let ms = 0
    const statements = await statementsOf(async () => {
      ms = await elapsed(() => post(`stock-issues/${String(issue['id'])}/post`, {}))
    })
    console.log(`stock issue of ${String(lines)} lines posted: ${ms.toFixed(0)} ms, ${String(statements)} statements`)
    const order = await post('orders?depth=0', { customer: stock.customer, lines: manyLines(stock, lines) })
    for (const verb of ['submit', 'approve']) await post(`orders/${String(order['id'])}/${verb}`, {})
    const { created } = (await post(`orders/${String(order['id'])}/create-delivery`, {})) as { created?: { id: number } }
    const id = created?.id ?? Number(((await house.get('deliveries?sort=-id&limit=1&depth=0'))['docs'] as Array<{ id: number }>)[0]?.id)
    const deliveryStatements = await statementsOf(async () => {
      ms = await elapsed(() => post(`deliveries/${String(id)}/approve`, {}))
    })
    console.log(`delivery of ${String(lines)} lines approved and issued: ${ms.toFixed(0)} ms, ${String(deliveryStatements)} statements`)
  }
}

async function benchAvailability({ get, statementsOf }: BenchHouse, { warehouse }: Stock): Promise<void> {
  let ms = 0
  let rows = 0
  const statements = await statementsOf(async () => {
    ms = await elapsed(async () => {
      rows = ((await get(`availability?warehouse=${String(warehouse)}`))['rows'] as unknown[]).length
    })
  })
  console.log(`availability of ${String(rows)} keys: ${ms.toFixed(0)} ms, ${String(statements)} statements, one of them for the figures`)
}

async function saving({ post }: BenchHouse, stock: Stock): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 30; round += 1) {
    const ms = await elapsed(() => post('orders?depth=0', { customer: stock.customer, lines: manyLines(stock, 10) }))
    if (round >= 5) times.push(ms) // the first ones warm up
  }
  return median(times)
}

/** History that changes no balance: what came and went again, spread over all items. */
const fill = (house: BenchHouse, stock: Stock, pairs: number): Promise<unknown> =>
  house.client.query(
    `insert into stock_entries (source_slug, source_id, source_line, account, item_id, warehouse_id, batch_no, qty, value, source_version, cause_slug, cause_id, business_date)
     select 'bench', n, 'l' || n, case when n % 4 = 0 then 'onHand' else 'reserved' end, ($1::int[])[1 + n % ${String(itemCount)}], $2::int, '', s, 0, 1, 'bench', n, current_date - (n % 700)::int
     from generate_series(1, $3::int) n, (values (1), (-1)) v(s)`,
    [stock.items, stock.warehouse, pairs],
  )

/** A save in a house with a long history must cost what it costs in a young one. */
async function benchHistory(house: BenchHouse, stock: Stock): Promise<void> {
  await fill(house, stock, 5_000)
  await house.client.query('vacuum analyze')
  const young = await saving(house, stock)
  const further = sized(495_000)
  await fill(house, stock, further)
  await house.client.query('vacuum analyze')
  const old = await saving(house, stock)
  console.log(
    `an order of 10 lines saved: ${young.toFixed(1)} ms with 10,000 stock entries, ${old.toFixed(1)} ms with ${(2 * (5_000 + further)).toLocaleString('en-US')}, ratio ${(old / young).toFixed(2)}`,
  )
}

/** `npm run bench -- stock`: how stock behaves as documents, keys and history grow. */
export const benchStock = (): Promise<number> =>
  inBenchHouse(async (house) => {
    const stock = await openStock(house)
    await benchLines(house, stock)
    await benchAvailability(house, stock)
    await benchHistory(house, stock)
  })
