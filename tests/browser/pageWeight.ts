import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

import { type OpenFactory, PATIENCE } from './factory'
import { apiOf } from './settled'

/** Bytes of scripts a page takes at most, as they are sent (docs/performance.md); the figures may only fall. */
const atMost = { login: 200_000, desk: 700_000, document: 900_000 } // a document may show its terms, and then their editor

/** Bytes of the page itself at most, before it is packed: it brings the fields of the form it shows and of no other. */
const ofPage = { login: 60_000, desk: 200_000, list: 300_000, document: 320_000 }

const scripts = (page: Page): Promise<number> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming && /\.js(\?|$)/.test(entry.name))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  )

declare global {
  var __verbsLeft: number | undefined
}

/** In the page: how often the verbs of its document have gone again once they stood in it. */
function watchVerbs(): void {
  let stood = false
  globalThis.__verbsLeft = 0
  new MutationObserver(() => {
    const stands = document.querySelector('main .verb-buttons') !== null
    if (stood && !stands) globalThis.__verbsLeft = (globalThis.__verbsLeft ?? 0) + 1
    stood = stands
  }).observe(document, { childList: true, subtree: true })
}

/** What a page weighs when nothing of it is known yet: the log-in page little, and no page more than it does now. */
export async function pageWeight(factory: OpenFactory): Promise<void> {
  const manager = await factory.signIn('周建国')
  const { docs } = await apiOf(factory)(manager, '/api/orders?limit=1&depth=0&sort=-id')
  const weights = new Map<string, number>()
  const pages = new Map<string, number>()
  for (const path of ['/login', '', '/collections/orders', `/collections/orders/${docs[0].id}`, '/stock', '/reviews']) {
    const context = await factory.browser.newContext()
    context.setDefaultTimeout(PATIENCE)
    if (path !== '/login') await context.addCookies(await manager.context().cookies())
    const page = await context.newPage()
    await page.addInitScript(watchVerbs)
    const answer = await page.goto(`${factory.url}/admin${path}`)
    pages.set(path, (await answer?.body())?.length ?? 0)
    await page.waitForLoadState('load')
    weights.set(path, await scripts(page))
    if (/\d$/.test(path)) {
      await page.waitForLoadState('networkidle')
      // what stands there is brought to life, not thrown away and drawn anew: whoever types at once would lose it
      expect(await page.evaluate(() => globalThis.__verbsLeft)).toBe(0)
    }
    await context.close()
  }
  const told = [...weights].map(
    ([path, bytes]) => `/admin${path} ${Math.round(bytes / 1000)} kB, the page ${Math.round((pages.get(path) ?? 0) / 1000)} kB`,
  )
  console.log(`Scripts of pages:\n${told.join('\n')}`)
  const mostOf = (path: string): number => (path === '/login' ? atMost.login : /\d$/.test(path) ? atMost.document : atMost.desk)
  for (const [path, bytes] of weights) {
    expect(bytes).toBeGreaterThan(0)
    expect([path, bytes <= mostOf(path)]).toEqual([path, true])
    const own =
      path === '/login' ? ofPage.login : /\d$/.test(path) ? ofPage.document : path.startsWith('/collections') ? ofPage.list : ofPage.desk
    expect([path, (pages.get(path) ?? own) < own]).toEqual([path, true])
  }
  await manager.context().close()
}
