import type { ArrayField, Field, SelectField } from 'payload'

import { rowGrid } from './rowGrid'
import { choice, type Option } from './texts'

const kinds: readonly Option[] = [
  { value: 'number', label: { zh: '数字', en: 'Number' } },
  { value: 'text', label: { zh: '文字', en: 'Text' } },
  { value: 'choice', label: { zh: '选项', en: 'Choice' } },
]

/** How the value of a feature is entered. */
export const featureKind = (overrides: Partial<Pick<SelectField, 'required'>> = {}): SelectField =>
  choice('type', { zh: '类型', en: 'Type' }, kinds, { ...overrides, defaultValue: 'text' })

/** 产品特征: what a category asks for, a sample is made to and an item has, a row each. */
export const featureList = (fields: Field[], admin: ArrayField['admin'] = {}): ArrayField => ({
  name: 'features',
  type: 'array',
  label: { zh: '产品特征', en: 'Features' },
  labels: { singular: { zh: '特征', en: 'Feature' }, plural: { zh: '产品特征', en: 'Features' } },
  admin: { ...admin, components: { Field: rowGrid } },
  fields,
})
