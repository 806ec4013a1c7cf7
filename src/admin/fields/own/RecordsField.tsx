'use client'

import { getTranslation } from '@payloadcms/translations'
import { FieldDescription, FieldError, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { RelationshipFieldClientComponent } from 'payload'
import { useEffect, useRef } from 'react'

import { askNames } from '@/src/admin/components/lookup/askLookup'
import { LookupInput } from '@/src/admin/components/lookup/LookupInput'
import { useTypedRecord } from '@/src/admin/components/lookup/useTypedRecord'
import { RecordName } from '@/src/admin/grid/cells'
import { idOf } from '@/src/domain/kernel/idOf'

import './own.css'
import { useTypedEntry } from './useTypedEntry'

const words = { remove: { zh: '去掉', en: 'Remove' }, add: { zh: '添加', en: 'Add' } } as const

/** Several records: those chosen as chips, one more by typing, as in every look-up. */
export const RecordsField: RelationshipFieldClientComponent = ({ field, path: given, readOnly: fixed }) => {
  const path = given ?? field.name
  const kind = String(field.relationTo)
  const { value, setValue, showError, errorMessage, disabled } = useField<unknown[] | null>({ path })
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const isRead = Boolean(fixed || field.admin?.readOnly)
  const label = getTranslation(field.label ?? field.name, i18n)
  const ids = (Array.isArray(value) ? value : []).map(idOf).filter((id): id is number => id !== null)
  const asked = ids.join(',')
  useEffect(() => {
    if (asked) void askNames(kind, asked.split(',').map(Number)).catch(() => undefined) // a name that did not come is asked again by the next page
  }, [asked, kind])
  const add = (id: number | null): void => {
    if (id !== null && !ids.includes(id)) setValue([...ids, id])
  }
  const record = useTypedRecord({ kind, id: null, onChange: add, language })
  const box = useRef<HTMLDivElement>(null)
  useTypedEntry({ path, label, typed: record, place: box })
  return (
    <div ref={box} className={`field-type lookup-field own-field ${showError ? 'error' : ''}`} id={`field-${path.replaceAll('.', '__')}`}>
      <FieldLabel
        label={label}
        path={path}
        required={!isRead && field.required === true}
        {...(isRead ? { as: 'span' } : { htmlFor: `own-${path}` })}
      />
      <FieldError path={path} showError={showError} />
      {ids.length > 0 && (
        <ul className="own-field__records">
          {ids.map((id) => (
            <li key={id}>
              <RecordName kind={kind} value={id} />
              {!isRead && (
                <button
                  type="button"
                  disabled={disabled}
                  aria-label={`${words.remove[language]} ${ids.indexOf(id) + 1}`}
                  title={words.remove[language]}
                  onClick={() => setValue(ids.filter((each) => each !== id))}
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isRead && (
        <div className="lookup-field__input">
          <LookupInput
            id={`own-${path}`}
            kind={kind}
            label={label}
            chosen={null}
            typed={record.typed}
            wrong={record.wrong ?? (showError ? errorMessage : undefined)}
            placeholder={words.add[language]}
            language={language}
            isShut={disabled}
            onTake={record.take}
            onLeave={record.leave}
          />
        </div>
      )}
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
