import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

import type { OpenFactory } from './factory'
import { apiOf, choose, paste, visit } from './settled'

const enough = 18

/** Rows of the lines that are seen whole, on the page as it opens: nothing is scrolled. */
const rowsInSight = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [head, foot, box] = ['.line-grid thead', '.line-grid__foot', '.line-grid__window'].map((of) =>
      document.querySelector(of)?.getBoundingClientRect(),
    )
    const end = Math.min(foot?.top ?? Infinity, box?.bottom ?? 0, window.innerHeight)
    const rows = [...document.querySelectorAll('.line-grid tbody tr:has([data-row])')].map((row) => row.getBoundingClientRect())
    return rows.filter(({ top, bottom }) => top >= (head?.bottom ?? 0) - 1 && bottom <= end + 1).length
  })

/** At 1440 × 900 eighteen lines of an order are seen at once, while it is entered, saved, and opened again; what of the head is folded stays as it was left. */
export async function roomForLines(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const clerk = await factory.signIn('林晓梅')
  await clerk.setViewportSize({ width: 1440, height: 900 })
  const isKept = () => clerk.waitForResponse((answer) => answer.url().endsWith('/payload-preferences/head-sections'))
  const { docs: items } = await api(
    clerk,
    '/api/items?where[active][equals]=true&where[batchControlled][not_equals]=true&where[listPrice][greater_than]=0&depth=0&limit=20&sort=code',
  )
  const { docs: customers } = await api(clerk, '/api/customers?where[status][equals]=active&depth=0&limit=1&sort=id')
  const create = `${factory.url}/admin/collections/orders/create`
  await visit(clerk, create)
  // what other stories have left open
  for (const open of await clerk.locator('.head-sections__names button[aria-expanded=true]').elementHandles()) {
    const folded = isKept()
    await open.click()
    await folded
  }
  await choose(clerk, 'customer', customers[0].code)
  await clerk.locator('[aria-label="物料 1"]:not([readonly])').focus()
  await paste(clerk, Array.from({ length: 24 }, (_, index) => `${items[index % items.length]?.code ?? ''}\t1`).join('\n'))
  await clerk.locator('[aria-label="物料 24"]').waitFor({ state: 'attached' })
  await clerk.locator('.credit-bar:not(:empty)').waitFor()
  expect(await rowsInSight(clerk)).toBeGreaterThanOrEqual(enough)
  await clerk.keyboard.press('Control+s')
  await clerk.waitForURL(/\/orders\/\d+/)
  await clerk.locator('.verb-buttons button').first().waitFor()
  expect(await rowsInSight(clerk)).toBeGreaterThanOrEqual(enough)
  await visit(clerk, clerk.url())
  await clerk.locator('.credit-bar:not(:empty)').waitFor()
  expect(await rowsInSight(clerk)).toBeGreaterThanOrEqual(enough)

  const prices = clerk.getByRole('button', { name: /币种与税费/ })
  expect(await prices.innerText()).toMatch(/CNY/)
  expect(await clerk.locator('#field-currency').count()).toBe(0)
  const opened = isKept()
  await prices.click()
  await opened
  await clerk.locator('#field-currency').waitFor()
  await visit(clerk, create)
  expect(await prices.getAttribute('aria-expanded')).toBe('true')
  const folded = isKept()
  await prices.click()
  await folded
  expect(await clerk.locator('#field-currency').isVisible()).toBe(false)
  await clerk.context().close()
}
