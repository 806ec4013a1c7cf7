import { ownReportView } from '@/hooks/masters/ownReportView'
import { roleWords } from '@/src/domain/words/peopleWords'

import { areas, choice, nameField, relation, relations, yesNo } from '../fields'
import { keptQuestion, keptReport } from '../fields/keptQuestion'
import { masterCollection } from '../masterCollection'

/** 报表视图: a report with its filters, columns and order under a name, one's own or shared with roles. It holds the question, never the figures. */
export const ReportViews = masterCollection({
  slug: 'report-views',
  labels: { singular: { zh: '报表视图', en: 'Report view' }, plural: { zh: '报表视图', en: 'Report views' } },
  area: areas.control,
  title: 'name',
  columns: ['name', 'report', 'owner', 'roles'],
  search: ['name', 'report'],
  fields: [
    nameField({ zh: '名称', en: 'Name' }),
    { ...keptReport({ label: { zh: '报表', en: 'Report' } }), index: true, maxLength: 60 },
    keptQuestion({}),
    relation('owner', { zh: '所有者', en: 'Owner' }, 'users', { index: true, access: { create: () => false, update: () => false } }),
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      label: { zh: '共享给', en: 'Shared with' },
      options: Object.entries(roleWords).map(([value, label]) => ({ value, label })),
    },
    choice(
      'mail',
      { zh: '定期邮件', en: 'Mailed' },
      [
        { value: 'none', label: { zh: '不发', en: 'Never' } },
        { value: 'daily', label: { zh: '每天', en: 'Daily' } },
        { value: 'weekly', label: { zh: '每周一', en: 'On Mondays' } },
        { value: 'monthly', label: { zh: '每月 1 日', en: 'On the first of a month' } },
      ],
      { defaultValue: 'none', index: true },
    ),
    relations('recipients', { zh: '收件人', en: 'Recipients' }, 'users', {
      admin: { description: { zh: '各人只收到自己可见的数据', en: 'Each gets what he may see' } },
    }),
    yesNo('shared', { zh: '已共享', en: 'Shared' }, { index: true, admin: { hidden: true } }),
  ],
  hooks: { beforeValidate: [ownReportView] },
})
