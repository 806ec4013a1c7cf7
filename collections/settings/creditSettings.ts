import { amount, choice, days, percent, yesNo } from '../fields'
import { receivableSettings } from './receivableSettings'
import { moments, settingsGlobal } from './settingsGlobal'

/** 信用: which documents are checked when, what an alarm does, and what counts as exposure. */
export const creditSettings = settingsGlobal({
  slug: 'credit-settings',
  label: { zh: '信用设置', en: 'Credit settings' },
  fields: [
    choice('moment', { zh: '时点', en: 'Moment' }, moments, { required: true, defaultValue: 'save' }),
    choice(
      'action',
      { zh: '超信用处理', en: 'Action' },
      [
        { value: 'warn', label: { zh: '提示', en: 'Warn' } },
        { value: 'release', label: { zh: '需信用审批', en: 'Release' } },
        { value: 'forbid', label: { zh: '禁止', en: 'Forbid' } },
      ],
      { required: true, defaultValue: 'release' },
    ),
    yesNo('checkOrder', { zh: '检查订单', en: 'Check orders' }, { defaultValue: true }),
    yesNo('checkDelivery', { zh: '检查发货单', en: 'Check deliveries' }, { defaultValue: true }),
    yesNo('checkInvoice', { zh: '检查发票', en: 'Check invoices' }, { defaultValue: true }),
    yesNo('bucketOrders', { zh: '计入订单', en: 'Count orders' }, { defaultValue: true }),
    yesNo('bucketDeliveries', { zh: '计入未开票发货', en: 'Count deliveries not invoiced' }, { defaultValue: true }),
    yesNo('bucketUnauditedInvoices', { zh: '计入未审核发票', en: 'Count unaudited invoices' }, { defaultValue: true }),
    yesNo('bucketReceivable', { zh: '计入应收', en: 'Count receivables' }, { defaultValue: true }),
    percent('watchRatio', { zh: '预警比例 %', en: 'Watch from %' }, { defaultValue: 90 }),
    amount('overdueThreshold', { zh: '逾期最小金额', en: 'Overdue threshold' }, { defaultValue: 10 }),
    days('overdueMargin', { zh: '逾期宽限天数', en: 'Overdue margin, days' }, { defaultValue: 0 }),
    days('releaseValidDays', { zh: '放行有效天数', en: 'A release is valid for, days' }, { defaultValue: 30 }),
    choice(
      'limitBelowExposure',
      { zh: '新额度低于占用时', en: 'A new limit below the exposure' },
      [
        { value: 'warn', label: { zh: '提示', en: 'Is flagged' } },
        { value: 'refuse', label: { zh: '拒绝', en: 'Is refused' } },
      ],
      { required: true, defaultValue: 'warn' },
    ),
    ...receivableSettings(),
  ],
})
