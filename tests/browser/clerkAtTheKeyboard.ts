import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

import type { OpenFactory } from './factory'
import { apiOf, paste, settled, visit } from './settled'

const perKey = 20 // milliseconds: faster than anybody types, as fast as a scanner

type Line = { item: number; qty: number }

/** A day at the grid: by keyboard alone, by paste, with a session that ends and a colleague who saves the same order meanwhile. */
export async function clerkAtTheKeyboard(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const clerk = await factory.signIn('林晓梅')
  const { docs } = await api(
    clerk,
    '/api/items?where[active][equals]=true&where[batchControlled][not_equals]=true&where[listPrice][greater_than]=0&depth=0&limit=200&sort=code',
  )
  const items = (docs as Array<{ id: number; code: string; name: string }>).slice(0, 12)
  const { docs: customers } = await api(clerk, '/api/customers?where[status][equals]=active&depth=0&limit=5&sort=id')
  const cell = (name: string, page: Page = clerk) => page.locator(`[aria-label="${name}"]:not([readonly])`)
  const linesOf = async (id: number): Promise<Line[]> =>
    ((await api(clerk, `/api/orders/${id}?depth=0`)) as { lines: Line[] }).lines.map(({ item, qty }) => ({ item, qty }))
  const saved = (page: Page = clerk): Promise<void> => page.locator('.save__fine').waitFor()
  let keys = 0
  const type = async (text: string): Promise<void> => {
    keys += text.length
    await clerk.keyboard.type(text, { delay: perKey })
  }
  const press = async (key: string): Promise<void> => {
    keys += 1
    await clerk.keyboard.press(key)
  }

  // twelve lines by keyboard alone, each code the beginning of others or alike them
  await visit(clerk, `${factory.url}/admin/collections/orders`)
  await clerk.keyboard.press('n')
  await clerk.locator('#field-customer input:not([readonly]):focus').waitFor()
  await clerk.keyboard.type(customers[0].code, { delay: perKey })
  await clerk.keyboard.press('Tab')
  await cell('物料 1').focus()
  for (const [index, { code }] of items.entries()) {
    keys = 0
    await type(code)
    await press('Enter')
    await type(String(100 + index))
    await press('Enter')
    expect(keys - code.length).toBeLessThanOrEqual(8)
  }
  const wanted = items.map(({ id }, index) => ({ item: id, qty: 100 + index }))
  await cell('物料 13').waitFor()
  // who goes on typing while it is saved for the first time finds everything on the page the order then has
  await clerk.keyboard.press('Control+s')
  await clerk.keyboard.type(`${items[0]?.code}`, { delay: 4 * perKey })
  await clerk.waitForURL(/\/orders\/\d+/)
  await clerk.keyboard.press('Enter')
  await clerk.keyboard.type('7', { delay: perKey })
  const id = Number(/orders\/(\d+)/.exec(clerk.url())?.[1])
  expect(await linesOf(id)).toEqual(wanted)
  expect(await cell('数量 13').inputValue()).toBe('7')
  await clerk.keyboard.press('Control+s')
  await saved()
  expect((await linesOf(id)).slice(12)).toEqual([{ item: items[0]?.id, qty: 7 }])
  await cell('物料 13').focus()
  await clerk.keyboard.press('Control+Delete')
  await clerk.keyboard.press('Control+s')
  await saved()
  expect(await linesOf(id)).toEqual(wanted)

  // arrows move, and change nothing; Ctrl+D takes from above, Ctrl+Z takes back
  await cell('数量 3').focus()
  for (const key of ['ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp']) await clerk.keyboard.press(key)
  expect(await clerk.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('数量 3')
  expect(await clerk.locator('.save__open').count()).toBe(0)
  await clerk.keyboard.press('Control+d')
  expect(await cell('数量 3').inputValue()).toBe('101')
  await clerk.keyboard.press('Control+z')
  expect(await cell('数量 3').inputValue()).toBe('102')

  // a row removed by mouse is taken back by key; what nobody enters is not filled down
  await clerk.getByRole('button', { name: '删除 3', exact: true }).click()
  expect(await cell('数量 3').inputValue()).toBe('103')
  await clerk.keyboard.press('Control+z')
  expect(await cell('数量 3').inputValue()).toBe('102')
  const gross = (row: number) => clerk.locator(`[data-row="${row}"][data-column="gross"]`)
  await gross(2).click()
  await clerk.keyboard.press('Control+d')
  expect(await gross(2).innerText()).not.toBe(await gross(1).innerText())

  // a figure of the head is read as in a cell, and an arrow does not change it
  await clerk.getByRole('button', { name: '币种与税费' }).click()
  const discount = clerk.locator('#field-headerDiscount')
  await discount.fill('1,00O')
  await clerk.keyboard.press('Control+s')
  expect(await clerk.locator('.save__told').innerText()).toContain('1,00O')
  await discount.fill('0')
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'Tab']) await clerk.keyboard.press(key)
  expect(await discount.inputValue()).toBe('0.00')

  // the session ends while a figure has been changed: log in over the page, and it is saved
  await cell('数量 3').fill('333')
  await clerk.context().clearCookies({ name: 'payload-token' })
  await clerk.keyboard.press('Control+s')
  const dialog = clerk.getByRole('dialog', { name: '登录已过期' })
  await dialog.getByLabel('密码').fill('gendan-demo')
  await clerk.keyboard.press('Enter')
  await saved()
  expect((await linesOf(id))[2]).toEqual({ item: items[2]?.id, qty: 333 })

  // a colleague saves the same order: both versions are shown, and ours counts when we say so
  const answer = await clerk.request.patch(`${factory.url}/api/orders/${id}`, {
    data: { remark: '同事的备注' },
    headers: { Origin: factory.url },
  })
  expect(answer.ok()).toBe(true)
  // the page is as slow as on a busy machine, and a field of the head makes the platform ask who else has saved: nothing may take the focus
  const busy = await clerk.context().newCDPSession(clerk)
  await busy.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const asked = clerk.waitForResponse((each) => 'next-action' in each.request().headers())
  await clerk.locator('#field-remark').fill('我的备注')
  await asked
  await cell('数量 4').fill('444')
  expect(await clerk.locator('dialog[open]').count()).toBe(0)
  expect(await clerk.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('数量 4')
  await clerk.keyboard.press('Control+s')
  const conflict = clerk.getByRole('dialog', { name: '别人已修改' })
  expect(await conflict.innerText()).toMatch(/备注[\s\S]*同事的备注[\s\S]*第 4 行 数量[\s\S]*444[\s\S]*103/)
  await conflict.getByRole('button', { name: '用我的覆盖' }).click()
  await saved()
  expect(await clerk.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('数量 4')
  expect((await linesOf(id))[3]).toEqual({ item: items[3]?.id, qty: 444 })

  // pasted rows: what cannot be read stays as it was, is marked, and is not saved as something else
  const pasted = (text: string): Promise<void> => paste(clerk, text)
  await cell('物料 12').focus()
  await pasted(`${items[0]?.code}\t1,200\n没有这个料\t5\n${items[1]?.code}\t十个`)
  expect(
    await settled(
      async () => cell('物料 14').inputValue(),
      (value) => value === '没有这个料',
    ),
  ).toBe('没有这个料')
  expect(await cell('数量 15').inputValue()).toBe('十个')
  await busy.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await clerk.keyboard.press('Control+s')
  expect(await clerk.locator('.save__told').innerText()).toContain('没有这个料')
  expect(await linesOf(id)).toHaveLength(12)
  await cell('物料 14').focus()
  await clerk.keyboard.press('Control+Delete')
  await cell('数量 14').fill('7')
  await clerk.keyboard.press('Control+s')
  await saved()
  expect((await linesOf(id)).slice(12)).toEqual([
    { item: items[0]?.id, qty: 1200 },
    { item: items[1]?.id, qty: 7 },
  ])

  // a verb changes the document where it stands
  let loads = 0
  clerk.on('load', () => void (loads += 1))
  await clerk.getByRole('button', { name: '提交评审', exact: true }).click()
  await clerk.getByRole('button', { name: '撤回', exact: true }).waitFor()
  expect(loads).toBe(0)
  expect(factory.foreign).toEqual([])
}
