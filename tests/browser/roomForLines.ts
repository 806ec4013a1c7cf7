import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

import type { OpenFactory } from './factory'
import { apiOf, choose, visit } from './settled'

const enough = 18
const screen = { width: 1440, height: 900 }

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

/** How many rows fit between the head and the foot of the lines, however few there are as yet. */
const roomIn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [head, foot, row] = ['.line-grid thead', '.line-grid__foot', '.line-grid tbody tr'].map((of) =>
      document.querySelector(of)?.getBoundingClientRect(),
    )
    return Math.floor((window.innerHeight - (foot?.height ?? 0) - (head?.bottom ?? Infinity)) / (row?.height ?? 28))
  })

const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((put) => {
    const data = new DataTransfer()
    data.setData('text/plain', put)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)

/** At 1440 × 900 eighteen lines of a document are seen at once, of one being entered as of one that is in force; what is folded stays as it was left. */
export async function roomForLines(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const clerk = await factory.signIn('林晓梅')
  await clerk.setViewportSize(screen)
  const cell = (name: string) => clerk.locator(`[aria-label="${name}"]:not([readonly])`)
  const { docs: items } = await api(
    clerk,
    '/api/items?where[active][equals]=true&where[batchControlled][not_equals]=true&where[listPrice][greater_than]=0&depth=0&limit=20&sort=code',
  )
  const { docs: customers } = await api(clerk, '/api/customers?where[status][equals]=active&depth=0&limit=1&sort=id')
  const lines = Array.from({ length: 24 }, (_, index) => `${items[index % items.length]?.code ?? ''}\t1`).join('\n')

  // a new order, its lines entered, nothing saved yet
  const create = `${factory.url}/admin/collections/orders/create`
  await visit(clerk, create)
  await choose(clerk, 'customer', customers[0].code)
  await cell('物料 1').focus()
  await paste(clerk, lines)
  await cell('物料 24').waitFor()
  await clerk.locator('.credit-bar:not(:empty)').waitFor()
  expect(await rowsInSight(clerk)).toBeGreaterThanOrEqual(enough)
  // the same order when it has been saved, and when it is opened again
  await clerk.keyboard.press('Control+s')
  await clerk.waitForURL(/\/orders\/\d+/)
  await clerk.locator('.verb-buttons button').first().waitFor()
  expect(await rowsInSight(clerk)).toBeGreaterThanOrEqual(enough)
  await visit(clerk, clerk.url())
  await clerk.locator('.credit-bar:not(:empty)').waitFor()
  expect(await rowsInSight(clerk)).toBeGreaterThanOrEqual(enough)

  // what is seldom typed is folded, says what stands in it, and stays open for whoever opened it
  const prices = clerk.getByRole('button', { name: /币种与税费/ })
  expect(await prices.innerText()).toMatch(/CNY/)
  expect(await clerk.locator('#field-currency').count()).toBe(0)
  const kept = clerk.waitForResponse((answer) => answer.url().endsWith('/payload-preferences/head-sections'))
  await prices.click()
  await kept
  await clerk.locator('#field-currency').waitFor()
  await visit(clerk, create)
  expect(await prices.getAttribute('aria-expanded')).toBe('true')
  const put = clerk.waitForResponse((answer) => answer.url().endsWith('/payload-preferences/head-sections'))
  await prices.click()
  await put
  expect(await clerk.locator('#field-currency').isVisible()).toBe(false)

  // every kind of document with lines, as it is entered and as it is read
  for (const [person, kinds] of [
    ['林晓梅', ['quotes', 'orders', 'order-changes', 'deliveries', 'returns', 'order-templates', 'quote-templates']],
    ['孙丽娟', ['invoices']],
    ['何秀英', ['stock-receipts', 'stock-issues', 'stock-transfers', 'stock-counts']],
    ['周建国', ['price-adjustments']],
  ] as const) {
    const page = person === '林晓梅' ? clerk : await factory.signIn(person)
    await page.setViewportSize(screen)
    const rooms: Array<readonly [string, number]> = []
    for (const kind of kinds) {
      const home = `${factory.url}/admin/collections/${kind}`
      const { docs } = (await (await page.request.get(`${factory.url}/api/${kind}?depth=0&limit=1&sort=-id`)).json()) as {
        docs: Array<{ id: number }>
      }
      for (const at of [`${home}/create`, ...docs.map(({ id }) => `${home}/${id}`)]) {
        await visit(page, at)
        if ((await page.locator('.line-grid thead').count()) > 0) rooms.push([at.slice(factory.url.length), await roomIn(page)])
      }
    }
    expect(rooms.filter(([, room]) => room < enough)).toEqual([])
    expect(rooms.length).toBeGreaterThan(0)
    if (page !== clerk) await page.context().close()
  }
  await clerk.context().close()
}
