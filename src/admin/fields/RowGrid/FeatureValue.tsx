'use client'

import { useField, useFormFields } from '@payloadcms/ui'

import { optionsOf } from '@/src/domain/samples/features'

import { TextCell } from '../LineGrid/cells'

/** The value of a feature, entered as its template asks: one of its options, a figure, or text. */
export const FeatureValue = ({ row, label, readOnly }: { row: string; label: string; readOnly: boolean }) => {
  const path = `${row}.value`
  const { value, setValue, showError, errorMessage } = useField<string | null>({ path })
  const type = useFormFields(([fields]) => fields[`${row}.type`]?.value as string | undefined)
  const required = useFormFields(([fields]) => fields[`${row}.required`]?.value === true)
  const options = optionsOf(useFormFields(([fields]) => fields[`${row}.options`]?.value as string | null | undefined))
  if (readOnly || (type !== 'choice' && type !== 'number') || (type === 'choice' && options.length === 0))
    return <TextCell path={path} label={label} readOnly={readOnly} />
  const shared = {
    'aria-label': label,
    'aria-required': required,
    className: showError ? 'is-wrong' : '',
    title: showError ? errorMessage : undefined,
  }
  if (type === 'choice')
    return (
      <select {...shared} value={value ?? ''} onChange={({ target }) => setValue(target.value || null)}>
        <option value="" />
        {/* what was entered before the template changed is still shown */}
        {[...new Set([...options, ...(value ? [value] : [])])].map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    )
  return (
    <input
      {...shared}
      className={`figure ${shared.className}`}
      inputMode="decimal"
      value={value ?? ''}
      onChange={({ target }) => setValue(target.value || null)}
    />
  )
}
