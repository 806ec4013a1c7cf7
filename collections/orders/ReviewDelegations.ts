import { APIError, type CollectionBeforeValidateHook } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { hasRole } from '@/src/access/roles'

import { areas, businessDateField, relation, shortText } from '../fields'
import { masterCollection } from '../masterCollection'

/** A delegation is one's own to give; only the administrator and the general manager give it for somebody else. */
const ownDelegation: CollectionBeforeValidateHook = ({ data, req, originalDoc }) => {
  const mine = idOf(req.user)
  const house = !req.user || hasRole(req.user, 'admin', 'generalManager')
  const person = house ? (idOf(data?.['person']) ?? idOf(originalDoc?.person) ?? mine) : mine
  const deputy = idOf(data?.['deputy']) ?? idOf(originalDoc?.deputy)
  const zh = req.i18n?.language !== 'en'
  const [from, until] = [data?.['from'] ?? originalDoc?.from, data?.['until'] ?? originalDoc?.until].map((date) =>
    String(date ?? '').slice(0, 10),
  )
  if (!from || !until || until < from)
    throw new APIError(zh ? '委托期间：止日不得早于起日' : 'A delegation ends on or after the day it begins', 400, undefined, true)
  if (deputy === person) throw new APIError(zh ? '不能委托给自己' : 'A deputy is somebody else', 400, undefined, true)
  return { ...data, person }
}

/** 评审委托: who answers for whom in which period. The opinion records on whose behalf it was given. */
export const ReviewDelegations = masterCollection({
  slug: 'review-delegations',
  labels: { singular: { zh: '评审委托', en: 'Review delegation' }, plural: { zh: '评审委托', en: 'Review delegations' } },
  area: areas.orders,
  title: 'reason',
  columns: ['person', 'deputy', 'from', 'until', 'reason'],
  search: ['reason'],
  fields: [
    relation('person', { zh: '评审人', en: 'Reviewer' }, 'users'),
    relation('deputy', { zh: '受托人', en: 'Deputy' }, 'users', { required: true }),
    businessDateField('from', { zh: '起', en: 'From' }, { required: true }),
    businessDateField('until', { zh: '止', en: 'Until' }, { required: true }),
    shortText('reason', { zh: '原因', en: 'Reason' }),
  ],
  hooks: { beforeValidate: [ownDelegation] },
})
