'use client'

import { getTranslation } from '@payloadcms/translations'
import { FieldDescription, FieldError, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { DateFieldClientComponent } from 'payload'
import { useRef, useState } from 'react'

import { DayInput } from '@/src/admin/components/day/DayInput'
import { readDate } from '@/src/domain/grid/readCell'

import './own.css'
import { useTypedEntry } from './useTypedEntry'

/** A day, typed as in every cell of a grid (`12-5`, `1205`, `+7`) or taken from the browser's calendar. What cannot be read stays and is not saved. */
export const DayField: DateFieldClientComponent = ({ field, path: given, readOnly: fixed }) => {
  const path = given ?? field.name
  const { value, setValue, showError, errorMessage, disabled } = useField<string | null>({ path })
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const [typed, setTyped] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const id = `own-${path}`
  const day = String(value ?? '').slice(0, 10)
  const isRead = Boolean(fixed || field.admin?.readOnly)
  const label = getTranslation(field.label ?? field.name, i18n)
  const read = typed === null ? null : readDate(typed, new Date().toLocaleDateString('sv-SE'))
  const unread = read && 'unread' in read ? typed : null
  useTypedEntry({ path, label, typed: { unread: () => unread, discard: () => setTyped(null) }, place: input })
  const wrong = showError ? errorMessage : undefined
  return (
    <div className={`field-type own-field ${wrong || unread !== null ? 'error' : ''}`} id={`field-${path.replaceAll('.', '__')}`}>
      <FieldLabel
        label={label}
        path={path}
        required={!isRead && field.required === true}
        {...(isRead ? { as: 'span' } : { htmlFor: id })}
      />
      <div className="own-field__input">
        <FieldError path={path} showError={showError} />
        {isRead ? (
          <span className="own-field__told">{day || '—'}</span>
        ) : (
          <DayInput
            id={id}
            value={day}
            label={label}
            language={language}
            isShut={disabled}
            wrong={wrong}
            input={input}
            typed={typed}
            onTyped={setTyped}
            onChange={(next) => setValue(next || null)}
          />
        )}
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
