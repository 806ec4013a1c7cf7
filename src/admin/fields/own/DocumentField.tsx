'use client'

import {
  FieldDescription,
  FieldError,
  FieldLabel,
  Link,
  useConfig,
  useDocumentInfo,
  useField,
  useFormFields,
  useTranslation,
} from '@payloadcms/ui'
import type { RelationshipFieldClientProps } from 'payload'
import { useRef, useState } from 'react'

import { LookupInput } from '@/src/admin/components/lookup/LookupInput'
import { useTypedRecord } from '@/src/admin/components/lookup/useTypedRecord'
import { recordPage } from '@/src/admin/components/recordPage'
import { documentNamed } from '@/src/domain/kernel/documentNamed'
import { labelIn } from '@/src/domain/words/words'

import './own.css'
import { useTypedEntry } from './useTypedEntry'

type Kind = { slug: string; title: { zh: string; en: string } }

const words = { kind: { zh: '单据类型', en: 'Kind of document' }, no: { zh: '单据号', en: 'Document no.' } } as const

/** A document of one of several kinds: its kind is chosen, then its number typed; once it is stored, the way to it. */
export const DocumentField = ({
  field,
  path: given,
  readOnly: fixed,
  kinds,
}: RelationshipFieldClientProps & { kinds: readonly Kind[] }) => {
  const path = given ?? field.name
  const { value, setValue, showError, errorMessage, disabled } = useField<unknown>({ path })
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const named = value ? documentNamed(value) : null
  const { id: stored } = useDocumentInfo()
  const isRead = Boolean(fixed || field.admin?.readOnly || stored)
  const [chosen, choose] = useState<string | null>(null)
  const kind = named?.slug ?? chosen ?? kinds[0]?.slug ?? ''
  const told = useFormFields(([fields]) => fields['documentNo']?.value)
  const record = useTypedRecord({
    kind,
    id: isRead ? null : (named?.id ?? null),
    onChange: (id) => setValue(id === null ? null : { relationTo: kind, value: id }),
    language,
  })
  const box = useRef<HTMLDivElement>(null)
  const label = labelIn(field.label, language, field.name)
  useTypedEntry({ path, label, typed: record, place: box })
  const titled = kinds.find(({ slug }) => slug === kind)?.title[language] ?? ''
  const no = typeof told === 'string' ? told : ''
  const id = `own-${path}`
  return (
    <div ref={box} className={`field-type lookup-field own-field ${showError ? 'error' : ''}`} id={`field-${path.replaceAll('.', '__')}`}>
      <FieldLabel
        label={label}
        path={path}
        required={!isRead && field.required === true}
        {...(isRead ? { as: 'span' } : { htmlFor: id })}
      />
      <div className="own-field__input own-field__document">
        <FieldError path={path} showError={showError} />
        {isRead ? (
          <span className="own-field__told">
            {named ? (
              <Link href={recordPage(config.routes.admin, named.slug, named.id)} prefetch={false}>
                {titled} <span className="own-field__no">{no}</span>
              </Link>
            ) : (
              '—'
            )}
          </span>
        ) : (
          <>
            <select
              aria-label={words.kind[language]}
              value={kind}
              disabled={disabled}
              onChange={({ target }) => {
                record.take(null)
                choose(target.value)
              }}
            >
              {kinds.map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {title[language]}
                </option>
              ))}
            </select>
            <div className="lookup-field__input">
              <LookupInput
                key={kind}
                id={id}
                kind={kind}
                label={words.no[language]}
                placeholder={words.no[language]}
                chosen={record.chosen}
                typed={record.typed}
                wrong={record.wrong ?? (showError ? (errorMessage ?? '') : undefined)}
                language={language}
                isShut={disabled}
                onTake={record.take}
                onLeave={record.leave}
              />
            </div>
          </>
        )}
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
