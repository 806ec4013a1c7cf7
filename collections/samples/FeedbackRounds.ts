import type { CollectionConfig, Field } from 'payload'

import { enteredBy } from '@/src/domain/samples/feedbackRound'

import { documentCollection } from '../documentCollection'
import {
  areas,
  choice,
  keptAsText,
  count,
  documentHeader,
  pictures,
  readOnlyField,
  relation,
  richText,
  shortText,
  rowGrid,
} from '../fields'

/** Required against measured, feature by feature; the deviation is worked out and judged by the tolerance. */
export const measuredRows = (name: string): Field => ({
  name,
  type: 'array',
  label: { zh: '技术明细', en: 'Technical data' },
  labels: { singular: { zh: '特征', en: 'Feature' }, plural: { zh: '技术明细', en: 'Technical data' } },
  // measurements are engineering's: whoever may not enter them reads them
  admin: { custom: { enteredBy: enteredBy(name) }, components: { Field: rowGrid } },
  fields: [
    {
      type: 'row',
      fields: [
        shortText('feature', { zh: '特征', en: 'Feature' }, { required: true, maxLength: 60 }),
        shortText('required', { zh: '要求值', en: 'Required' }, keptAsText),
        shortText('measured', { zh: '实测值', en: 'Measured' }, keptAsText),
        shortText('deviation', { zh: '偏差', en: 'Deviation' }, { ...keptAsText, admin: { readOnly: true } }),
        readOnlyField(
          choice('judgement', { zh: '判定', en: 'Judgement' }, [
            { value: 'ok', label: { zh: '合格', en: 'Within tolerance' } },
            { value: 'out', label: { zh: '超差', en: 'Out of tolerance' } },
          ]),
        ),
        shortText('remark', { zh: '备注', en: 'Remark' }),
      ],
    },
  ],
})

/** 客户反馈: numbered rounds of a sample, one open at a time. Sales owns answer and remark, engineering the technical data. */
export const FeedbackRounds: CollectionConfig = documentCollection({
  slug: 'feedback-rounds',
  area: areas.samples,
  follows: ['rounds'],
  fields: [
    ...documentHeader('feedback-rounds'),
    relation('sample', { zh: '样板', en: 'Sample' }, 'samples', { required: true }),
    readOnlyField(count('round', { zh: '轮次', en: 'Round' })),
    richText('details', { zh: '客户反馈内容', en: 'What the customer said' }),
    measuredRows('technical'),
    richText('technicalNotes', { zh: '技术说明', en: 'Technical notes' }),
    pictures(),
    readOnlyField(relation('delivery', { zh: '样品发货单', en: 'Sample delivery' }, 'deliveries', { admin: { position: 'sidebar' } })),
    readOnlyField(relation('customer', { zh: '客户', en: 'Customer' }, 'customers', { admin: { position: 'sidebar' } })),
    readOnlyField(relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users', { admin: { position: 'sidebar' } })),
    readOnlyField(relation('engineer', { zh: '工程师', en: 'Engineer' }, 'users', { admin: { position: 'sidebar' } })),
    readOnlyField(relation('department', { zh: '部门', en: 'Department' }, 'departments', { admin: { position: 'sidebar' } })),
    readOnlyField({ name: 'closedAt', type: 'date', label: { zh: '结束时间', en: 'Closed at' }, admin: { position: 'sidebar' } }),
  ],
})
