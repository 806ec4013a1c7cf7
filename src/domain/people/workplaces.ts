import type { Role } from './person'

type Label = { zh: string; en: string }

/** A place of work in the menu: a screen by its path, or the list of a kind of record by its slug. `quota`: also for whoever may release. */
export type Workplace = { path: string; label: Label; quota?: boolean } | { slug: string } | { global: string }

export type WorkGroup = { label: Label; places: readonly Workplace[] }

const screen = (path: string, zh: string, en: string, more: { quota?: boolean } = {}): Workplace => ({ path, label: { zh, en }, ...more })
const lists = (...slugs: string[]): Workplace[] => slugs.map((slug) => ({ slug }))
const settings = (...slugs: string[]): Workplace[] => slugs.map((global) => ({ global }))

/** The menu in the order of a day's work. What a person sees of it is said by `usedBy` and by what he may read. */
export const workGroups: readonly WorkGroup[] = [
  {
    label: { zh: '今天', en: 'Today' },
    places: [
      screen('/follow-up', '跟单看板', 'Follow-up'),
      screen('/reviews', '订单评审台', 'Review desk'),
      screen('/credit-releases', '信用审批台', 'Credit releases', { quota: true }),
      ...lists('price-releases', 'notifications'),
    ],
  },
  { label: { zh: '样板', en: 'Samples' }, places: [screen('/samples-board', '样板看板', 'Sample board'), ...lists('samples', 'feedback-rounds', 'sample-work-orders')] },
  {
    label: { zh: '销售', en: 'Selling' },
    places: [...lists('customers', 'quotes', 'orders', 'order-changes'), screen('/unshipped', '未出货明细', 'Unshipped lines'), screen('/price-query', '价格查询', 'Price query')],
  },
  { label: { zh: '发货', en: 'Shipping' }, places: lists('deliveries', 'returns') },
  {
    label: { zh: '库存', en: 'Stock' },
    places: [
      screen('/stock', '现存量查询', 'Stock on hand'),
      ...lists('stock-receipts', 'stock-issues', 'stock-transfers', 'stock-counts', 'stock-freezes', 'cost-corrections', 'stock-balances', 'stock-entries'),
    ],
  },
  { label: { zh: '应收与信用', en: 'Money' }, places: lists('invoices', 'receipts', 'credit-limits', 'credit-releases', 'credit-grades') },
  { label: { zh: '价格', en: 'Prices' }, places: lists('price-policies', 'price-adjustments') },
  {
    label: { zh: '资料', en: 'Records' },
    places: lists('items', 'item-categories', 'drawings', 'pictures', 'customer-categories', 'warehouses', 'payment-terms', 'quote-templates'),
  },
  {
    label: { zh: '内控与设置', en: 'Control and settings' },
    places: [
      screen('/import', '导入资料', 'Import data'),
      ...lists('departments', 'users', 'house-changes', 'review-delegations', 'order-reviews', 'order-revisions', 'audit-log', 'outbox'),
      screen('/system', '系统状态', 'System'),
      ...settings('company', 'order-settings', 'control-settings', 'pricing-settings', 'availability-settings', 'credit-settings', 'receivable-settings', 'sample-settings', 'notification-settings'),
    ],
  },
] // prettier-ignore

/** What each role works with. Reading more is its right all the same: by a link, by the search, by a report. */
const used: Readonly<Record<Exclude<Role, 'generalManager' | 'auditor' | 'admin'>, readonly string[]>> = {
  sales: ['/follow-up', '/samples-board', '/unshipped', '/price-query', '/stock', 'notifications', 'price-releases', 'samples', 'feedback-rounds', 'customers', 'quotes', 'orders', 'order-changes', 'deliveries', 'returns', 'invoices', 'receipts', 'items', 'drawings', 'pictures', 'quote-templates'],
  salesManager: ['/follow-up', '/reviews', '/credit-releases', '/samples-board', '/unshipped', '/price-query', '/stock', 'notifications', 'price-releases', 'samples', 'feedback-rounds', 'sample-work-orders', 'customers', 'customer-categories', 'quotes', 'orders', 'order-changes', 'deliveries', 'returns', 'invoices', 'receipts', 'credit-limits', 'credit-releases', 'price-policies', 'price-adjustments', 'items', 'item-categories', 'drawings', 'pictures', 'quote-templates', 'review-delegations', 'order-settings'],
  pmc: ['/follow-up', '/reviews', '/unshipped', '/stock', '/samples-board', 'notifications', 'orders', 'order-changes', 'deliveries', 'samples', 'sample-work-orders', 'items', 'stock-balances', 'stock-transfers', 'review-delegations'],
  rd: ['/follow-up', '/reviews', '/samples-board', '/stock', 'notifications', 'samples', 'feedback-rounds', 'sample-work-orders', 'orders', 'order-changes', 'items', 'item-categories', 'drawings', 'pictures', 'review-delegations', 'sample-settings'],
  engineering: ['/follow-up', '/reviews', '/samples-board', '/stock', 'notifications', 'samples', 'feedback-rounds', 'sample-work-orders', 'orders', 'order-changes', 'items', 'item-categories', 'drawings', 'pictures', 'stock-issues', 'review-delegations'],
  warehouse: ['/import', '/follow-up', '/unshipped', '/stock', 'notifications', 'deliveries', 'returns', 'stock-receipts', 'stock-issues', 'stock-transfers', 'stock-counts', 'stock-freezes', 'stock-balances', 'stock-entries', 'items', 'warehouses'],
  finance: ['/import', '/follow-up', '/credit-releases', '/price-query', '/stock', 'notifications', 'customers', 'orders', 'deliveries', 'returns', 'invoices', 'receipts', 'credit-limits', 'credit-releases', 'credit-grades', 'price-releases', 'price-policies', 'price-adjustments', 'cost-corrections', 'stock-balances', 'payment-terms', 'pricing-settings', 'credit-settings', 'receivable-settings'],
} // prettier-ignore

const everything: readonly Role[] = ['generalManager', 'auditor', 'admin']

const nameOf = (place: Workplace): string => ('path' in place ? place.path : 'slug' in place ? place.slug : place.global)

/** What only the administrator has anything to do with. */
const administrators = ['/system']

/** Whether a person with these roles works here. */
export function usedBy(place: Workplace, { roles, mayRelease }: { roles: readonly Role[]; mayRelease: boolean }): boolean {
  if (administrators.includes(nameOf(place))) return roles.includes('admin')
  if (roles.some((role) => everything.includes(role))) return !(nameOf(place) === '/reviews' && roles.every((role) => role === 'admin'))
  if ('path' in place && place.quota && mayRelease) return true
  return roles.some((role) => role in used && used[role as keyof typeof used].includes(nameOf(place)))
}
