import type { Field, GroupField } from 'payload'

import { keeps } from '@/src/access/fieldRights'

import { amount, days } from './figures'
import { choice, yesNo } from './texts'
import type { Option } from './texts'

export const creditGrades: readonly Option[] = ['AAA', 'AA', 'A', 'B', 'C'].map((grade) => ({
  value: grade,
  label: { zh: grade, en: grade },
}))

export const creditHolds: readonly Option[] = [
  { value: 'none', label: { zh: '正常', en: 'None' } },
  { value: 'stop', label: { zh: '停止交易', en: 'Stop' } },
  { value: 'noCheck', label: { zh: '不检查', en: 'No check' } },
]

const guarded = <F extends Field>(field: F): F => ({ ...field, access: keeps('creditLimit') })

/**
 * Credit terms of a credit object: entered by finance and the general manager, and with the masters. Limit: null = not limited, 0 = cash only. `control` has no default, so that a new customer's
 * category can still fill it; empty counts as off.
 */
export const creditGroup = (): GroupField => ({
  name: 'credit',
  type: 'group',
  label: { zh: '信用', en: 'Credit' },
  fields: [
    guarded(yesNo('control', { zh: '控制信用额度', en: 'Control the limit' }, { defaultValue: undefined })),
    guarded(amount('limit', { zh: '信用额度', en: 'Credit limit' })),
    guarded(yesNo('controlPeriod', { zh: '控制信用期限', en: 'Control the period' })),
    guarded(days('days', { zh: '信用天数', en: 'Credit days' })),
    guarded(choice('grade', { zh: '信用等级', en: 'Credit grade' }, creditGrades)),
    guarded(choice('hold', { zh: '人工状态', en: 'Manual hold' }, creditHolds, { defaultValue: 'none' })),
  ],
})
