import type { CollectionConfig } from 'payload'

import { statusOptions } from '@/src/domain/words/statusWords'
import { departmentWords, opinionWords, optionsOf } from '@/src/domain/words/peopleWords'
import { claimFiles } from '@/hooks/claimFiles'

import { areas, choice, longText, recordedJson, relation, yesNo } from '../fields'
import { shownInstant } from '../fields/shownInstant'
import { oneAtATime } from '../oneAtATime'

/** 订单评审: one row per question to a department; all opinions are kept. Written by the order's verbs only. */
export const OrderReviews: CollectionConfig = {
  slug: 'order-reviews',
  labels: { singular: { zh: '订单评审', en: 'Order review' }, plural: { zh: '订单评审', en: 'Order reviews' } },
  defaultSort: 'dueAt',
  admin: {
    group: areas.orders,
    useAsTitle: 'id',
    defaultColumns: ['order', 'department', 'status', 'opinion', 'reviewer', 'dueAt'],
    enableListViewSelectAPI: true,
  },
  ...oneAtATime,
  hooks: { afterChange: [claimFiles] },
  fields: [
    relation('order', { zh: '订单', en: 'Order' }, 'orders', { required: true }),
    relation('change', { zh: '变更单', en: 'Change' }, 'order-changes'),
    choice('department', { zh: '部门', en: 'Department' }, optionsOf(departmentWords), { required: true, index: true }),
    choice('status', { zh: '状态', en: 'Status' }, statusOptions('order-reviews'), { required: true, index: true, defaultValue: 'open' }),
    choice('opinion', { zh: '意见', en: 'Opinion' }, optionsOf(opinionWords)),
    longText('remark', { zh: '说明', en: 'Remark' }),
    recordedJson('files', { zh: '附件', en: 'Files' }),
    relation('onBehalfOf', { zh: '受谁委托', en: 'On behalf of' }, 'users'),
    {
      name: 'remindAt',
      type: 'date',
      index: true,
      label: { zh: '提醒于', en: 'Remind at' },
      admin: shownInstant(),
    },
    {
      name: 'escalatedAt',
      type: 'date',
      label: { zh: '上报时间', en: 'Escalated at' },
      admin: shownInstant(),
    },
    recordedJson('proposals', { zh: '建议', en: 'Proposals' }),
    relation('reviewer', { zh: '评审人', en: 'Reviewer' }, 'users'),
    { name: 'answeredAt', type: 'date', label: { zh: '评审时间', en: 'Answered at' }, admin: shownInstant() },
    { name: 'dueAt', type: 'date', index: true, label: { zh: '截止', en: 'Due' }, admin: shownInstant() },
    { name: 'remindedAt', type: 'date', label: { zh: '提醒时间', en: 'Reminded at' }, admin: shownInstant() },
    { name: 'reviewVersion', type: 'number', label: { zh: '评审版本', en: 'Review version' }, defaultValue: 1, custom: { scale: 0 } },
    yesNo('conditionAccepted', { zh: '业务接受条件', en: 'Condition accepted' }),
    // whose order it is, so that rows one may not see stay hidden without a join
    relation('customer', { zh: '客户', en: 'Customer' }, 'customers'),
    relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users'),
    relation('orderDepartment', { zh: '订单部门', en: "Order's department" }, 'departments'),
    relation('preparedBy', { zh: '制单人', en: 'Prepared by' }, 'users'),
  ],
}
