'use client'

import { useTranslation } from '@payloadcms/ui'
import type { ComponentProps } from 'react'

import './account.css'

type Offered = ReadonlyArray<{
  value: NonNullable<Parameters<NonNullable<ReturnType<typeof useTranslation>['switchLanguage']>>[0]>
  label: string
}>

/** The language of the screen, as the browser's own list. */
export const LanguageChoice = ({ languageOptions }: { languageOptions: Offered }) => {
  const { i18n, switchLanguage } = useTranslation()
  const choose: ComponentProps<'select'>['onChange'] = ({ target }) => {
    const chosen = languageOptions.find(({ value }) => value === target.value)
    if (chosen) void switchLanguage?.(chosen.value)
  }
  return (
    <div className="account-language">
      <select id="language-select" value={i18n.language} onChange={choose}>
        {languageOptions.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
