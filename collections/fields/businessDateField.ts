import type { DateField, DateFieldValidation, FieldHook } from 'payload'

import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { businessDateOf } from '@/src/domain/kernel/instant'
import type { BusinessDate } from '@/src/domain/kernel/businessDate'

import { withOverrides } from './label'
import type { Label } from './label'

/** Today where the business is (TZ_BUSINESS), whatever the server's own zone. */
export const today = (): BusinessDate =>
  businessDateOf({ instant: new Date().toISOString(), timeZone: process.env.TZ_BUSINESS || 'Asia/Shanghai' })

/**
 * A day as 'YYYY-MM-DD'. The picker posts noon UTC of the day chosen and the database reads out midnight UTC, so the first ten
 * characters of an ISO text with either time are the day; any other instant is not a day and stays as it is, to be refused.
 */
export function dayOf(value: unknown): unknown {
  if (value instanceof Date) return dayOf(Number.isNaN(value.getTime()) ? '' : value.toISOString())
  if (typeof value !== 'string') return value
  const match = /^(\d{4}-\d{2}-\d{2})T(?:00|12):00:00(?:\.0{1,6})?Z$/.exec(value)
  return match?.[1] ?? value
}

const toDay: FieldHook = ({ value }) => (value === '' ? null : dayOf(value))

const isDay: DateFieldValidation = (value, { required, req }) => {
  const zh = req.i18n.language === 'zh'
  const day = dayOf(value)
  if (day === null || day === undefined || day === '') return required ? (zh ? '必填' : 'This field is required.') : true
  return isBusinessDate(day) ? true : zh ? `日期须为 YYYY-MM-DD:${String(value)}` : `A date is written YYYY-MM-DD: ${String(value)}`
}

export type BusinessDateOverrides = Partial<Omit<DateField, 'type' | 'name' | 'label'>> & {
  /** Filled with today's business date when left empty. */
  defaultToday?: boolean
}

/** A business date: a calendar day without time or zone, 'YYYY-MM-DD' in and out. */
export function businessDateField(
  name: string,
  label: Label,
  { defaultToday = false, ...overrides }: BusinessDateOverrides = {},
): DateField {
  const base: DateField = {
    name,
    type: 'date',
    label,
    validate: isDay,
    custom: { businessDate: true },
    admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } },
    hooks: { beforeValidate: [toDay], beforeChange: [toDay], afterRead: [toDay] },
    ...(defaultToday ? { defaultValue: () => today() } : {}),
  }
  return withOverrides<DateField>(base, overrides)
}
