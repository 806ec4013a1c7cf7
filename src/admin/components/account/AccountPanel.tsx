'use client'

import { useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'

import './account.css'
import { InvitePart } from './InvitePart'
import { PasswordPart } from './PasswordPart'

/** Beside a person's record: what belongs to his account and is no field of it. For himself and the administrator. */
export const AccountPanel = () => {
  const { user } = useAuth()
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  if (!user) return null
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const isAdmin = ((user as { roles?: string[] }).roles ?? []).includes('admin')
  if (id === undefined)
    return isAdmin ? (
      <div className="account">
        <InvitePart language={language} />
      </div>
    ) : null
  const about = { id: Number(id), isOwn: Number(user.id) === Number(id), isAdmin, language } as const
  if (!about.isOwn && !isAdmin) return null
  return (
    <div className="account">
      <PasswordPart {...about} />
    </div>
  )
}
