import type { CollectionConfig, Field } from 'payload'

import { readsCreditLimit } from '@/src/access/fieldRights'

import { documentCollection } from '../documentCollection'
import { areas, businessDateField, choice, documentHeader, readOnlyField, recordedJson, relation, shortText } from '../fields'
import { creditGrades } from '../fields/creditGroup'

const figure = (name: string, zh: string, en: string, scale: 2 | 4 = 4, limit = false): Field =>
  readOnlyField({
    ...{ name, type: 'number' as const, label: { zh, en }, custom: { scale } },
    ...(limit ? { access: { read: readsCreditLimit } } : {}),
  })

/** The arithmetic ends with the proposed limit: it is read by whoever may see limits. */
const withLimitRight = (field: Field): Field =>
  ({ ...field, access: { ...('access' in field ? field.access : {}), read: readsCreditLimit } }) as Field

/** 信用评级: what a customer's year earns in points, the grade and the limit that follow; nothing changes until it is approved. */
export const CreditGrades: CollectionConfig = documentCollection({
  slug: 'credit-grades',
  area: areas.credit,
  fields: [
    ...documentHeader('credit-grades'),
    relation('customer', { zh: '客户', en: 'Customer' }, 'customers', { required: true }),
    readOnlyField(businessDateField('periodFrom', { zh: '期间自', en: 'From' })),
    readOnlyField(businessDateField('periodTo', { zh: '期间至', en: 'To' }, { index: true })),
    figure('netSales', '十二个月销售净额', 'Net sales of twelve months', 2),
    figure('daysLate', '加权逾期天数', 'Days late, weighted'),
    figure('returnRate', '退货率 %', 'Return rate %'),
    figure('creditDays', '信用天数', 'Credit days'),
    figure('points', '得分', 'Points'),
    readOnlyField(choice('grade', { zh: '建议等级', en: 'Proposed grade' }, creditGrades)),
    readOnlyField(choice('currentGrade', { zh: '原等级', en: 'Grade before' }, creditGrades)),
    figure('proposedLimit', '建议额度', 'Proposed limit', 2, true),
    figure('currentLimit', '原额度', 'Limit before', 2, true),
    withLimitRight(recordedJson('arithmetic', { zh: '计算过程', en: 'Arithmetic' })),
    readOnlyField(shortText('rejectReason', { zh: '驳回原因', en: 'Reason of rejection' })),
  ],
})
