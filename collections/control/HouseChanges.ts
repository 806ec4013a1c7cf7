import type { CollectionConfig } from 'payload'

import { secondPersonAreas } from '@/src/domain/control/houseChange'

import { documentCollection } from '../documentCollection'
import { areas, choice, documentHeader, longText, onceWritten, type Option, readOnlyField, relation, shortText } from '../fields'
import { recordedLines, shownInstant } from '../fields/shownInstant'

const kinds: readonly Option[] = [
  { value: 'settings', label: { zh: '设置', en: 'Settings' } },
  { value: 'rights', label: { zh: '权限', en: 'Rights' } },
]

const areaWords: Record<(typeof secondPersonAreas)[number], { zh: string; en: string }> = {
  'pricing-settings': { zh: '价格设置', en: 'Pricing settings' },
  'credit-settings': { zh: '信用设置', en: 'Credit settings' },
  'order-settings': { zh: '订单设置', en: 'Order settings' },
  'control-settings': { zh: '内控设置', en: 'Control settings' },
  'security-settings': { zh: '账号安全设置', en: 'Account security' },
}

/** 权限与设置变更: what one proposes and another confirms; `values` come from the form they were entered in. */
export const HouseChanges: CollectionConfig = documentCollection({
  slug: 'house-changes',
  area: areas.control,
  search: ['no', 'subject'],
  fields: [
    ...documentHeader('house-changes'),
    choice('kind', { zh: '类型', en: 'Kind' }, kinds, { required: true, defaultValue: 'settings' }),
    relation('person', { zh: '操作员', en: 'User' }, 'users', { index: true }),
    choice(
      'area',
      { zh: '设置', en: 'Settings' },
      secondPersonAreas.map((value) => ({ value, label: areaWords[value] })),
      { index: true },
    ),
    onceWritten(shortText('subject', { zh: '对象', en: 'Subject' })),
    { name: 'values', type: 'json', label: { zh: '新值', en: 'New values' }, admin: { hidden: true } },
    readOnlyField({
      name: 'changes',
      type: 'json',
      label: { zh: '变更前后', en: 'Before and after' },
      admin: { components: { Field: recordedLines } },
    }),
    {
      name: 'effectiveFrom',
      type: 'date',
      label: { zh: '生效时间', en: 'In force from' },
      index: true,
      admin: { ...shownInstant(), description: { zh: '留空为确认时', en: 'Empty = when it is confirmed' } },
    },
    longText('reason', { zh: '原因', en: 'Reason' }, { required: true, maxLength: 2000 }),
    onceWritten(longText('answer', { zh: '答复', en: 'Answer' })),
  ],
})
