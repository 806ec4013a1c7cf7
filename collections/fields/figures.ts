import type { NumberField, NumberFieldSingleValidation } from 'payload'
import { number } from 'payload/shared'

import { withOverrides } from './label'
import type { Label } from './label'

export type FigureOverrides = Partial<Omit<NumberField, 'type' | 'name' | 'label' | 'hasMany'>>

/** numeric(18,s) holds 18 - s digits before the point; JSON numbers are exact up to 15 digits in all. */
const largest = { 2: 1e12, 4: 1e11, 6: 1e9 } as const

/**
 * Only a finite number that the column can hold: NaN, Infinity and text are refused instead of being stored as something else.
 * The built-in check (required, min, max) still runs.
 */
const finite: NumberFieldSingleValidation = (value, options) => {
  const given: unknown = value
  if (given !== null && given !== undefined && given !== '' && !Number.isFinite(Number(given))) {
    return options.req.i18n.language === 'zh' ? '请输入有效数字' : 'Enter a valid number'
  }
  return number(value, options)
}

const figure = (name: string, label: Label, scale: 2 | 4 | 6, defaults: FigureOverrides, overrides: FigureOverrides = {}): NumberField => {
  const base = {
    name,
    type: 'number',
    label,
    min: 0,
    max: largest[scale],
    validate: finite,
    custom: { scale },
    admin: { components: { Cell: '/src/admin/cells#FigureCell' }, custom: { amount: scale === 2 } },
    ...defaults,
  } as NumberField
  return withOverrides<NumberField>(base, overrides as Partial<NumberField>)
}

/** An amount of money, 2 decimals; not negative unless `min` says otherwise. */
export const amount = (name: string, label: Label, overrides?: FigureOverrides): NumberField => figure(name, label, 2, {}, overrides)

/** An amount that may be negative (credit notes, differences). */
export const signedAmount = (name: string, label: Label, overrides?: FigureOverrides): NumberField =>
  figure(name, label, 2, { min: -1e12 }, overrides)

/** A unit price, 6 decimals. */
export const price = (name: string, label: Label, overrides?: FigureOverrides): NumberField => figure(name, label, 6, {}, overrides)

/** A quantity, 4 decimals. */
export const quantity = (name: string, label: Label, overrides?: FigureOverrides): NumberField => figure(name, label, 4, {}, overrides)

/** A factor or exchange rate, 6 decimals: factors like 0.453592 need them. */
export const rate = (name: string, label: Label, overrides?: FigureOverrides): NumberField => figure(name, label, 6, {}, overrides)

/** A percentage in percent (13, not 0.13), 4 decimals, 0 to 100. */
export const percent = (name: string, label: Label, overrides?: FigureOverrides): NumberField =>
  figure(name, label, 4, { max: 100 }, overrides)

/** A whole number of days. */
export const days = (name: string, label: Label, overrides?: FigureOverrides): NumberField =>
  withOverrides<NumberField>(
    { name, type: 'number', label, min: 0, max: 3650, validate: wholeNumber, custom: { scale: 0 }, admin: { step: 1 } } as NumberField,
    overrides as Partial<NumberField>,
  )

/** A whole number (priority, attempts, version). */
export const count = (name: string, label: Label, overrides?: FigureOverrides): NumberField =>
  withOverrides<NumberField>(
    {
      name,
      type: 'number',
      label,
      min: 0,
      max: 2_000_000_000,
      validate: wholeNumber,
      custom: { scale: 0 },
      admin: { step: 1 },
    } as NumberField,
    overrides as Partial<NumberField>,
  )

function wholeNumber(
  value: Parameters<NumberFieldSingleValidation>[0],
  options: Parameters<NumberFieldSingleValidation>[1],
): string | true {
  const checked = finite(value, options)
  if (checked !== true) return checked as string
  if (typeof value === 'number' && !Number.isInteger(value))
    return options.req.i18n.language === 'zh' ? '请输入整数' : 'Enter a whole number'
  return true
}
