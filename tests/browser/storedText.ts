import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

import { type OpenFactory } from './factory'
import { apiOf, settled, visit } from './settled'

/** Texts that would act where they were taken for markup: a mark on the page tells that one did. */
const acts = 'window.__acted=1'
const texts = [`<img src=x onerror="${acts}">`, `<script>${acts}</script>`, `"><svg onload="${acts}">`, `javascript:${acts}`] as const

/** Elements and addresses that came out of a text. */
const tracesOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => ({
    acted: '__acted' in window,
    elements: document.querySelectorAll('img[src="x"], svg[onload], [onerror], a[href^="javascript:"]').length,
    scripts: [...document.scripts].filter(({ text }) => text.trim().startsWith('window.__acted')).length,
  }))
const nothing = { acted: false, elements: 0, scripts: 0 }

/** What somebody typed is shown as he typed it, wherever it is shown: in forms, lists, cards, reports, notes. That mails and sheets carry no markup of theirs is a property of `writeRichText` (`richText.spec.ts`). */
export async function storedText(factory: OpenFactory): Promise<void> {
  const { url } = factory
  const clerk = await factory.signIn('林晓梅')
  const api = apiOf(factory)
  const headers = { Origin: url }
  const enter = async (slug: string, data: object): Promise<number> => {
    const made = await clerk.request.post(`${url}/api/${slug}?depth=0`, { data, headers })
    expect([slug, made.status()]).toEqual([slug, 201])
    const { doc } = (await made.json()) as { doc: { id: number } }
    return doc.id
  }
  const { docs: items } = await api(
    clerk,
    '/api/items?where[active][equals]=true&where[listPrice][greater_than]=0&depth=0&limit=1&sort=code',
  )
  const [named, noted, described, linked] = texts
  const customer = await enter('customers', {
    code: 'ACTS',
    name: named,
    invoiceTitle: described,
    contacts: [{ name: noted, email: 'acts@example.com', phone: linked, main: true }],
    addresses: [{ address: linked, main: true }],
  })
  const lines = [{ item: items[0]?.id, qty: 10, description: noted, remark: named }]
  const order = await enter('orders', { customer, customerOrderNo: described, remark: texts.join(' '), lines })
  const quote = await enter('quotes', { customer, validUntil: '2099-01-01', remark: texts.join(' '), lines })
  const note = await clerk.request.post(`${url}/api/notes/orders/${order}`, { data: { text: texts.join('\n') }, headers })
  expect(note.ok()).toBe(true)

  const pages = [
    '/collections/customers', `/collections/customers/${customer}`, `/collections/customers/${customer}/card`, `/collections/orders/${order}`,
    `/collections/orders/${order}/notes`, `/collections/orders/${order}/history`, `/collections/orders/${order}/flow`, `/collections/quotes/${quote}`,
    '/collections/orders', '/collections/quotes', '/follow-up', '/reports/order-intake?by=customer', `/price-query?customer=${customer}`,
  ] // prettier-ignore
  const told: string[] = []
  for (const path of pages) {
    await visit(clerk, `${url}/admin${path}`)
    // shown, as it was typed; a page that does not show it proves nothing and is not counted
    const shown = await settled(
      () => clerk.evaluate((word) => document.body.innerText.includes(word) || [...document.querySelectorAll('input, textarea')].some((one) => 'value' in one && String(one.value).includes(word)), named), // prettier-ignore
      (is) => is || told.length >= 5,
    )
    if (shown) told.push(path)
    expect([path, await tracesOf(clerk)]).toEqual([path, nothing])
  }
  expect(told.length).toBeGreaterThan(4)

  await clerk.context().close()
}
