import { type BenchHouse, elapsed, inBenchHouse, median } from './benchHouse'
import { sized } from './size'

type Payer = { customer: number; order: () => Promise<unknown>; position: () => Promise<unknown> }

const rounds = 60

/** A customer with a salesperson and a department of its own, all three controlled by limit and by period. */
async function payer({ client, post, get }: BenchHouse, name: string, sold: { item: number; warehouse: number }): Promise<Payer> {
  const credit = { control: true, limit: 1e12, controlPeriod: true }
  const department = Number((await post('departments', { code: name, name, credit }))['id'])
  const { rows } = await client.query<{ id: number }>(
    `insert into users (email, name, department_id, credit_control, credit_limit, credit_control_period)
     values ($1 || '@gendan.example', $1, $2, true, 1e12, true) returning id`,
    [name, department],
  )
  const salesperson = rows[0]?.id ?? 0
  const customer = Number((await post('customers', { code: name, name, salesperson, department, credit }))['id'])
  const order = { customer, salesperson, department, lines: [{ ...sold, qty: 1 }] }
  return {
    customer,
    order: () => post('orders?depth=0', order),
    position: () => get(`credit/customers/${String(customer)}`),
  }
}

/** Half of the documents are open orders, half unpaid invoices due next year, as the posted books hold them; 100 each. */
async function openDocuments({ client }: BenchHouse, name: string, count: number): Promise<void> {
  for (const statement of [
    `insert into orders (no, date, status, kind, customer_id, salesperson_id, department_id, version, gross_total)
     select 'BO-' || $1 || n, current_date, 'approved', 'standard', c.id, c.salesperson_id, c.department_id, 1, 100
     from customers c, generate_series(1, $2::int / 2) n where c.code = $1`,
    `insert into invoices (no, date, due_date, status, kind, customer_id, salesperson_id, department_id, version, gross_total, open_amount)
     select 'BI-' || $1 || n, current_date - n % 30, current_date + 300 + n % 60, 'approved', 'invoice', c.id, c.salesperson_id, c.department_id, 1, 100, 100
     from customers c, generate_series(1, $2::int / 2) n where c.code = $1`,
    `insert into receivable_balances (document_slug, document_id, customer_id, business_date, due_date, total, open_amount)
     select 'invoices', i.id, i.customer_id, i.date, i.due_date, 100, 100 from invoices i join customers c on c.id = i.customer_id where c.code = $1 and $2::int > 0`,
    `insert into credit_entries (object_kind, object_id, bucket, amount, source_slug, source_id, source_line, source_version, cause_slug, cause_id, business_date)
     select k.kind, k.id, d.bucket, 100, d.slug, d.id, '', 1, d.slug, d.id, current_date
     from customers c
     cross join lateral (values ('customers', c.id), ('users', c.salesperson_id), ('departments', c.department_id)) k(kind, id)
     join lateral (select 'orders' as slug, o.id, 'orders' as bucket from orders o where o.customer_id = c.id
                   union all select 'invoices', i.id, 'receivable' from invoices i where i.customer_id = c.id) d on true
     where c.code = $1 and $2::int > 0`,
    `insert into credit_balances (object_kind, object_id, orders, receivable)
     select e.object_kind, e.object_id, coalesce(sum(e.amount) filter (where e.bucket = 'orders'), 0), coalesce(sum(e.amount) filter (where e.bucket = 'receivable'), 0)
     from credit_entries e join customers c on c.code = $1 and $2::int > 0
       and (e.object_kind, e.object_id) in (('customers', c.id), ('users', c.salesperson_id), ('departments', c.department_id))
     group by 1, 2`,
  ])
    await client.query(statement, [name, count])
}

/** Medians of the same work for both, taken in turns, so that a slow moment of the machine hits both alike. */
async function compare(few: () => Promise<unknown>, many: () => Promise<unknown>): Promise<[number, number]> {
  const [a, b]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    const [first, second] = [await elapsed(few), await elapsed(many)]
    if (round < 10) continue // the first ones warm up
    a.push(first)
    b.push(second)
  }
  return [median(a), median(b)]
}

/** `npm run bench -- credit`: the check must cost the same however many documents of the customer are open. */
export const benchCredit = (): Promise<number> =>
  inBenchHouse(async (house) => {
    const { post, client, statementsOf } = house
    await post('globals/order-settings', { reviewRequired: false, fourEyes: false })
    const category = Number((await post('item-categories', { code: 'C', name: 'bench' }))['id'])
    const warehouse = Number((await post('warehouses', { code: 'W', name: 'bench', kind: 'goods' }))['id'])
    const item = Number(
      (
        await post('items', {
          ...{ code: 'I', name: 'bench', category, kind: 'goods', unit: 'PCS', taxRate: 0, listPrice: 100 },
          availabilityMode: 'off',
        })
      )['id'],
    )
    const [few, many] = [await payer(house, 'FEW', { item, warehouse }), await payer(house, 'MANY', { item, warehouse })]
    await openDocuments(house, 'FEW', 100)
    const most = sized(100_000)
    await openDocuments(house, 'MANY', most)
    await client.query('vacuum analyze')
    const told = ([a, b]: [number, number]): string =>
      `${a.toFixed(1)} ms with 100 open documents, ${b.toFixed(1)} ms with ${most.toLocaleString('en-US')}, ratio ${(b / a).toFixed(2)}`
    console.log(`an order saved and checked on three objects: ${told(await compare(few.order, many.order))}`)
    console.log(`the credit of the customer asked for: ${told(await compare(few.position, many.position))}`)
    const [less, more] = [await statementsOf(few.order), await statementsOf(many.order)]
    console.log(`statements of such an order: ${String(less)} and ${String(more)}`)
  })
