import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

import { openView, quietOf } from '../../src/server/commands/screens/lookAt'
import { type Access, everyViewOf, type Found, people, type View } from '../../src/server/commands/screens/views'
import { seriousFaults } from '../../src/server/commands/screens/accessible'
import type { OpenFactory } from './factory'
import { apiOf } from './settled'

/** Every list, form, tab, setting, report and desk there is, as it opens: nothing serious to whoever cannot see or point, no error, nobody else asked. */
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
  const find = async (person: string, address: string): Promise<readonly Found[]> => {
    const { docs } = (await api(pages.get(person) as Page, address as `/api${string}`)) as { docs?: Found[] }
    return docs ?? []
  }
  const views = await everyViewOf({ access, find })
  expect(views.length).toBeGreaterThan(120)

  const found: string[] = []
  // each person walks through his own views, two people at a time
  const walks = people.map((person) => ({ page: pages.get(person) as Page, own: views.filter((view) => view.person === person) }))
  const look = async ({ page, own }: { page: Page; own: readonly View[] }): Promise<void> => {
    const quiet = quietOf(page)
    for (const { name, path } of own) {
      await openView({ page, address: `${factory.url}/admin${path}`, quiet })
      found.push(...(await seriousFaults(page)).map((fault) => `${name} ${fault}`))
    }
    await page.context().close()
  }
  const walk = async (): Promise<void> => {
    for (let next = walks.shift(); next; next = walks.shift()) await look(next)
  }
  await Promise.all([walk(), walk()])
  expect(found).toEqual([])
  expect(said).toEqual([])
  expect(factory.foreign).toEqual([])
}
