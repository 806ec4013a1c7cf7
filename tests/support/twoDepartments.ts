import { type Role, roles } from '@/src/domain/people/person'

import type { TestApp } from './app'
import { done, type Factory, openFactory, type Person } from './story'

/** One house with two departments: every kind of record stands in it once for each, so that own and foreign rows can be told apart. */
export type TwoDepartments = {
  f: Factory
  people: Record<string, Person>
  clerks: [Person, Person]
  customers: [number, number]
  item: number
}

const today = new Date().toISOString().slice(0, 10)

export async function openTwoDepartments(app: TestApp): Promise<TwoDepartments> {
  const f = await openFactory(app)
  await f.settings('availability-settings', { mode: 'off' })
  const departments: number[] = []
  for (const code of ['D1', 'D2']) departments.push(Number((await f.master('departments', { code, name: code })).id))
  const [first, second] = departments
  const clerkOf = (department: number | undefined) => f.person(['sales'], { department, editPrice: true })
  const clerks: [Person, Person] = [await clerkOf(first), await clerkOf(second)]
  const far = await f.master('warehouses', { code: 'W2', name: '二号仓', kind: 'goods' })
  const people: Record<string, Person> = { 'sales, own': clerks[0], nobody: await f.person([]) }
  for (const role of roles.filter((name: Role) => name !== 'sales')) people[role] = await f.person([role], { department: first })
  people['warehouse, one'] = await f.person(['warehouse'], { warehouses: [f.warehouse.id] })
  people['sales, department'] = await f.person(['sales'], { department: first, dataScope: 'department' })
  people['sales, all'] = await f.person(['sales'], { department: first, dataScope: 'all' })
  const item = Number((await f.item({ minPrice: 1.23, markupRate: 17 })).id)
  const customers: number[] = []
  for (const [index, clerk] of clerks.entries()) {
    const department = departments[index]
    const made = await f.customer({
      salesperson: clerk.id,
      department,
      bankAccount: `6222-${index}`,
      credit: { control: true, limit: 1e6 },
    })
    const customer = Number(made.id)
    customers.push(customer)
    await f.receive({ item, qty: 100, warehouse: index === 0 ? f.warehouse.id : far.id })
    await tellStory(f, { clerk, customer, item, warehouse: index === 0 ? f.warehouse.id : far.id })
  }
  // prices of the other department that hold for every customer: read by everybody who reads prices, and not theirs to take back
  const body = { effectiveFrom: '2099-01-01', lines: [{ item, newPrice: 46 }] }
  const wide = done(await f.api.post('/price-adjustments?depth=0', { token: clerks[1].token, body }))
  for (const verb of ['submit', 'approve']) await f.verb('price-adjustments', Number(wide.id), verb)
  return { f, people, clerks, customers: customers as [number, number], item }
}

type Ground = { clerk: Person; customer: number; item: number; warehouse: number }

/** From the price to the receipt, for one customer. */
async function tellStory(f: Factory, { clerk, customer, item, warehouse }: Ground): Promise<void> {
  const post = async (slug: string, by: Person, body: Record<string, unknown>): Promise<{ id: number; lines: { id: string }[] }> =>
    done(await f.api.post(`/${slug}?depth=0`, { token: by.token, body }))
  const lines = [{ item, qty: 10, price: 50, warehouse }]
  await post('price-policies', f.admin, { customer, item, currency: 'CNY', price: 44 })
  await post('credit-limits', f.boss, { customer, limit: 2e6, validFrom: today, kind: 'permanent' })
  await post('price-adjustments', clerk, { effectiveFrom: today, lines: [{ customer, item, newPrice: 45 }] })
  await post('quotes', clerk, { customer, validUntil: '2099-01-01', lines })
  await post('samples', clerk, { customer, name: '新铆钉' })
  const entered = await f.order(customer, lines, clerk)
  for (const verb of ['submit', 'approve']) await f.verb('orders', entered.id, verb)
  const order = await f.read('orders', entered.id)
  const delivery = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty: 4, warehouse }] })
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  await f.create('deliveries', delivery.id, 'create-return', { kind: 'refund', lines: [{ deliveryLine: delivery.lines[0].id, qty: 1 }] })
  await post('receipts', f.boss, { customer, amount: 12.34, method: 'transfer' })
  await f.create('orders', order.id, 'create-change', { reason: '客户加量', lines: [{ line: order.lines[0].id, qty: 12 }] })
  await post('stock-issues', f.boss, { kind: 'other', warehouse, lines: [{ item, qty: 1 }] })
  await post('stock-freezes', f.boss, { kind: 'freeze', warehouse, lines: [{ item, qty: 1 }] })
  await f.master('review-delegations', { person: clerk.id, deputy: f.boss.id, from: today, until: today })
}
