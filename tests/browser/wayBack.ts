import { expect } from '@jest/globals'

import type { OpenFactory } from './factory'
import { apiOf, settled, visit } from './settled'

/** Whatever one looks at on the way, Back leads to where one was: the same list with its filter and as far down, the report as it was asked. */
export async function wayBack(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const manager = await factory.signIn('周建国')
  await manager.setViewportSize({ width: 1440, height: 500 })
  const home = `${factory.url}/admin/collections/orders`
  await visit(manager, `${home}?status=approved,closed&sort=no`)
  const rows = manager.locator('.list__table tbody tr')
  await rows.first().waitFor()
  const list = manager.locator('.list__scroll').first() // the page that is left may still stand there
  const isAsItWas = async (down: number): Promise<void> => {
    await manager.waitForURL(/status=approved.*sort=no/)
    await rows.first().waitFor()
    expect(
      await settled(
        () => list.evaluate(({ scrollTop }) => scrollTop),
        (top) => top === down,
      ),
    ).toBe(down)
  }
  const down = await list.evaluate((element) => {
    element.scrollTop = 120
    return element.scrollTop
  })
  expect(down).toBeGreaterThan(0)

  // by the quick view
  await rows.nth(6).locator('td').nth(2).click()
  await manager.locator('.list__glance[aria-busy=false]').waitFor()
  await manager.locator('.list__glance a').first().click()
  await manager.waitForURL(/\/orders\/\d+/)
  await manager.goBack()
  await isAsItWas(down)

  // by Ctrl+K, and through two documents
  const { docs } = await api(manager, '/api/orders?depth=0&limit=2&sort=-id')
  for (const { no, id } of docs as Array<{ no: string; id: number }>) {
    await manager.keyboard.press('Control+k')
    await manager.keyboard.type(no)
    await manager.locator('.palette li', { hasText: no }).first().waitFor()
    await manager.keyboard.press('Enter')
    await manager.waitForURL(new RegExp(`/orders/${id}`))
  }
  await manager.goBack()
  await manager.waitForURL(/\/orders\/\d+/)
  await manager.goBack()
  await isAsItWas(down)

  // by a report, as far as a document behind its figures
  const report = `${factory.url}/admin/reports/order-intake?by=customer`
  await visit(manager, report)
  const asked = manager.url()
  await manager.locator('.report__table tbody tr a, .report__table tbody tr [role=link], .report__table tbody tr td').first().click()
  await manager.waitForURL((address) => address.href !== asked)
  await manager.goBack()
  await manager.waitForURL((address) => address.href === asked)
  await manager.locator('.report__table tbody tr').first().waitFor()
  await manager.goBack()
  await isAsItWas(down)
  await manager.context().close()
}
