import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

import { type OpenFactory, PATIENCE } from './factory'
import { apiOf } from './settled'

/** Bytes of scripts a page takes at most until it is alive, as they are sent (docs/performance.md); the figures may only fall. */
const scriptsAtMost = { login: 150_000, page: 265_000, document: 345_000, record: 350_000 }

/** Bytes of the page itself at most, before it is packed: it brings the fields of the form it shows and of no other. */
const pageAtMost = { login: 60_000, page: 95_000, list: 150_000, document: 145_000, long: 190_000 }

type Weighed = { path: string; scripts: keyof typeof scriptsAtMost; page: keyof typeof pageAtMost }

const scripts = (page: Page): Promise<number> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming && /\.js(\?|$)/.test(entry.name))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  )

declare global {
  var __standing: { all: readonly Element[]; least: number } | undefined
}

/** In the page: what stands in it once it is shown, and how little of that has ever been left. */
function watchStanding(): void {
  new MutationObserver(() => {
    const standing = globalThis.__standing
    if (standing) {
      standing.least = Math.min(standing.least, standing.all.filter((element) => element.isConnected).length)
      return
    }
    if (document.readyState === 'loading' || document.querySelector('.template-default') === null) return
    const all = [...document.querySelectorAll('.template-default *')]
    globalThis.__standing = { all, least: all.length }
  }).observe(document, { childList: true, subtree: true })
}

/** A draft of as many lines as are asked for, of what orders of the demonstration sold by policy to one customer. */
async function longOrder(factory: OpenFactory, person: Page, length: number): Promise<number> {
  const { docs } = await apiOf(factory)(person, '/api/orders?limit=40&depth=0&sort=-id')
  const priced = docs.flatMap(({ customer, lines }) =>
    (lines ?? []).flatMap(({ item, unit, price, priceSource }) => (price && priceSource === 'auto' ? [{ customer, item, unit }] : [])),
  )
  const customer = priced[0]?.customer
  const own = priced.filter((line) => line.customer === customer)
  const lines = Array.from({ length }, (_, at) => ({ item: own[at % own.length]?.item, unit: own[at % own.length]?.unit, qty: 10 + at }))
  const answer = await person.request.post(`${factory.url}/api/orders`, { data: { customer, lines } })
  const { doc } = (await answer.json()) as { doc: { id: number } }
  return doc.id
}

/** The page of a long order in both languages, by its state: what is no browser's business is asked for without one. */
async function longPages(factory: OpenFactory, person: Page, order: number): Promise<string[]> {
  const heavy: string[] = []
  for (const step of ['', 'submit']) {
    if (step) expect((await person.request.post(`${factory.url}/api/orders/${order}/${step}`, { data: {} })).status()).toBe(200)
    for (const value of ['zh', 'en']) {
      await person.context().addCookies([{ name: 'payload-lng', value, url: factory.url }])
      const own = (await (await person.request.get(`${factory.url}/admin/collections/orders/${order}`)).body()).length
      if (own > pageAtMost.long) heavy.push(`an order of 50 lines ${step} ${value}: ${own}`)
    }
  }
  return heavy
}

/**
 * What a page weighs when nothing of it is known yet, until it is alive: the log-in page little, and no page more than it does now. Each is
 * brought to life, at the speed of a desk and at that of a phone whose scripts come late: what stands in it may not be thrown away and drawn
 * anew, for whoever types at once would lose it.
 */
export async function pageWeight(factory: OpenFactory): Promise<void> {
  const manager = await factory.signIn('周建国')
  const { docs } = await apiOf(factory)(manager, '/api/orders?limit=1&depth=0&sort=-id')
  const long = await longOrder(factory, manager, 50)
  const weighed: Weighed[] = [
    { path: '/login', scripts: 'login', page: 'login' },
    { path: '', scripts: 'page', page: 'page' },
    { path: '/stock', scripts: 'page', page: 'page' },
    { path: '/reviews', scripts: 'page', page: 'page' },
    { path: '/collections/orders', scripts: 'page', page: 'list' },
    { path: `/collections/orders/${docs[0].id}`, scripts: 'document', page: 'document' },
    { path: `/collections/orders/${long}`, scripts: 'document', page: 'long' },
    { path: `/collections/customers/${docs[0].customer}`, scripts: 'record', page: 'document' },
    { path: '/collections/price-releases/create', scripts: 'document', page: 'document' },
    { path: '/collections/credit-releases/create', scripts: 'document', page: 'document' },
    { path: `/collections/orders/${docs[0].id}/notes`, scripts: 'page', page: 'document' },
    { path: '/account', scripts: 'record', page: 'document' },
  ]
  const told: string[] = []
  const tooHeavy: string[] = []
  const drawnAnew: string[] = []
  for (const isSlow of [false, true])
    for (const { path, ...most } of weighed) {
      if (isSlow && path === '/login') continue
      const context = await factory.browser.newContext()
      context.setDefaultTimeout(PATIENCE)
      if (path !== '/login') await context.addCookies(await manager.context().cookies())
      const page = await context.newPage()
      await page.addInitScript(watchStanding)
      if (isSlow) {
        const devtools = await context.newCDPSession(page)
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
        await devtools.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: 80,
          downloadThroughput: 2e6,
          uploadThroughput: 1e6,
        })
      }
      const answer = await page.goto(`${factory.url}/admin${path}`)
      const own = (await answer?.body())?.length ?? 0
      await page.waitForLoadState('load')
      if (path !== '/login') {
        await page.waitForFunction(() => globalThis.gendanEarly?.isAlive)
        const { all, least } = await page.evaluate(() => ({
          all: globalThis.__standing?.all.length ?? 0,
          least: globalThis.__standing?.least ?? 0,
        }))
        if (all === 0 || least < all * 0.9) drawnAnew.push(`${path} ${isSlow ? 'slowly' : 'at once'}: ${least} of ${all}`)
      }
      const bytes = await scripts(page)
      const line = `/admin${path} ${Math.round(bytes / 1000)} kB, the page ${Math.round(own / 1000)} kB`
      if (!isSlow) told.push(line)
      if (bytes === 0 || own === 0 || bytes > scriptsAtMost[most.scripts] || own > pageAtMost[most.page]) tooHeavy.push(line)
      await context.close()
    }
  tooHeavy.push(...(await longPages(factory, manager, long)))
  console.log(`Scripts of pages:\n${told.join('\n')}`)
  expect(drawnAnew).toEqual([])
  expect(tooHeavy).toEqual([])
  await manager.context().close()
}
