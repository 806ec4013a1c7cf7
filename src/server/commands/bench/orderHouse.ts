import type { BenchHouse } from './benchHouse'
import type { BenchOrder } from './orderFloor'

/** A house that sells so many items from a warehouse that never runs out, to a customer whose limit is never reached; all guards are on. */
export async function openOrderHouse(
  { client, post, person }: Pick<BenchHouse, 'client' | 'post' | 'person'>,
  most: number,
): Promise<Omit<BenchOrder, 'items'> & { items: number[] }> {
  await post('globals/order-settings', { reviewRequired: false, fourEyes: false })
  const category = await post('item-categories', { code: 'C', name: 'bench' })
  const warehouse = Number((await post('warehouses', { code: 'W', name: 'bench', kind: 'goods' }))['id'])
  const customer = Number((await post('customers', { code: 'K', name: 'bench', credit: { control: true, limit: 1e11 } }))['id'])
  const { rows } = await client.query<{ id: number }>(
    `insert into items (code, name, category_id, kind, unit, tax_rate, list_price, min_price, active)
     select 'I' || n, 'bench', $1, 'goods', 'PCS', 0, 100, 1, true from generate_series(1, $2::int) n returning id`,
    [category['id'], most],
  )
  const items = rows.map(({ id }) => id)
  const receipt = await post('stock-receipts?depth=0', { warehouse, lines: items.map((item) => ({ item, qty: 1e7, cost: 0.5 })) })
  await post(`stock-receipts/${String(receipt['id'])}/post`, {})
  return { customer, person, warehouse, items }
}
