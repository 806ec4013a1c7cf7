'use client'

import { getTranslation } from '@payloadcms/translations'
import { FieldDescription, FieldError, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { OptionObject, SelectFieldClientComponent } from 'payload'

import './own.css'

/** One of a fixed list, as the browser's own list: by letter and arrow at the keyboard, by wheel on a phone. */
export const ChoiceField: SelectFieldClientComponent = ({ field, path: given, readOnly: fixed }) => {
  const path = given ?? field.name
  const { value, setValue, showError, errorMessage, disabled } = useField<string | null>({ path })
  const { i18n } = useTranslation()
  const options = field.options.map((option): OptionObject => (typeof option === 'string' ? { value: option, label: option } : option))
  const isRead = Boolean(fixed || field.admin?.readOnly)
  const chosen = options.find((option) => option.value === value)
  const id = `own-${path}`
  const isWrong = showError ? 'error' : ''
  return (
    <div className={`field-type own-field ${isWrong}`} id={`field-${path.replaceAll('.', '__')}`}>
      <FieldLabel
        label={field.label ?? field.name}
        path={path}
        required={!isRead && field.required === true}
        {...(isRead ? { as: 'span' } : { htmlFor: id })}
      />
      <div className="own-field__input">
        <FieldError path={path} showError={showError} />
        {isRead ? (
          <span className="own-field__told">{chosen ? getTranslation(chosen.label, i18n) : (value ?? '—')}</span>
        ) : (
          <select
            id={id}
            value={value ?? ''}
            disabled={disabled}
            aria-invalid={showError}
            title={showError ? errorMessage : undefined}
            onChange={({ target }) => setValue(target.value || null)}
          >
            {(!field.required || !chosen) && <option value="" aria-label="—" />}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {getTranslation(option.label, i18n)}
              </option>
            ))}
          </select>
        )}
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
