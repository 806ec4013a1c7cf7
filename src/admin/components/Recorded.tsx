'use client'

import { FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

type Told = { message?: string; severity?: string; path?: string; before?: unknown; after?: unknown }

const line = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return String(value)
  const { message, path, before, after } = value as Told
  if (message) return message
  if (path) return `${path}: ${JSON.stringify(before ?? null)} → ${JSON.stringify(after ?? null)}`
  return Object.entries(value)
    .filter(([, inner]) => inner !== null && inner !== '')
    .map(([key, inner]) => `${key} ${typeof inner === 'object' ? JSON.stringify(inner) : String(inner)}`)
    .join(' · ')
}

/** What the house has recorded (findings, traces, changes), as lines to read. Nothing is edited here and nothing is fetched. */
export const Recorded: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<unknown>({ path: path ?? field.name })
  const { i18n } = useTranslation()
  const entries = Array.isArray(value) ? (value as unknown[]) : value === null || value === undefined ? [] : [value]
  return (
    <div className="recorded field-type">
      <FieldLabel label={field.label ?? field.name} />
      {entries.length === 0 && <p className="recorded__none">{i18n.language === 'en' ? 'None' : '无'}</p>}
      {entries.map((entry, index) => (
        <p
          key={index}
          className={
            (entry as Told | null)?.severity === 'warning' ? 'is-warning' : (entry as Told | null)?.severity === 'error' ? 'is-error' : ''
          }
        >
          {line(entry)}
        </p>
      ))}
    </div>
  )
}
