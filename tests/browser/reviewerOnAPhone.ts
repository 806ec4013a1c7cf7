import { expect } from '@jest/globals'

import { seriousFaults } from '../../src/server/commands/screens/accessible'
import { beyondEdge } from '../../src/server/commands/screens/lookAt'
import type { OpenFactory } from './factory'
import { apiOf, reloadUnalive, settled, visit } from './settled'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** An order is reviewed between two meetings: found in the list, read in one column, answered with the thumb. */
export async function reviewerOnAPhone(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const clerk = await factory.signIn('林晓梅')
  const reviewer = await factory.signIn('周建国', phone)
  const { docs: items } = await api(
    clerk,
    '/api/items?where[active][equals]=true&where[listPrice][greater_than]=0&depth=0&limit=3&sort=code',
  )
  const { docs: customers } = await api(clerk, '/api/customers?where[status][equals]=active&depth=0&limit=1&sort=id')
  const headers = { Origin: factory.url }
  const lines = (items as Array<{ id: number }>).map(({ id }) => ({ item: id, qty: 200 }))
  const made = await clerk.request.post(`${factory.url}/api/orders`, { data: { customer: customers[0].id, lines }, headers })
  const { doc } = (await made.json()) as { doc: { id: number; no: string; version: number } }
  const submitted = await clerk.request.post(`${factory.url}/api/orders/${doc.id}/submit`, { data: { version: doc.version }, headers })
  expect(submitted.ok()).toBe(true)

  // tapped as soon as it can be seen, whether the page is alive by then or not
  await reviewer.goto(`${factory.url}/admin/reviews`, { waitUntil: 'commit' })
  await reviewer.locator('.review-desk__list a', { hasText: doc.no }).tap()
  await reviewer.waitForURL(/order=/)
  const bar = reviewer.locator('.answer-bar')
  await bar.waitFor()
  expect(await seriousFaults(reviewer)).toEqual([])
  expect(await beyondEdge(reviewer)).toEqual([])
  // the answer is under the thumb wherever the page has been moved to
  for (const top of [0, 10_000]) {
    await reviewer.evaluate((to) => window.scrollTo(0, to), top)
    const box = await bar.boundingBox()
    expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(phone.viewport.height)
  }
  // answered before the page is alive: the answer is not lost
  const goOn = await reloadUnalive(reviewer)
  const agree = bar.getByRole('button', { name: '同意', exact: true })
  await agree.waitFor()
  const { x = 0, y = 0, width = 0, height = 0 } = (await agree.boundingBox()) ?? {}
  await reviewer.touchscreen.tap(x + width / 2, y + height / 2)
  goOn()
  expect(
    await settled(
      async () => (await api(reviewer, `/api/order-reviews?where[order][equals]=${doc.id}&where[opinion][equals]=agree&depth=0`)).totalDocs,
      (total) => total === 1,
    ),
  ).toBe(1)

  // the other screens one looks at on the way
  for (const path of [
    '',
    '/follow-up',
    '/credit-releases',
    '/stock',
    '/price-query',
    `/collections/orders/${doc.id}/notes`,
    `/collections/customers/${customers[0].id}/credit`,
  ]) {
    await visit(reviewer, `${factory.url}/admin${path}`)
    expect([path, await beyondEdge(reviewer)]).toEqual([path, []])
  }
  // a document is readable on a tablet
  await reviewer.setViewportSize({ width: 820, height: 1180 })
  await visit(reviewer, `${factory.url}/admin/collections/orders/${doc.id}`)
  await reviewer.locator('.line-grid').waitFor()
  expect(await beyondEdge(reviewer)).toEqual([])
  for (const page of [clerk, reviewer]) await page.context().close()
}
