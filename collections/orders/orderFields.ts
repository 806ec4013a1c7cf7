import type { Field } from 'payload'

import { choice, type Label, type Option, readOnlyField } from '../fields'

export const orderKinds: readonly Option[] = [
  { value: 'standard', label: { zh: '标准', en: 'Standard' } },
  { value: 'sample', label: { zh: '样板', en: 'Sample' } },
  { value: 'trial', label: { zh: '试产', en: 'Trial' } },
]

export const reviewStatuses: readonly Option[] = [
  { value: 'none', label: { zh: '未评审', en: 'None' } },
  { value: 'notRequired', label: { zh: '无需评审', en: 'Not required' } },
  { value: 'inReview', label: { zh: '评审中', en: 'In review' } },
  { value: 'awaitingRuling', label: { zh: '待裁定', en: 'Awaiting ruling' } },
  { value: 'passed', label: { zh: '通过', en: 'Passed' } },
  { value: 'failed', label: { zh: '未通过', en: 'Failed' } },
]

const creditStatuses: readonly Option[] = [
  { value: 'notChecked', label: { zh: '未检查', en: 'Not checked' } },
  { value: 'passed', label: { zh: '通过', en: 'Passed' } },
  { value: 'alarmed', label: { zh: '超信用', en: 'Alarmed' } },
  { value: 'released', label: { zh: '已放行', en: 'Released' } },
]

/** What the check of credit said, and what somebody decided about it. */
export const creditStatusField = (): Field =>
  readOnlyField(
    choice('creditStatus', { zh: '信用状态', en: 'Credit' }, creditStatuses, {
      defaultValue: 'notChecked',
      admin: { position: 'sidebar' },
    }),
  )

export const facets: readonly Option[] = [
  { value: 'none', label: { zh: '未', en: 'None' } },
  { value: 'partly', label: { zh: '部分', en: 'Partly' } },
  { value: 'full', label: { zh: '全部', en: 'Full' } },
]

/** What happened to a document: a column that only the ledgers write (ADR 0008), so that lists can filter and sort by it. */
export const facetField = (name: string, label: Label): Field =>
  readOnlyField(choice(name, label, facets, { defaultValue: 'none', index: true, admin: { position: 'sidebar' } }))
