import { settleSalesTarget } from '@/hooks/masters/settleSalesTarget'
import { keeps } from '@/src/access/fieldRights'

import { amount, areas, businessDateField, relation, remark } from '../fields'
import { masterCollection } from '../masterCollection'

/** 销售目标: what a salesperson is to reach in a month; an empty amount is no target. */
export const SalesTargets = masterCollection({
  slug: 'sales-targets',
  labels: { singular: { zh: '销售目标', en: 'Sales target' }, plural: { zh: '销售目标', en: 'Sales targets' } },
  area: areas.orders,
  title: 'month',
  columns: ['month', 'salesperson', 'department', 'orders', 'invoiced', 'collected'],
  search: ['remark'],
  fields: [
    relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users', { required: true, index: true }),
    businessDateField('month', { zh: '月份', en: 'Month' }, { required: true, index: true, defaultToday: true }),
    relation('department', { zh: '部门', en: 'Department' }, 'departments', { index: true }),
    amount('orders', { zh: '接单（无税）', en: 'Orders (net)' }, { min: 0 }),
    amount('invoiced', { zh: '开票（无税）', en: 'Invoiced (net)' }, { min: 0 }),
    amount('collected', { zh: '收款', en: 'Collected' }, { min: 0 }),
    amount('margin', { zh: '毛利', en: 'Profit' }, { min: 0, access: keeps('cost') }),
    remark(),
  ],
  hooks: { beforeValidate: [settleSalesTarget] },
  more: { indexes: [{ fields: ['salesperson', 'month'], unique: true }] },
})
