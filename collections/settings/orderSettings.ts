import type { Field } from 'payload'

import { roles } from '@/src/domain/people/person'
import { changeFlagWords, departmentWords } from '@/src/domain/words/peopleWords'
import { changeFlags, defaultReviewRules, reviewDepartments } from '@/src/domain/orders/requiredDepartments'

import { amount, choice, count, rate, yesNo, rowGrid } from '../fields'
import { settingsGlobal } from './settingsGlobal'

/** Which departments review which order. A row applies when every condition it names is met; a row without conditions always. */
const reviewRules: Field = {
  name: 'reviewRules',
  type: 'array',
  label: { zh: '评审规则', en: 'Review rules' },
  labels: { singular: { zh: '规则', en: 'Rule' }, plural: { zh: '规则', en: 'Rules' } },
  defaultValue: () =>
    defaultReviewRules.map(({ department, orderKinds, anyChangeFlags }) => ({
      department,
      orderKinds: [...(orderKinds ?? [])],
      changeFlags: [...(anyChangeFlags ?? [])],
    })),
  admin: { components: { Field: rowGrid } },
  fields: [
    choice(
      'department',
      { zh: '评审部门', en: 'Department' },
      reviewDepartments.map((value) => ({ value, label: departmentWords[value] })),
      { required: true },
    ),
    {
      name: 'orderKinds',
      type: 'select',
      hasMany: true,
      label: { zh: '订单类型', en: 'Kinds of order' },
      options: [
        { value: 'standard', label: { zh: '标准', en: 'Standard' } },
        { value: 'sample', label: { zh: '样板', en: 'Sample' } },
        { value: 'trial', label: { zh: '试产', en: 'Trial' } },
      ],
    },
    {
      name: 'changeFlags',
      type: 'select',
      hasMany: true,
      label: { zh: '任一变更', en: 'Any of these changes' },
      options: changeFlags.map((value) => ({ value, label: changeFlagWords[value] })),
    },
    amount(
      'minAmount',
      { zh: '金额达到', en: 'From amount' },
      { admin: { description: { zh: '含税本位币；留空为不限', en: 'Tax-inclusive, base currency; empty = any' } } },
    ),
  ],
}

/** Up to which amount (tax-inclusive, base currency) which role may approve an order; without rows the roles of the verb decide. */
const approvalMatrix: Field = {
  name: 'approvalMatrix',
  type: 'array',
  label: { zh: '审核权限表', en: 'Approval matrix' },
  labels: { singular: { zh: '行', en: 'Row' }, plural: { zh: '行', en: 'Rows' } },
  admin: { components: { Field: rowGrid } },
  fields: [
    choice(
      'role',
      { zh: '角色', en: 'Role' },
      roles.map((value) => ({ value, label: { zh: value, en: value } })),
      { required: true },
    ),
    amount('upTo', { zh: '金额上限', en: 'Up to' }, { admin: { description: { zh: '留空为不限', en: 'Empty = no limit' } } }),
    count('approvers', { zh: '须几人审核', en: 'Approvers needed' }, { defaultValue: 1, min: 1, max: 5 }),
  ],
}

/** 订单与评审. */
export const orderSettings = settingsGlobal({
  slug: 'order-settings',
  label: { zh: '订单设置', en: 'Order settings' },
  fields: [
    yesNo('reviewRequired', { zh: '须评审', en: 'Review required' }, { defaultValue: true }),
    reviewRules,
    rate(
      'reviewHours',
      { zh: '评审时限（工作小时）', en: 'Review deadline, working hours' },
      { required: true, defaultValue: 24, max: 1000 },
    ),
    rate(
      'reviewReminderHours',
      { zh: '截止前多少工作小时提醒', en: 'Reminder, working hours before the deadline' },
      { defaultValue: 4, max: 1000 },
    ),
    yesNo('fourEyes', { zh: '审核人不得为制单人', en: 'Approver differs from preparer' }, { defaultValue: true }),
    yesNo('selfReview', { zh: '允许评审自己的订单', en: 'Authors may review their own orders' }),
    yesNo('directDeliveries', { zh: '允许无订单发货/开票', en: 'Deliveries and invoices without order' }),
    yesNo('issueOnApprove', { zh: '发货单审核即出库', en: 'Approving a delivery issues it' }, { defaultValue: true }),
    yesNo('orderExpiredQuotes', { zh: '允许过期报价转订单', en: 'Order expired quotes' }),
    yesNo('unlinkAdvances', {
      zh: '取消订单时其预收款转为一般收款',
      en: 'Cancelling an order turns its advances into money on account',
    }),
    {
      name: 'unbilledAfterDays',
      type: 'number',
      label: { zh: '发货多少天未开票列入看板', en: 'Days after which an unbilled delivery is shown on the board' },
      required: true,
      defaultValue: 7,
      min: 0,
      max: 365,
    },
    approvalMatrix,
  ],
})
