import type { Browser, Page } from 'playwright-core'

import { demoAccounts, demoPassword } from '@/src/demo/accounts'

import { faultsOf, languages, openView, quietOf, type Shot, shotsOf, widths } from './lookAt'
import { momentsOf } from './moments'
import { type Access, everyViewOf, type Find, type Found, people, type View } from './views'

type Seen = { view: View; language: Shot['language']; shots: readonly Shot[] }
/** `isJudged`: whether what stands wrong on a view is looked for, too. */
type Told = { onSeen: (seen: Seen) => Promise<void>; onWrong: (fault: string) => void; isJudged: boolean }
type Walk = Told & { browser: Browser; url: string; isWanted: (view: View) => boolean }

type Visitor = Told & { browser: Browser; url: string; language: Shot['language']; email: string | null; password?: string }

/** The view a page shows. */
const shownOn = new WeakMap<Page, View>()

/** A browser of somebody's own, logged in, in one language; what its pages say and ask is listened to. */
async function arrive({ browser, url, language, email, password = demoPassword, onWrong }: Visitor): Promise<Page> {
  const context = await browser.newContext({ locale: language === 'zh' ? 'zh-CN' : 'en-US', viewport: widths.wide, colorScheme: 'light' })
  context.setDefaultTimeout(120_000) // ends what hangs
  await context.addCookies([{ name: 'payload-lng', value: language, url }])
  const page = await context.newPage()
  page.on('console', (message) => {
    const isTold = shownOn.get(page)?.isRefusal === true && message.text().includes('status of 409')
    if (message.type() === 'error' && !isTold) onWrong(`${page.url()} says: ${message.text()}`)
  })
  page.on('pageerror', (error) => onWrong(`${page.url()} broke: ${String(error)}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && /^(https?|wss?):/.test(request.url())) onWrong(`${page.url()} asks ${request.url()}`)
  })
  if (email) {
    const answer = await page.request.post(`${url}/api/users/login`, { data: { email, password } })
    if (!answer.ok()) throw new Error(`${email} cannot log in: ${await answer.text()}`)
  }
  return page
}

/** Opens each view and hands its pictures over; what stands wrong on it is told with its name. */
async function look({
  page,
  url,
  views,
  language,
  onSeen,
  onWrong,
  isJudged,
}: Told & { page: Page; url: string; views: readonly View[]; language: Shot['language'] }): Promise<void> {
  const quiet = quietOf(page)
  for (const view of views) {
    shownOn.set(page, view)
    try {
      await openView({ page, address: `${url}/admin${view.path}`, quiet })
      await view.open?.(page)
      await quiet()
      await onSeen({ view, language, shots: await shotsOf({ page, language }) })
      for (const fault of isJudged ? await faultsOf(page) : []) onWrong(`${view.name} (${language}) ${fault}`)
    } catch (error) {
      onWrong(`${view.name} (${language}) did not open: ${String(error).split('\n')[0] ?? ''}`)
    }
  }
}

/** Every view of the demonstration, each person through his own, in both languages side by side. */
export async function walkThrough({ browser, url, isWanted, ...told }: Walk): Promise<void> {
  const emails = new Map(demoAccounts.map(({ name, email }) => [name, email]))
  const pages = new Map<string, Page>()
  const access = new Map<string, Access>()
  for (const person of people)
    for (const language of languages) {
      const page = await arrive({ browser, url, language, email: emails.get(person) ?? null, ...told })
      pages.set(`${person} ${language}`, page)
      if (language === 'zh') access.set(person, (await (await page.request.get(`${url}/api/access`)).json()) as Access)
    }
  const pageOf = (person: string, language: Shot['language']): Page => pages.get(`${person} ${language}`) as Page
  const find: Find = async (person, address) => {
    const answer = (await (await pageOf(person, 'zh').request.get(`${url}${address}`)).json()) as { docs?: Found[] }
    return answer.docs ?? []
  }
  const moments = await momentsOf({ url, find })
  const views = [...(await everyViewOf({ access, find })), ...moments].filter(isWanted)
  const walkIn = async (language: Shot['language']): Promise<void> => {
    const stranger = await arrive({ browser, url, language, email: null, ...told })
    const outside: View[] = ['login', 'forgot'].map((name) => ({ name, person: '', path: `/${name}` }))
    await look({ page: stranger, url, views: outside.filter(isWanted), language, ...told })
    for (const person of people)
      await look({ page: pageOf(person, language), url, views: views.filter((view) => view.person === person), language, ...told })
  }
  await Promise.all(languages.map(walkIn))
}

/** What whoever installs it meets: a house without people, and the first page of its administrator. */
export async function walkThroughEmpty({
  browser,
  url,
  isWanted,
  email,
  password,
  ...told
}: Walk & { email: string; password: string }): Promise<void> {
  for (const language of languages) {
    const page = await arrive({ browser, url, language, email, password, ...told })
    const views: View[] = [
      { name: 'empty-home', person: email, path: '' },
      { name: 'empty-list', person: email, path: '/collections/customers' },
      { name: 'empty-follow-up', person: email, path: '/follow-up' },
      { name: 'empty-import', person: email, path: '/import' },
    ]
    await look({ page, url, views: views.filter(isWanted), language, ...told })
  }
}
