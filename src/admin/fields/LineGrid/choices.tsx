'use client'

import { useField, useTranslation } from '@payloadcms/ui'
import type { OptionObject, SelectFieldClient } from 'payload'

import type { CellProps } from './cells'

const textOf = (option: SelectFieldClient['options'][number], language: string): OptionObject & { text: string } => {
  if (typeof option === 'string') return { value: option, label: option, text: option }
  const { label } = option
  return { ...option, text: typeof label === 'string' ? label : String((label as Record<string, string>)[language] ?? option.value) }
}

/** One of a fixed list; the native list opens with the arrow keys and takes the first letters. */
export const ChoiceCell = ({ path, label, readOnly, options }: CellProps & { options: SelectFieldClient['options'] }) => {
  const { value, setValue } = useField<string | null>({ path })
  const { i18n } = useTranslation()
  const choices = options.map((option) => textOf(option, i18n.language === 'en' ? 'en' : 'zh'))
  if (readOnly)
    return (
      <span className="line-grid__told" data-value={value ?? ''}>
        {choices.find((choice) => choice.value === value)?.text ?? ''}
      </span>
    )
  return (
    <select aria-label={label} value={value ?? ''} onChange={(event) => setValue(event.target.value || null)}>
      <option value="" />
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.text}
        </option>
      ))}
    </select>
  )
}

/** A business date, typed digit by digit or picked. */
export const DateCell = ({ path, label, readOnly, wrong }: CellProps) => {
  const { value, setValue, showError, errorMessage } = useField<string | null>({ path })
  const day = typeof value === 'string' ? value.slice(0, 10) : ''
  if (readOnly) return <span className="line-grid__told">{day}</span>
  return (
    <input
      aria-label={label}
      className={showError || wrong ? 'is-wrong' : ''}
      title={wrong ?? (showError ? errorMessage : undefined)}
      type="date"
      value={day}
      onChange={(event) => setValue(event.target.value || null)}
    />
  )
}
