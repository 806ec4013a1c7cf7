'use client'

import { useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

import { ask } from '../../request/ask'
import type { Account } from './account'
import './account.css'
import { FactorPart } from './FactorPart'
import { InvitePart } from './InvitePart'
import { KeysPart } from './KeysPart'
import { PasswordPart } from './PasswordPart'
import { SessionsPart } from './SessionsPart'
import type { AccountLanguage } from './words'

type About = { id: number; isOwn: boolean; isAdmin: boolean; language: AccountLanguage }

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
      <OutsideForm>
        <InvitePart language={language} />
      </OutsideForm>
    ) : null
  const isOwn = Number(user.id) === Number(id)
  return isOwn || isAdmin ? <WaysIn id={Number(id)} isOwn={isOwn} isAdmin={isAdmin} language={language} /> : null
}

/**
 * After the record's form on the page, not in it: browsers keep what is submitted in a form within a form from whoever listens further
 * out, and send it off themselves.
 */
const OutsideForm = ({ children }: { children: ReactNode }) => {
  const [beside, setBeside] = useState<HTMLElement | null>(null)
  const place = useCallback((mark: HTMLElement | null) => {
    const made = document.createElement('div')
    made.className = 'account'
    mark?.closest('form')?.after(made)
    setBeside(made)
    return () => made.remove()
  }, [])
  return (
    <>
      <span hidden ref={place} />
      {beside && createPortal(children, beside)}
    </>
  )
}

const WaysIn = (about: About) => {
  const { id, language } = about
  const [account, setAccount] = useState<Account | null>(null)
  const load = useCallback(async (): Promise<void> => {
    const answer = await ask<Account>(`/api/users/${String(id)}/account`, { language })
    if (answer.ok) setAccount(answer.body)
  }, [id, language])
  useEffect(() => {
    const first = async (): Promise<void> => load()
    void first()
  }, [load])
  const changed = (): void => void load()
  return (
    <OutsideForm>
      <PasswordPart {...about} />
      {account && (
        <>
          <FactorPart {...about} factor={account.factor} changed={changed} />
          <SessionsPart {...about} account={account} changed={changed} />
          <KeysPart {...about} account={account} changed={changed} />
        </>
      )}
    </OutsideForm>
  )
}
