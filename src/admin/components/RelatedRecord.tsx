'use client'

import { FieldLabel, Link, useConfig, useField, useTranslation } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import { screenOf } from '@/src/domain/control/screenOf'

/** The record a notice is about, one click from the screen where it is worked on. */
export const RelatedRecord: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<{ slug?: string; id?: number } | null>({ path: path ?? field.name })
  const { i18n } = useTranslation()
  const { config } = useConfig()
  if (!value?.slug || !value.id) return null
  return (
    <div className="field-type">
      <FieldLabel label={field.label ?? field.name} />
      <p>
        <Link href={`${config.routes.admin}${screenOf({ slug: value.slug, id: value.id })}`}>
          {i18n.language === 'en' ? 'Open it' : '打开处理'}
        </Link>
      </p>
    </div>
  )
}
