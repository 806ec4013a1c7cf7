'use client'

import { FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'

import { alarmTold, isAlarm } from '@/src/domain/credit/alarmTold'
import { labelOf } from '@/src/domain/messages/labels'

import { instantIn } from '../instantIn'

type Language = 'zh' | 'en'
type Reader = { language: Language; timeZone: string }
type Told = {
  message?: string | { zh: string; en: string }
  severity?: 'warning' | 'error'
  path?: string
  before?: unknown
  after?: unknown
}

const isInstant = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)

function textOf(value: unknown, { language, timeZone }: Reader): string {
  if (isInstant(value)) return instantIn(value, timeZone)
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  return typeof value === 'string' ? labelOf(value, language) : String(value)
}

function line(value: unknown, reader: Reader): string {
  if (value === null || typeof value !== 'object') return String(value)
  if (isAlarm(value)) return alarmTold(value, reader.language)
  const { message, path, before, after } = value as Told
  if (message) return typeof message === 'string' ? message : message[reader.language]
  if (path) return `${path}: ${textOf(before ?? null, reader)} → ${textOf(after ?? null, reader)}`
  // whoever is named is not told by his number too
  const told = 'name' in value ? Object.entries(value).filter(([key]) => key !== 'by') : Object.entries(value)
  return told
    .filter(([, inner]) => inner !== null && inner !== '')
    .map(([, inner]) => textOf(inner, reader))
    .join(' · ')
}

/** What the house has recorded (findings, rulings, approvals), as lines to read; nothing where nothing is. Nothing is edited here. */
export const Recorded = ({ field, path, timeZone }: JSONFieldClientProps & { timeZone: string }) => {
  const { value } = useField<unknown>({ path: path ?? field.name })
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const entries = Array.isArray(value)
    ? (value as unknown[]).filter((entry) => (entry as Told | null)?.message !== '')
    : value === null || value === undefined
      ? []
      : [value]
  if (entries.length === 0) return null
  return (
    <div className="recorded field-type">
      <FieldLabel label={field.label ?? field.name} />
      {entries.map((entry, index) => {
        const severity = (entry as Told | null)?.severity
        return (
          <p key={index} className={severity ? `is-${severity}` : ''}>
            {line(entry, { language, timeZone })}
          </p>
        )
      })}
    </div>
  )
}
