import type { Where } from 'payload'

import type { Role } from '@/src/domain/people/person'
import type { CreditReleaseStatus } from '@/src/domain/credit/releaseSteps'
import { addDays, businessDate } from '@/src/domain/kernel/businessDate'
import type { PriceAdjustmentStatus } from '@/src/domain/pricing/priceAdjustment'
import type { PriceReleaseStatus } from '@/src/domain/pricing/priceRelease'

type Label = { zh: string; en: string }
/** `departments`: those whose opinion this person gives today, as a deputy too. */
type Asking = { today: string; now: string; departments: readonly string[]; unbilledAfterDays: number }

/** One question of the board whose answer is a list of documents; the person's own rights are added to its condition. */
export type DocumentGroup = {
  key: string
  label: Label
  /** Who is shown the group; absent: everybody. */
  roles?: readonly Role[]
  collection: string
  where: (asking: Asking) => Where | null
  sort: string
  /** Where the work is done, when there is a better place than the list. */
  place?: string
  urgent?: boolean
}

const sellers = ['sales', 'salesManager', 'generalManager', 'auditor'] as const
const all = (...conditions: Where[]): Where => ({ and: conditions })

/** What waits, by kind, in the order a day is worked through. */
export const documentGroups: readonly DocumentGroup[] = [
  {
    key: 'myReviews',
    label: { zh: '待我评审', en: 'Waiting for my review' },
    collection: 'order-reviews',
    where: ({ departments }) =>
      departments.length > 0 ? all({ status: { equals: 'open' } }, { department: { in: [...departments] } }) : null,
    sort: 'dueAt',
    place: '/reviews',
  },
  {
    key: 'toRule',
    label: { zh: '待我裁定', en: 'Waiting for my ruling' },
    roles: ['generalManager'],
    collection: 'orders',
    where: () => ({ status: { equals: 'awaitingRuling' } }),
    sort: 'id',
    place: '/reviews',
  },
  {
    key: 'lateReviews',
    label: { zh: '评审超时', en: 'Late reviews' },
    collection: 'order-reviews',
    where: ({ now }) => all({ status: { equals: 'open' } }, { dueAt: { less_than: now } }),
    sort: 'dueAt',
    urgent: true,
  },
  {
    key: 'toApprove',
    label: { zh: '待审核订单', en: 'Orders to approve' },
    roles: ['salesManager', 'generalManager'],
    collection: 'orders',
    where: () => ({ status: { equals: 'reviewed' } }),
    sort: 'date',
  },
  {
    key: 'reviewFailed',
    label: { zh: '评审未通过，待业务处理', en: 'Review failed, back to sales' },
    roles: [...sellers],
    collection: 'orders',
    where: () => ({ status: { equals: 'reviewFailed' } }),
    sort: 'date',
  },
  {
    key: 'onHold',
    label: { zh: '暂挂订单', en: 'Orders on hold' },
    roles: [...sellers],
    collection: 'orders',
    where: () => all({ hold: { equals: true } }, { status: { equals: 'approved' } }),
    sort: 'date',
  },
  {
    key: 'creditAlarms',
    label: { zh: '超信用订单', en: 'Credit alarms' },
    roles: [...sellers, 'finance'],
    collection: 'orders',
    where: () => all({ creditStatus: { equals: 'alarmed' } }, { status: { not_in: ['closed', 'cancelled'] } }),
    sort: 'date',
    urgent: true,
  },
  {
    key: 'creditReleases',
    label: { zh: '待信用审批', en: 'Credit releases asked for' },
    roles: ['finance', 'salesManager', 'generalManager', 'auditor'],
    collection: 'credit-releases',
    where: () => ({ status: { equals: 'open' satisfies CreditReleaseStatus } }),
    sort: 'id',
    urgent: true,
    place: '/credit-releases',
  },
  {
    key: 'priceReleases',
    label: { zh: '待低价审批', en: 'Price releases asked for' },
    roles: ['salesManager', 'generalManager', 'auditor'],
    collection: 'price-releases',
    where: () => ({ status: { equals: 'open' satisfies PriceReleaseStatus } }),
    sort: 'id',
    urgent: true,
  },
  {
    key: 'priceAdjustments',
    label: { zh: '待审核调价单', en: 'Price adjustments to approve' },
    roles: ['salesManager', 'generalManager', 'auditor'],
    collection: 'price-adjustments',
    where: () => ({ status: { equals: 'submitted' satisfies PriceAdjustmentStatus } }),
    sort: 'effectiveFrom',
  },
  {
    key: 'orderChanges',
    label: { zh: '审核后变更', en: 'Changes after approval' },
    roles: [...sellers, 'pmc', 'engineering', 'rd'],
    collection: 'order-changes',
    where: ({ today }) =>
      all(
        { status: { not_in: ['cancelled', 'rejected'] } },
        { or: [{ status: { not_equals: 'applied' } }, { date: { greater_than_equal: addDays(businessDate(today), -7) } }] },
      ),
    sort: '-id',
  },
  {
    key: 'unbilledDeliveries',
    label: { zh: '久未开票的发货', en: 'Deliveries long unbilled' },
    roles: [...sellers, 'finance'],
    collection: 'deliveries',
    where: ({ today, unbilledAfterDays }) =>
      all(
        { status: { equals: 'issued' } },
        { billingStatus: { not_equals: 'full' } },
        { date: { less_than: addDays(businessDate(today), -unbilledAfterDays) } },
      ),
    sort: 'date',
  },
  {
    key: 'expiringQuotes',
    label: { zh: '三天内到期的报价', en: 'Quotes that expire within three days' },
    roles: ['sales', 'salesManager'],
    collection: 'quotes',
    where: ({ today }) =>
      all(
        { status: { in: ['approved', 'sent'] } },
        { validUntil: { greater_than_equal: today } },
        { validUntil: { less_than_equal: addDays(businessDate(today), 3) } },
      ),
    sort: 'validUntil',
  },
  {
    key: 'samplesWaiting',
    label: { zh: '进行中的样板', en: 'Samples waiting' },
    roles: [...sellers, 'engineering'],
    collection: 'samples',
    where: () => ({ status: { in: ['submitted', 'inPreparation', 'ready', 'sent', 'changeRequested', 'approvedByCustomer'] } }),
    sort: 'updatedAt',
    place: '/samples-board',
  },
]
