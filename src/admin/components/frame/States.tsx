'use client'

import { useConfig, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import type { ClientField, SelectFieldClient } from 'payload'
import { useMemo } from 'react'

import { isSaid, stateFields } from '@/src/domain/messages/tones'

import type { NextStep } from '@/src/domain/control/nextStep'
import { labelIn } from '@/src/domain/words/words'

import { Pill } from '../pill/Pill'

const flat = (fields: readonly ClientField[]): ClientField[] =>
  fields.flatMap((field) => ('fields' in field && (field.type === 'row' || field.type === 'collapsible') ? flat(field.fields) : [field]))

const words = {
  waits: { zh: '等待', en: 'Waits for' },
  yours: { zh: '轮到您', en: 'Your turn' },
  readOnly: { zh: '只读', en: 'Read only' },
} as const

const waitsFor = ({ who, verb }: NextStep, language: 'zh' | 'en'): string => `${words.waits[language]} ${who[language]} · ${verb[language]}`

/** Where the document stands: its status, and every facet in which something has happened, as pills. */
export const States = ({ isReadOnly, next }: { isReadOnly: boolean; next: NextStep | null }) => {
  const { collectionSlug = '' } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const fields = useMemo(() => flat(getEntityConfig({ collectionSlug })?.fields ?? []), [collectionSlug, getEntityConfig])
  const values = useFormFields(([form]) => JSON.stringify(stateFields.map((name) => form[name]?.value ?? null)))
  const told = (JSON.parse(values) as unknown[]).flatMap((value, index) => {
    const name = stateFields[index] as string
    const field = fields.find((each) => 'name' in each && each.name === name)
    if (!field || !('label' in field) || !isSaid(name, value)) return []
    const label = labelIn(field.label, language, name)
    if (value === true) return [{ name, value: name, text: label, label }]
    const option = (field as SelectFieldClient).options?.find((each) => typeof each === 'object' && each.value === value)
    return [{ name, value, text: labelIn(typeof option === 'object' ? option.label : undefined, language, value), label }]
  })
  return (
    <p className="states">
      {told.map(({ name, value, text, label }) => (
        <Pill key={name} value={value} title={label}>
          {name === 'status' || name === 'hold' ? text : `${label} ${text}`}
        </Pill>
      ))}
      {next && (
        <span className={next.isMine ? 'states__next is-mine' : 'states__next'} title={waitsFor(next, language)}>
          {next.isMine ? `${words.yours[language]} · ${next.verb[language]}` : waitsFor(next, language)}
        </span>
      )}
      {isReadOnly && <small>{words.readOnly[language]}</small>}
    </p>
  )
}
