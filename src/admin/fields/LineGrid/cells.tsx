'use client'

import { useField } from '@payloadcms/ui'

export type CellProps = {
  path: string
  label: string
  readOnly: boolean
  placeholder?: string | undefined
  title?: string | undefined
  wrong?: string | undefined
}

const isWrong = (shown: boolean | undefined, wrong: string | undefined): string => (shown || wrong ? 'is-wrong' : '')

/** A figure, right aligned. What is typed stays as typed until it is a number or empty. */
export const FigureCell = ({ path, label, readOnly, placeholder, title, wrong }: CellProps) => {
  const { value, setValue, showError, errorMessage } = useField<number | null>({ path })
  if (readOnly)
    return (
      <span className="line-grid__told">
        {value === null || value === undefined ? '' : value.toLocaleString('en-US', { maximumFractionDigits: 6 })}
      </span>
    )
  return (
    <input
      aria-label={label}
      className={`figure ${isWrong(showError, wrong)}`}
      inputMode="decimal"
      placeholder={placeholder}
      title={wrong ?? (showError ? errorMessage : title)}
      type="number"
      step="any"
      value={value ?? ''}
      onChange={(event) => setValue(event.target.value === '' ? null : Number(event.target.value))}
      onFocus={(event) => event.target.select()}
    />
  )
}

export const TextCell = ({ path, label, readOnly, placeholder, wrong }: CellProps) => {
  const { value, setValue, showError, errorMessage } = useField<string | null>({ path })
  if (readOnly)
    return (
      <span className="line-grid__told">
        {typeof value === 'string' ? (/^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, 10) : value) : ''}
      </span>
    )
  return (
    <input
      aria-label={label}
      className={isWrong(showError, wrong)}
      placeholder={placeholder}
      title={wrong ?? (showError ? errorMessage : undefined)}
      value={value ?? ''}
      onChange={(event) => setValue(event.target.value || null)}
    />
  )
}

/** Yes or no. */
export const CheckCell = ({ path, label, readOnly }: Pick<CellProps, 'path' | 'label' | 'readOnly'>) => {
  const { value, setValue } = useField<boolean | null>({ path })
  return (
    <input
      aria-label={label}
      type="checkbox"
      disabled={readOnly}
      checked={value === true}
      onChange={(event) => setValue(event.target.checked)}
    />
  )
}
