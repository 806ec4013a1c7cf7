'use client'

import { FieldDescription, FieldError, FieldLabel, Link, useConfig, useField, useTranslation } from '@payloadcms/ui'
import type { RelationshipFieldClientComponent } from 'payload'
import { useRef } from 'react'

import { LookupInput } from '@/src/admin/components/lookup/LookupInput'
import { useTypedRecord } from '@/src/admin/components/lookup/useTypedRecord'
import { recordPage } from '@/src/admin/components/recordPage'
import { idOf } from '@/src/domain/kernel/idOf'
import { titleOf } from '@/src/domain/lookup/kinds'
import { labelIn } from '@/src/domain/words/words'

import { useTypedEntry } from '../own/useTypedEntry'

const open = { zh: '打开', en: 'Open' } as const

/** A record that a document or another record names: chosen by typing, as in every cell; beside it the way to the record itself. */
export const LookupField: RelationshipFieldClientComponent = ({ field, path: given, readOnly: fixed }) => {
  const path = given ?? field.name
  const kind = String(field.relationTo)
  const { value, setValue, showError, errorMessage, disabled } = useField<unknown>({ path })
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const readOnly = Boolean(fixed || field.admin?.readOnly)
  const id = idOf(value)
  const record = useTypedRecord({ kind, id, onChange: setValue, language })
  const box = useRef<HTMLDivElement>(null)
  const label = labelIn(field.label, language, field.name)
  useTypedEntry({ path, label, typed: record, place: box })
  const wrong = record.wrong ?? (showError ? (errorMessage ?? '') : undefined)
  return (
    <div ref={box} className="field-type lookup-field" id={`field-${path.replaceAll('.', '__')}`}>
      <FieldLabel
        label={field.label ?? field.name}
        path={path}
        required={!readOnly && field.required === true}
        htmlFor={`lookup-${path}`}
      />
      <div className="lookup-field__input">
        <FieldError path={path} showError={showError} />
        {readOnly ? (
          <span className="lookup-field__told">{record.chosen ? titleOf(record.chosen) : id === null ? '—' : ''}</span>
        ) : (
          <LookupInput
            id={`lookup-${path}`}
            kind={kind}
            label={label}
            chosen={record.chosen}
            typed={record.typed}
            wrong={wrong}
            language={language}
            isShut={disabled}
            onTake={record.take}
            onLeave={record.leave}
          />
        )}
        {id !== null && (
          <Link
            className="lookup-field__open"
            href={recordPage(config.routes.admin, kind, id)}
            title={open[language]}
            aria-label={`${open[language]}: ${label}`}
            prefetch={false}
          >
            ▸
          </Link>
        )}
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
