import { expect } from '@jest/globals'

import { seriousFaults } from '../../src/server/commands/screens/accessible'
import type { OpenFactory } from './factory'
import { apiOf, settled, visit } from './settled'

/** A list by keyboard: found, looked at, opened, come back to; taken away as a file; many orders approved at once, each with its answer. */
export async function listsAllDay(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const manager = await factory.signIn('周建国')
  const said: string[] = []
  manager.on('console', (message) => void (message.type() === 'error' && said.push(`${message.text()} ${message.location().url}`)))
  manager.on('pageerror', (error) => void said.push(String(error)))
  const home = `${factory.url}/admin/collections/orders`
  await visit(manager, home)
  const rows = manager.locator('.list__table tbody tr')
  await rows.first().waitFor()
  expect(await seriousFaults(manager)).toEqual([])

  // twenty-five rows on a screen of 900 points
  await manager.setViewportSize({ width: 1440, height: 900 })
  const seen = await rows.evaluateAll((all) => {
    const list = all[0]?.closest('.list__scroll')?.getBoundingClientRect()
    return all.filter((row) => row.getBoundingClientRect().bottom <= (list?.bottom ?? 0)).length
  })
  expect(seen).toBeGreaterThanOrEqual(25)

  // by keyboard: to the search, down two rows, a look, in, and back to the same rows
  await manager.keyboard.press('/')
  await manager.keyboard.type('蓝鲸')
  await manager.keyboard.press('Escape')
  await manager.waitForURL(/search=/)
  const found = await settled(
    () => rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).innerText)),
    (texts) => texts.length > 0 && texts.every((text) => text.includes('蓝鲸')),
  )
  expect(found.every((text) => text.includes('蓝鲸'))).toBe(true)
  await manager.keyboard.press('j')
  await manager.keyboard.press('j')
  await manager.keyboard.press('k')
  await manager.keyboard.press('Space')
  const title = (await rows.first().locator('a').first().innerText()).trim()
  await manager.locator('.list__glance h2', { hasText: title }).waitFor()
  expect(await seriousFaults(manager)).toEqual([])
  await manager.keyboard.press('Enter')
  await manager.waitForURL(/\/orders\/\d+/)
  await manager.goBack()
  await manager.waitForURL(/search=/)
  await rows.first().locator('a', { hasText: title }).waitFor()
  expect(await manager.locator('.list__search').inputValue()).toBe('蓝鲸')
  await manager.locator('.menu').getByRole('link', { name: '销售订单', exact: true }).click()
  await manager.waitForURL((address) => address.search === '')
  await manager.locator('.list__quick button[aria-pressed="true"]', { hasText: '全部' }).waitFor()

  // one click, and what is shown goes out whole
  await manager.getByRole('button', { name: '全部', exact: true }).click()
  await manager.getByRole('button', { name: '未完成', exact: true }).click()
  await manager.waitForURL(/quick=open/)
  const { count } = await api(manager, '/api/lists/orders/totals?quick=open')
  await manager.locator('.list__foot p', { hasText: `${String(count)} 条` }).waitFor()
  await manager.locator('summary', { hasText: '导出' }).click()
  const [download] = await Promise.all([manager.waitForEvent('download'), manager.getByText('CSV', { exact: true }).click()])
  expect(download.suggestedFilename()).toMatch(/^orders_\d{8}\.csv$/)
  await manager.keyboard.press('Escape')

  // all reviewed orders and one that cannot be: each has an answer of its own
  const { rows: reviewed } = await api(manager, '/api/lists/orders?status=reviewed')
  await visit(manager, `${home}?status=reviewed,cancelled&sort=-status`)
  await rows.first().waitFor()
  await manager.getByLabel('选择本页全部').check()
  await manager.locator('.list__bulk').getByRole('button', { name: '审核', exact: true }).click()
  const dialog = manager.locator('.list__dialog')
  expect(await seriousFaults(manager, '.list__dialog')).toEqual([])
  await dialog.getByRole('button', { name: '执行' }).click()
  await dialog.getByRole('button', { name: '关闭' }).waitFor()
  expect(await dialog.locator('li.is-waiting').count()).toBe(0)
  expect(await dialog.locator('li.is-refused p').first().innerText()).not.toBe('')
  expect(await dialog.locator('li.is-done').count()).toBeLessThanOrEqual(reviewed.length)
  await dialog.getByRole('button', { name: '关闭' }).click()

  // home and the way in
  await visit(manager, `${factory.url}/admin`)
  await manager.locator('.follow-up section').first().waitFor()
  expect(await seriousFaults(manager)).toEqual([])
  expect(said).toEqual([])
  const stranger = await factory.browser.newPage({ locale: 'zh-CN' })
  await stranger.goto(`${factory.url}/admin/login`)
  await stranger.locator('.demo-accounts button').first().waitFor()
  expect(await seriousFaults(stranger)).toEqual([])
  await stranger.close()
}
