import type { CollectionConfig } from 'payload'

import { alarmKinds, alarmWords } from '@/src/domain/control/alarm'

import { documentCollection } from '../documentCollection'
import { areas, businessDateField, choice, count, documentHeader, readOnlyField, relation, shortText } from '../fields'
import { recordedLines } from '../fields/shownInstant'

/** 内控报警: what the house noticed, what to do about it, and who did. Raised by a job, never entered. */
export const Alarms: CollectionConfig = documentCollection({
  slug: 'alarms',
  area: areas.control,
  search: ['no', 'subject', 'detail'],
  fields: [
    ...documentHeader('alarms'),
    readOnlyField({
      name: 'told',
      type: 'json',
      label: { zh: '情况与处理办法', en: 'What happened, and what to do' },
      admin: { components: { Field: recordedLines } },
    }),
    readOnlyField(
      choice(
        'kind',
        { zh: '类型', en: 'Kind' },
        alarmKinds.map((value) => ({ value, label: alarmWords[value].name })),
        { required: true, index: true },
      ),
    ),
    readOnlyField(businessDateField('day', { zh: '发生日', en: 'Day' }, { index: true })),
    readOnlyField(relation('person', { zh: '操作员', en: 'User' }, 'users', { index: true })),
    readOnlyField(shortText('subject', { zh: '对象', en: 'Whom it is about' })),
    readOnlyField(count('count', { zh: '次数', en: 'Count' })),
    readOnlyField(count('threshold', { zh: '阈值', en: 'Threshold' })),
    readOnlyField(shortText('detail', { zh: '详情', en: 'Details' })),
    readOnlyField(shortText('key', { zh: '键', en: 'Key' }, { unique: true, admin: { hidden: true } })),
  ],
})
