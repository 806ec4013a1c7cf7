'use client'

import { FieldLabel, useField } from '@payloadcms/ui'
import type { DateFieldClientProps } from 'payload'

import { instantIn } from '../instantIn'

/** A moment the house has written down, as text in the time zone of the business; nothing where nothing is. */
export const Instant = ({ field, path, timeZone }: DateFieldClientProps & { timeZone: string }) => {
  const { value } = useField<string | null>({ path: path ?? field.name })
  if (!value) return null
  return (
    <div className="recorded field-type">
      <FieldLabel label={field.label ?? field.name} />
      <p>
        <time dateTime={value}>{instantIn(value, timeZone)}</time>
      </p>
    </div>
  )
}
