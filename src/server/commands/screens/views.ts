import type { Page } from 'playwright-core'

import { reports } from '@/reports'

/** A view of the house: what its picture is called, where it is, whose eyes it is seen with, what is opened on it, and whether it shows a refusal, which browsers note as an error. */
export type View = { name: string; person: string; path: string; open?: (page: Page) => Promise<void>; isRefusal?: true }

/** A record the views ask for. */
export type Found = Readonly<Record<string, unknown>> & { id: number }

/** Asks the server as the person; the records that were found. */
export type Find = (person: string, address: string) => Promise<readonly Found[]>

export type Access = Readonly<
  Record<'collections' | 'globals', Readonly<Record<string, Readonly<Partial<Record<'create' | 'read' | 'update', unknown>>>>>>
>

/** The people of the demonstration a view is looked at with: the first of them who may. */
export const people = ['林晓梅', '何秀英', '孙丽娟', '郑国栋', '周建国', '许振华', '马俊杰'] as const

const enteredDaily = ['customers', 'quotes', 'orders', 'deliveries', 'receipts', 'samples']
const desks = ['follow-up', 'reviews', 'credit-releases', 'samples-board', 'unshipped', 'price-query', 'stock', 'account'] as const

const tabs = {
  orders: ['review', 'flow', 'history', 'mails', 'notes', 'revisions', 'files'],
  quotes: ['revisions', 'customer-page'],
  samples: ['gallery'],
  customers: ['card', 'credit', 'notes'],
} as const

/** A record with something on it, not the emptiest one: the newest of these. */
const shown: Readonly<Record<string, string>> = {
  orders: '&where[status][equals]=approved&where[kind][equals]=standard',
  'order-reviews': '&where[opinion][exists]=true',
  quotes: '&where[status][not_equals]=draft',
  deliveries: '&where[status][not_equals]=draft',
  invoices: '&where[status][equals]=approved',
  receipts: '&where[allocation][not_equals]=none',
}

type Asked = { access: ReadonlyMap<string, Access>; find: Find }

const whoMay = (access: ReadonlyMap<string, Access>, slug: string, right: 'create' | 'read' | 'update'): string | undefined =>
  people.find((person) => access.get(person)?.collections[slug]?.[right])

/** Each list, each form as it opens empty, each form with a record in it, and the tabs of some. */
async function ofCollections({ access, find }: Asked): Promise<View[]> {
  const slugs = new Set([...access.values()].flatMap(({ collections }) => Object.keys(collections)))
  const views: View[] = []
  for (const slug of [...slugs].filter((each) => !each.startsWith('payload-'))) {
    const home = `/collections/${slug}`
    const maker = whoMay(access, slug, 'create')
    const reader = whoMay(access, slug, 'update') ?? whoMay(access, slug, 'read')
    const empty: View[] = maker ? [{ name: `${slug}-new`, person: maker, path: `${home}/create` }] : []
    if (!reader) {
      views.push(...empty)
      continue
    }
    views.push({ name: `${slug}-list`, person: reader, path: home })
    const newest = await find(reader, `/api/${slug}?limit=1&depth=0&sort=-id${shown[slug] ?? ''}`)
    const record = newest[0] ?? (await find(reader, `/api/${slug}?limit=1&depth=0&sort=-id`))[0]
    // a form is the same with a record in it; where there is none, and where people enter most, it is shown empty
    if (!record || enteredDaily.includes(slug)) views.push(...empty)
    if (!record) continue
    views.push({ name: slug, person: reader, path: `${home}/${record.id}` })
    for (const tab of Object.entries(tabs).find(([of]) => of === slug)?.[1] ?? [])
      views.push({ name: `${slug}-${tab}`, person: reader, path: `${home}/${record.id}/${tab}` })
  }
  return views
}

/** Every list, form, tab, setting, report and desk of the house, as it opens. */
export async function everyViewOf({ access, find }: Asked): Promise<View[]> {
  const settings = new Set([...access.values()].flatMap(({ globals }) => Object.keys(globals)))
  return [
    { name: 'home', person: '林晓梅', path: '' },
    { name: 'home-manager', person: '周建国', path: '' },
    ...desks.map((desk) => ({ name: desk, person: '周建国', path: `/${desk}` })),
    ...['import', 'system'].map((desk) => ({ name: desk, person: '马俊杰', path: `/${desk}` })),
    ...(await ofCollections({ access, find })),
    ...[...settings].map((slug) => ({ name: `settings-${slug}`, person: '马俊杰', path: `/globals/${slug}` })),
    ...reports.map(({ name }) => ({ name: `report-${name}`, person: '许振华', path: `/reports/${name}` })),
  ]
}
