'use client'

import { getTranslation } from '@payloadcms/translations'
import { FieldDescription, FieldError, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { DateFieldClientComponent } from 'payload'
import { useRef, useState } from 'react'

import { readDate } from '@/src/domain/grid/readCell'

import './own.css'
import { useTypedEntry } from './useTypedEntry'

const words = {
  pick: { zh: '从日历选择', en: 'Choose from a calendar' },
  unread: { zh: '不是日期', en: 'Not a date' },
} as const

/** A day, typed as in every cell of a grid (`12-5`, `1205`, `+7`) or taken from the browser's calendar. What cannot be read stays and is not saved. */
export const DayField: DateFieldClientComponent = ({ field, path: given, readOnly: fixed }) => {
  const path = given ?? field.name
  const { value, setValue, showError, errorMessage, disabled } = useField<string | null>({ path })
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const [typed, setTyped] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const calendar = useRef<HTMLInputElement>(null)
  const id = `own-${path}`
  const day = String(value ?? '').slice(0, 10)
  const isRead = Boolean(fixed || field.admin?.readOnly)
  const label = getTranslation(field.label ?? field.name, i18n)
  const read = typed === null ? null : readDate(typed, new Date().toLocaleDateString('sv-SE'))
  const unread = read && 'unread' in read ? typed : null
  useTypedEntry({ path, label, typed: { unread: () => unread, discard: () => setTyped(null) }, place: input })
  const wrong = unread === null ? (showError ? errorMessage : undefined) : words.unread[language]
  return (
    <div className={`field-type own-field ${wrong ? 'error' : ''}`} id={`field-${path.replaceAll('.', '__')}`}>
      <FieldLabel label={label} path={path} required={field.required ?? false} {...(isRead ? { as: 'span' } : { htmlFor: id })} />
      <div className="own-field__input">
        <FieldError path={path} showError={showError} />
        {isRead ? (
          <span className="own-field__told">{day || '—'}</span>
        ) : (
          <>
            <input
              ref={input}
              id={id}
              type="text"
              autoComplete="off"
              placeholder="YYYY-MM-DD"
              readOnly={disabled}
              aria-invalid={Boolean(wrong)}
              title={wrong}
              value={typed ?? day}
              onChange={({ target }) => {
                setTyped(target.value)
                const next = readDate(target.value, new Date().toLocaleDateString('sv-SE'))
                if ('value' in next) setValue(next.value)
              }}
              onBlur={() => unread === null && setTyped(null)}
            />
            <button
              type="button"
              tabIndex={-1}
              className="own-field__pick"
              disabled={disabled}
              aria-label={`${label}: ${words.pick[language]}`}
              title={words.pick[language]}
              onClick={() => calendar.current?.showPicker()}
            >
              <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden fill="none" stroke="currentColor">
                <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3" />
              </svg>
            </button>
            <input
              ref={calendar}
              type="date"
              className="own-field__calendar"
              tabIndex={-1}
              aria-hidden
              aria-label={label}
              value={day}
              onChange={({ target }) => {
                setTyped(null)
                setValue(target.value || null)
              }}
            />
          </>
        )}
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
