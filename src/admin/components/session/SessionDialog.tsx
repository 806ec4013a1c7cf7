'use client'

import { useAuth, useTranslation } from '@payloadcms/ui'
import dynamic from 'next/dynamic'
import { useState, useSyncExternalStore } from 'react'

import { session } from './session'

/** Seldom needed, and on every page: it comes when a session has ended. */
const LogInOver = dynamic(async () => (await import('./LogInOver')).LogInOver, { loading: () => null })

/** Log-in over the page. The page beneath stays as it is, and what was asked of the server is asked again. */
export const SessionDialog = () => {
  const hasEnded = useSyncExternalStore(session.subscribe, session.hasEnded, () => false)
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const [known, setKnown] = useState('')
  const email = (user as { email?: string } | null)?.email ?? ''
  if (email && email !== known) setKnown(email)
  return hasEnded ? <LogInOver known={known} language={language} /> : null
}
