import { allKinds } from '../kinds'
import type { Words } from '../words/words'
import { type MenuGroup, menuGroups } from './menuGroups'
import type { Role } from './person'

/**
 * A place of work in the menu: a screen by its path, the list of a kind of record by its slug, or a page of settings; and whose work it is.
 * `quota`: also for whoever may release.
 */
export type Workplace = { usedBy: readonly Role[]; quota?: boolean } & (
  { path: string; label: Words } | { slug: string } | { global: string }
)

export type WorkGroup = { label: Words; places: readonly Workplace[] }

const screen = (path: string, label: Words, usedBy: readonly Role[], more: { quota?: boolean } = {}): Workplace => ({
  path,
  label,
  usedBy,
  ...more,
})
const list = (slug: string, usedBy: readonly Role[]): Workplace => ({ slug, usedBy })
const settings = (global: string, usedBy: readonly Role[]): Workplace => ({ global, usedBy })

/** Whoever does something with documents every day. */
const workers: readonly Role[] = ['sales', 'salesManager', 'pmc', 'rd', 'engineering', 'warehouse', 'finance']

/** What stands in a group before and after its documents; those bring their place with their kind. */
const around: Readonly<Record<MenuGroup, { first: readonly Workplace[]; then: readonly Workplace[] }>> = {
  today: {
    first: [
      screen('/follow-up', { zh: '跟单看板', en: 'Follow-up' }, workers),
      screen('/reviews', { zh: '订单评审台', en: 'Review desk' }, ['salesManager', 'pmc', 'rd', 'engineering']),
      screen('/credit-releases', { zh: '信用审批台', en: 'Credit releases' }, ['salesManager', 'finance'], { quota: true }),
    ],
    then: [list('notifications', workers)],
  },
  samples: {
    first: [screen('/samples-board', { zh: '样板看板', en: 'Sample board' }, ['sales', 'salesManager', 'pmc', 'rd', 'engineering'])],
    then: [],
  },
  selling: {
    first: [list('customers', ['sales', 'salesManager', 'finance'])],
    then: [
      list('order-lists', ['sales', 'salesManager']),
      screen('/unshipped', { zh: '未出货明细', en: 'Unshipped lines' }, ['sales', 'salesManager', 'pmc', 'warehouse']),
      screen('/price-query', { zh: '价格查询', en: 'Price query' }, ['sales', 'salesManager', 'finance']),
    ],
  },
  shipping: {
    first: [],
    then: [],
  },
  stock: {
    first: [screen('/stock', { zh: '现存量查询', en: 'Stock on hand' }, workers)],
    then: [list('stock-balances', ['pmc', 'warehouse', 'finance']), list('stock-entries', ['warehouse'])],
  },
  money: {
    first: [],
    then: [],
  },
  prices: {
    first: [list('price-policies', ['salesManager', 'finance'])],
    then: [],
  },
  records: {
    first: [
      list('items', ['sales', 'salesManager', 'pmc', 'rd', 'engineering', 'warehouse']),
      list('item-categories', ['salesManager', 'rd', 'engineering']),
      list('drawings', ['sales', 'salesManager', 'rd', 'engineering']),
      list('pictures', ['sales', 'salesManager', 'rd', 'engineering']),
      list('customer-categories', ['salesManager']),
      list('quote-templates', ['sales', 'salesManager']),
      list('order-templates', ['sales', 'salesManager']),
      list('warehouses', ['warehouse']),
      list('payment-terms', ['finance']),
      list('exchange-rates', ['finance']),
      list('tax-categories', ['finance']),
    ],
    then: [],
  },
  control: {
    first: [
      screen('/import', { zh: '导入资料', en: 'Import data' }, ['warehouse', 'finance']),
      list('departments', []),
      list('users', []),
      list('review-delegations', ['salesManager', 'pmc', 'rd', 'engineering']),
      list('sales-targets', ['salesManager']),
      list('order-reviews', []),
      list('order-revisions', []),
      list('audit-log', []),
      list('outbox', []),
      list('webhooks', []),
    ],
    then: [
      screen('/system', { zh: '系统状态', en: 'System' }, []),
      settings('company', []),
      settings('order-settings', ['salesManager']),
      settings('control-settings', []),
      settings('pricing-settings', ['finance']),
      settings('availability-settings', []),
      settings('credit-settings', ['finance']),
      settings('sample-settings', ['rd']),
      settings('notification-settings', []),
      settings('security-settings', []),
    ],
  },
}

const documentsIn = (group: MenuGroup): Workplace[] =>
  allKinds.filter(({ menu }) => menu.group === group).map(({ slug, menu }) => list(slug, menu.usedBy))

/** The menu in the order of a day's work. What a person sees of it is said by `usedBy` and by what he may read. */
export const workGroups: readonly WorkGroup[] = (Object.keys(menuGroups) as MenuGroup[]).map((group) => ({
  label: menuGroups[group],
  places: [...around[group].first, ...documentsIn(group), ...around[group].then],
}))

const everything: readonly Role[] = ['generalManager', 'auditor', 'admin']

/** How a place is told from the others: by its path or its slug. */
export const placeName = (place: Workplace): string => ('path' in place ? place.path : 'slug' in place ? place.slug : place.global)

/** What only the administrator has anything to do with. */
const administrators = ['/system']

type Asking = { roles: readonly Role[]; mayRelease: boolean }

/** Whether a person with these roles works here. Reading more is a right all the same: by a link, by the search, by a report. */
export function worksAt(place: Workplace, { roles, mayRelease }: Asking): boolean {
  if (administrators.includes(placeName(place))) return roles.includes('admin')
  if (roles.some((role) => everything.includes(role))) return !(placeName(place) === '/reviews' && roles.every((role) => role === 'admin'))
  return (place.quota === true && mayRelease) || roles.some((role) => place.usedBy.includes(role))
}

/** The names of all places a person with these roles works at. */
export const placesOf = (asking: Asking): string[] =>
  workGroups.flatMap(({ places }) => places.filter((place) => worksAt(place, asking)).map(placeName))
