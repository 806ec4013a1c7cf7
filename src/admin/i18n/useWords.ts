'use client'

import { useTranslation } from '@payloadcms/ui'
import { useCallback } from 'react'

import { type Message, messages } from './messages'

export type Language = 'zh' | 'en'
export type Say = (message: Message, facts?: Record<string, string | number>) => string

/** A message with its facts put in: `{n}` is replaced by `facts.n`. */
export const sayIn = (language: Language, message: Message, facts: Record<string, string | number> = {}): string =>
  Object.entries(facts).reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), messages[message][language])

/** The language of the person at the screen, and our own messages in it. */
export function useWords(): { language: Language; say: Say } {
  const { i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'zh'
  return { language, say: useCallback((message, facts) => sayIn(language, message, facts), [language]) }
}
