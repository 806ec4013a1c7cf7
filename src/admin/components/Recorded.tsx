'use client'

import { FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import { labelOf } from '@/src/domain/messages/labels'

type Language = 'zh' | 'en'
type Told = { message?: string; severity?: 'warning' | 'error'; path?: string; before?: unknown; after?: unknown }

const isInstant = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)

function textOf(value: unknown, language: Language): string {
  if (isInstant(value))
    return new Date(value).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'short', timeStyle: 'short' })
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  return typeof value === 'string' ? labelOf(value, language) : String(value)
}

function line(value: unknown, language: Language): string {
  if (value === null || typeof value !== 'object') return String(value)
  const { message, path, before, after } = value as Told
  if (message) return message
  if (path) return `${path}: ${textOf(before ?? null, language)} → ${textOf(after ?? null, language)}`
  // whoever is named is not told by his number too
  const told = 'name' in value ? Object.entries(value).filter(([key]) => key !== 'by') : Object.entries(value)
  return told
    .filter(([, inner]) => inner !== null && inner !== '')
    .map(([, inner]) => textOf(inner, language))
    .join(' · ')
}

/** What the house has recorded (findings, rulings, approvals), as lines to read; nothing where nothing is. Nothing is edited here. */
export const Recorded: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<unknown>({ path: path ?? field.name })
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const entries = Array.isArray(value) ? (value as unknown[]) : value === null || value === undefined ? [] : [value]
  if (entries.length === 0) return null
  return (
    <div className="recorded field-type">
      <FieldLabel label={field.label ?? field.name} />
      {entries.map((entry, index) => {
        const severity = (entry as Told | null)?.severity
        return (
          <p key={index} className={severity ? `is-${severity}` : ''}>
            {line(entry, language)}
          </p>
        )
      })}
    </div>
  )
}
