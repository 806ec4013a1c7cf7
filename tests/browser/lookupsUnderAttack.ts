import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

import type { OpenFactory } from './factory'
import { apiOf, settled, visit } from './settled'

/** Answers of the look-up are held back, each until it is let go: what is typed and pressed meanwhile meets none. */
async function held(page: Page, address: string): Promise<{ asked: () => number; letGo: () => Promise<void> }> {
  const waiting: Array<() => Promise<void>> = []
  let isHeld = true
  await page.route(address, async (route) => {
    if (!isHeld) return route.continue()
    await new Promise<void>((resolve) => waiting.push(async () => resolve(await route.continue().catch(() => undefined))))
  })
  return {
    asked: () => waiting.length,
    letGo: async () => {
      isHeld = false
      // the youngest first: an answer to an older question comes after it
      for (const go of waiting.reverse()) await go()
      await page.unroute(address)
    },
  }
}

const until = (page: Page, part: RegExp): Promise<unknown> => page.waitForURL((address) => part.test(decodeURIComponent(address.href)))

const ofCustomer = (id: number): RegExp => new RegExp(`\\[customer\\][^&]*=${id}(&|$)`)

/** Wherever a record is chosen by typing, what was typed wins, whatever arrives when, and nothing else is changed by it. */
export async function lookupsUnderAttack(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const manager = await factory.signIn('周建国')
  const { docs: customers } = await api(manager, '/api/customers?where[status][equals]=active&depth=0&limit=3&sort=code')
  const [one, other] = customers as Array<{ id: number; code: string }>
  if (!one || !other) throw new Error('The demonstration has no customers')

  // the filter of a list: left before the answer has come, another filter chosen meanwhile; both count
  await visit(manager, `${factory.url}/admin/collections/orders`)
  await manager.locator('.list__table tbody tr').first().waitFor()
  const filters = manager.locator('.list__menu:has(.list__filters)')
  await filters.locator('summary').click()
  const customer = filters.getByRole('combobox', { name: '客户', exact: true })
  let answers = await held(manager, '**/api/lookup/customers?*')
  await customer.pressSequentially(one.code, { delay: 20 })
  await manager.keyboard.press('Tab')
  await filters.getByLabel('标准', { exact: true }).check()
  await until(manager, /standard/)
  await settled(
    async () => answers.asked(),
    (asked) => asked > 0,
  )
  await answers.letGo()
  await until(manager, ofCustomer(one.id))
  expect(manager.url()).toContain('standard')
  // what is typed next wins over the one chosen, and what nobody is called chooses nobody
  answers = await held(manager, '**/api/lookup/customers?*')
  await customer.fill(one.code.slice(0, -1))
  await settled(
    async () => answers.asked(),
    (asked) => asked > 0,
  )
  await customer.fill(other.code)
  await manager.keyboard.press('Tab')
  await settled(
    async () => answers.asked(),
    (asked) => asked > 1,
  )
  await answers.letGo()
  await until(manager, ofCustomer(other.id))
  await customer.fill('没有这个客户')
  await manager.keyboard.press('Tab')
  await manager.waitForURL((address) => !decodeURIComponent(address.href).includes('[customer]'))
  expect(
    await settled(
      () => customer.getAttribute('aria-invalid'),
      (is) => is === 'true',
    ),
  ).toBe('true')
  expect(await customer.inputValue()).toBe('没有这个客户')

  // the parameter of a report: what is chosen while its name is looked up stays chosen
  await visit(manager, `${factory.url}/admin/reports/sales-analysis`)
  const asked = manager.locator('.report__filters').getByRole('combobox', { name: '客户', exact: true }).first()
  await asked.waitFor()
  answers = await held(manager, '**/api/lookup/customers?*')
  await asked.pressSequentially(one.code, { delay: 20 })
  await manager.keyboard.press('Tab')
  const period = manager.locator('.report__filter', { hasText: '期间' }).locator('select').first()
  await period.selectOption({ index: 2 })
  const chosen = await settled(
    async () => new URL(manager.url()).searchParams.get('from'),
    (from) => from !== null,
  )
  await settled(
    async () => answers.asked(),
    (count) => count > 0,
  )
  await answers.letGo()
  await until(manager, new RegExp(`=${one.id}(&|$)`))
  expect(new URL(manager.url()).searchParams.get('from')).toBe(chosen)

  // Ctrl+K: Enter before the answer opens what was typed, not what was open before and is called alike
  const { docs: orders } = await api(manager, '/api/orders?depth=0&limit=2&sort=-id')
  const [last, former] = orders as Array<{ id: number; no: string }>
  if (!last || !former) throw new Error('The demonstration has no orders')
  await visit(manager, `${factory.url}/admin/collections/orders/${former.id}`)
  answers = await held(manager, '**/api/lookup?q=*')
  await manager.keyboard.press('Control+k')
  await manager.locator('.palette input').pressSequentially(last.no.slice(0, -4), { delay: 10 })
  await manager.locator('.palette input').fill(last.no)
  await manager.keyboard.press('Enter')
  await settled(
    async () => answers.asked(),
    (count) => count > 0,
  )
  expect(manager.url()).toContain(`/orders/${former.id}`)
  await answers.letGo()
  await manager.waitForURL(new RegExp(`/orders/${last.id}$`))

  // Ctrl+K begins a record of any kind in the menu, and the keyboard is in its first field
  await manager.keyboard.press('Control+k')
  await manager.keyboard.type('新建报价')
  await manager.locator('.palette li', { hasText: '新建报价单' }).waitFor()
  await manager.keyboard.press('Enter')
  await manager.waitForURL(/\/quotes\/create$/)
  await manager.locator('#field-customer input:focus').waitFor()

  // a person in a master record: saved before the answer came, saved as typed; nobody's name saves nothing
  const { docs: people } = await api(manager, '/api/users?depth=0&limit=50&sort=id')
  const { salesperson: before } = await api(manager, `/api/customers/${one.id}?depth=0`)
  const wanted = (people as Array<{ id: number; name: string }>).find(
    ({ id, name }) => id !== before && ['林晓梅', '陈志强'].includes(name),
  )
  if (!wanted) throw new Error('The demonstration has one salesperson only')
  await visit(manager, `${factory.url}/admin/collections/customers/${one.id}`)
  const person = manager.locator('#lookup-salesperson')
  answers = await held(manager, '**/api/lookup/users?*')
  await person.fill(wanted.name)
  await manager.keyboard.press('Control+s')
  await settled(
    async () => answers.asked(),
    (count) => count > 0,
  )
  await answers.letGo()
  await manager.locator('.save__fine').waitFor()
  expect((await api(manager, `/api/customers/${one.id}?depth=0`)).salesperson).toBe(wanted.id)
  await person.fill('没有这个人')
  await manager.keyboard.press('Control+s')
  await manager.locator('.save__told').waitFor()
  expect(await manager.locator('.save__told').innerText()).toContain('没有这个人')
  expect((await api(manager, `/api/customers/${one.id}?depth=0`)).salesperson).toBe(wanted.id)
  await manager.context().close()

  // a warehouse: two whose codes begin alike are told apart by what is typed last, saved before any answer came
  const keeper = await factory.signIn('何秀英')
  const { docs: warehouses } = await api(keeper, '/api/warehouses?depth=0&limit=5&sort=code')
  const [first, second] = warehouses as Array<{ id: number; code: string }>
  const { docs: items } = await api(
    keeper,
    '/api/items?where[active][equals]=true&where[batchControlled][not_equals]=true&depth=0&limit=1&sort=code',
  )
  await visit(keeper, `${factory.url}/admin/collections/stock-receipts/create`)
  const place = keeper.locator('#lookup-warehouse')
  answers = await held(keeper, '**/api/lookup/warehouses?*')
  await place.fill(first?.code ?? '')
  await settled(
    async () => answers.asked(),
    (count) => count > 0,
  )
  await place.fill(second?.code ?? '')
  const cell = (name: string) => keeper.locator(`[aria-label="${name}"]:not([readonly])`)
  // the code of a line is saved as typed, too, although nobody has left its cell: only its quantity is missed
  await cell('物料 1').fill(items[0].code)
  await keeper.keyboard.press('Control+s')
  await settled(
    async () => answers.asked(),
    (count) => count > 1,
  )
  expect(keeper.url()).toContain('/create')
  await answers.letGo()
  await keeper.locator('.save__told').waitFor()
  await cell('数量 1').fill('5')
  await keeper.keyboard.press('Control+s')
  await keeper.waitForURL(/\/stock-receipts\/\d+/)
  const id = Number(/stock-receipts\/(\d+)/.exec(keeper.url())?.[1])
  expect(await api(keeper, `/api/stock-receipts/${id}?depth=0`)).toMatchObject({
    warehouse: second?.id,
    lines: [{ item: items[0].id, qty: 5 }],
  })
  await keeper.context().close()
}
