import { expect } from '@jest/globals'

import type { OpenFactory } from './factory'
import { apiOf, visit } from './settled'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** On a phone nothing of a document moves when what is told of its customer comes. */
export async function linesStay(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const manager = await factory.signIn('周建国', phone)
  const { docs: quotes } = await api(manager, '/api/quotes?limit=30&depth=0&sort=-id')
  const { docs: orders } = await api(manager, '/api/orders?limit=30&depth=0&sort=-id')
  const opened = ['draft', 'approved', 'sent'].flatMap((state) => [
    ...quotes.filter(({ status }) => status === state).flatMap(({ id }, at) => (at === 0 ? [`quotes/${id}`] : [])),
    ...orders.filter(({ status }) => status === state).flatMap(({ id }, at) => (at === 0 ? [`orders/${id}`] : [])),
  ])
  expect(opened.length).toBeGreaterThan(1)
  const moved: string[] = []
  for (const path of opened) {
    let goOn = (): void => undefined
    const held = new Promise<void>((resolve) => (goOn = resolve))
    await manager.route(/\/api\/(credit\/customers|quotes\?|orders\?)/, async (route) => {
      await held
      await route.continue()
    })
    await visit(manager, `${factory.url}/admin/collections/${path}`)
    const bar = manager.locator('.customer-bar')
    const height = () => bar.evaluate((element) => element.getBoundingClientRect().height)
    await bar.waitFor()
    const before = await height()
    goOn()
    await manager.locator('.credit-bar:not(:empty)').waitFor()
    await manager.waitForLoadState('networkidle')
    const after = await height()
    if (before !== after) moved.push(`${path}: ${before} → ${after}`)
    await manager.unrouteAll({ behavior: 'wait' })
  }
  expect(moved).toEqual([])
  await manager.context().close()
}
