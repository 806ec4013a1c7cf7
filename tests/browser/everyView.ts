import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

import { seriousFaults } from './accessible'
import type { OpenFactory } from './factory'
import { apiOf } from './settled'

/** Whose eyes a view is looked at with: the first of them who may. */
const people = ['林晓梅', '何秀英', '孙丽娟', '郑国栋', '周建国', '许振华', '马俊杰'] as const
const desks = ['', '/follow-up', '/reviews', '/credit-releases', '/samples-board', '/unshipped', '/price-query', '/stock', '/account']
/** One report of each shape: flat, by day, grouped with a chart, one customer's. */
const reports = ['order-book', 'receivables-ageing', 'sales-analysis', 'customer-statement']

type Access = Record<'collections' | 'globals', Record<string, Partial<Record<'create' | 'read' | 'update', unknown>>>>

/** Every form, setting, report and desk there is, as it opens: nothing serious to whoever cannot see or point, no error, nobody else asked. */
export async function everyView(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const said: string[] = []
  const pages = new Map<string, Page>()
  const access = new Map<string, Access>()
  for (const person of people) {
    const page = await factory.signIn(person)
    page.on('console', (message) => void (message.type() === 'error' && said.push(`${page.url()} ${message.text()}`)))
    page.on('pageerror', (error) => void said.push(`${page.url()} ${String(error)}`))
    pages.set(person, page)
    access.set(person, (await page.request.get(`${factory.url}/api/access`).then((answer) => answer.json())) as Access)
  }
  const whoMay = (of: 'collections' | 'globals', slug: string, right: 'create' | 'read' | 'update'): string | undefined =>
    people.find((person) => access.get(person)?.[of][slug]?.[right])
  const views: Array<{ person: string; path: string }> = []
  const slugs = new Set([...access.values()].flatMap(({ collections }) => Object.keys(collections)))
  for (const slug of [...slugs].filter((each) => !each.startsWith('payload-'))) {
    const maker = whoMay('collections', slug, 'create')
    if (maker) views.push({ person: maker, path: `/collections/${slug}/create` })
    const reader = whoMay('collections', slug, 'update') ?? whoMay('collections', slug, 'read')
    if (!reader) continue
    const { docs } = await api(pages.get(reader) as Page, `/api/${slug}?limit=1&depth=0&sort=-id`)
    if (docs?.[0]) views.push({ person: reader, path: `/collections/${slug}/${docs[0].id}` })
  }
  const settings = new Set([...access.values()].flatMap(({ globals }) => Object.keys(globals)))
  for (const slug of settings) views.push({ person: '马俊杰', path: `/globals/${slug}` })
  for (const name of reports) views.push({ person: '许振华', path: `/reports/${name}` })
  for (const path of desks) views.push({ person: '周建国', path })
  for (const path of ['/import', '/system']) views.push({ person: '马俊杰', path })
  expect(views.length).toBeGreaterThan(80)

  const found: string[] = []
  const look = async ({ person, path }: (typeof views)[number]): Promise<void> => {
    const page = pages.get(person) as Page
    await page.goto(`${factory.url}/admin${path}`)
    // alive: what is shut until then has been opened
    await page.waitForFunction(() => document.querySelector('.nav--nav-hydrated') !== null)
    found.push(...(await seriousFaults(page)).map((fault) => `${path} ${fault}`))
  }
  // each person walks through his own views, two people at a time
  const walks = people.map((person) => views.filter((view) => view.person === person))
  const walk = async (): Promise<void> => {
    for (let own = walks.shift(); own; own = walks.shift()) for (const view of own) await look(view)
  }
  await Promise.all([walk(), walk()])
  expect(found).toEqual([])
  expect(said).toEqual([])
  expect(factory.foreign).toEqual([])
  for (const page of pages.values()) await page.context().close()
}
