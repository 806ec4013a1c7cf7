import { expect } from '@jest/globals'

import type { OpenFactory } from './factory'
import { apiOf, choose, pressOf, settled, visit } from './settled'

/** Goods come in: the keeper writes down what and how much, books it, and finds it on hand. */
export async function warehouseDay(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const keeper = await factory.signIn('何秀英')
  const { docs: items } = await api(
    keeper,
    '/api/items?where[active][equals]=true&where[batchControlled][not_equals]=true&depth=0&limit=1&sort=code',
  )
  const { docs: warehouses } = await api(keeper, '/api/warehouses?depth=0&limit=1&sort=id')
  const [item, warehouse] = [items[0], warehouses[0]]
  const onHand = async (): Promise<number> => {
    const { docs } = await api(
      keeper,
      `/api/stock-balances?where[item][equals]=${item.id}&where[warehouse][equals]=${warehouse.id}&depth=0`,
    )
    return (docs as Array<{ onHand?: number; qty?: number }>).reduce((sum, { onHand: there, qty }) => sum + (there ?? qty ?? 0), 0)
  }
  const before = await onHand()
  await visit(keeper, `${factory.url}/admin/collections/stock-receipts/create`)
  await choose(keeper, 'warehouse', warehouse.code)
  const cell = (name: string) => keeper.locator(`[aria-label="${name}"]:not([readonly])`)
  await cell('物料 1').focus()
  await keeper.keyboard.type(item.code, { delay: 20 })
  await keeper.keyboard.press('Enter')
  await keeper.keyboard.type('120', { delay: 20 })
  await cell('单位成本 1').fill('1.25')
  await keeper.keyboard.press('Control+s')
  await keeper.waitForURL(/\/stock-receipts\/\d+/)
  const id = Number(/stock-receipts\/(\d+)/.exec(keeper.url())?.[1])
  await keeper.getByRole('button', { name: '记账', exact: true }).click()
  expect(
    await settled(
      async () => (await api(keeper, `/api/stock-receipts/${id}?depth=0`)).status,
      (status) => status === 'posted',
    ),
  ).toBe('posted')
  expect(await onHand()).toBe(before + 120)
  // nothing of prices or the API is on his screens
  await visit(keeper, `${factory.url}/admin/collections/stock-receipts/${id}`)
  await keeper.locator('.verb-buttons').waitFor()
  expect(await keeper.locator('body').innerText()).not.toMatch(/\bAPI\b|单价/)
  await keeper.context().close()
}

/** Money comes in: one person enters it, another approves and sets it against the invoice that is due. */
export async function financeDay(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const accountant = await factory.signIn('孙丽娟')
  const { docs: invoices } = await api(
    accountant,
    '/api/invoices?where[status][equals]=approved&where[openAmount][greater_than]=100&depth=0&limit=1&sort=dueDate',
  )
  const invoice = invoices[0]
  const payer = await api(accountant, `/api/customers/${invoice.billTo ?? invoice.customer}?depth=0`)
  await visit(accountant, `${factory.url}/admin/collections/receipts/create`)
  await choose(accountant, 'customer', payer.code)
  await accountant.locator('#field-amount').fill('100')
  await accountant.locator('#field-method select').selectOption('cheque')
  await accountant.locator('#action-save').click()
  await accountant.waitForURL(/\/receipts\/\d+/)
  const id = Number(/receipts\/(\d+)/.exec(accountant.url())?.[1])
  expect(await api(accountant, `/api/receipts/${id}?depth=0`)).toMatchObject({ amount: 100, method: 'cheque', status: 'draft' })
  const head = await factory.signIn('钱文斌')
  await pressOf(factory)(head, 'receipts', id, '审核', 'approved')
  await visit(head, `${factory.url}/admin/collections/receipts/${id}`)
  await head.getByRole('button', { name: '核销', exact: true }).click()
  const dialog = head.getByRole('dialog', { name: '核销' })
  await dialog.locator('tbody tr').first().waitFor()
  await dialog.getByRole('button', { name: '核销', exact: true }).click()
  const allocated = (): Promise<{ allocation: string; allocations: unknown[] }> => api(head, `/api/receipts/${id}?depth=0`)
  expect(await settled(allocated, ({ allocation }) => allocation === 'full')).toMatchObject({ allocation: 'full' })
  // what it was set against stands on the page, without a reload
  await head.locator('#field-allocations tbody tr').first().waitFor()
  for (const page of [accountant, head]) await page.context().close()
}
