'use client'

import { getTranslation } from '@payloadcms/translations'
import { FieldDescription, FieldError, useField, useTranslation } from '@payloadcms/ui'
import type { OptionObject, SelectFieldClientComponent } from 'payload'

import './own.css'

/** Several of a fixed list: all of them in sight, each with its box. They are kept in the order of the list. */
export const ChoicesField: SelectFieldClientComponent = ({ field, path: given, readOnly: fixed }) => {
  const path = given ?? field.name
  const { value, setValue, showError, disabled } = useField<string[] | null>({ path })
  const { i18n } = useTranslation()
  const options = field.options.map((option): OptionObject => (typeof option === 'string' ? { value: option, label: option } : option))
  const chosen = new Set(value ?? [])
  const toggle = (of: string): void =>
    setValue(options.map((option) => option.value).filter((each) => (each === of ? !chosen.has(each) : chosen.has(each))))
  return (
    <fieldset className={`field-type own-field own-field--choices ${showError ? 'error' : ''}`} id={`field-${path.replaceAll('.', '__')}`}>
      <legend className="field-label">
        {getTranslation(field.label ?? field.name, i18n)}
        {field.required && <span className="required">*</span>}
      </legend>
      <div className="own-field__choices">
        <FieldError path={path} showError={showError} />
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="checkbox"
              checked={chosen.has(option.value)}
              disabled={Boolean(disabled || fixed || field.admin?.readOnly)}
              onChange={() => toggle(option.value)}
            />
            {getTranslation(option.label, i18n)}
          </label>
        ))}
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </fieldset>
  )
}
