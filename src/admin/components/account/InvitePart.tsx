'use client'

import { useForm } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { ask } from '../../request/ask'
import { accountWords, type AccountLanguage } from './words'

/** A new account without a password: its owner is sent a link and chooses one. Takes what stands in the form so far. */
export const InvitePart = ({ language }: { language: AccountLanguage }) => {
  const words = accountWords[language]
  const { getData, setModified } = useForm()
  const router = useRouter()
  const [refused, setRefused] = useState('')
  const [isBusy, setBusy] = useState(false)
  const invite = async (): Promise<void> => {
    const { name, email, roles, department, language: spoken } = getData()
    setBusy(true)
    const send = { name, email, roles: roles ?? [], department: department ?? null, language: spoken ?? 'zh' }
    const answer = await ask<{ doc: { id: number } }>('/api/users/invite', { send, language, waits: true })
    setBusy(false)
    if (!answer.ok) return setRefused(answer.refusals.map(({ message }) => message).join(' '))
    setModified(false)
    router.push(`/admin/collections/users/${String(answer.body.doc.id)}`)
  }
  return (
    <section>
      <h3>{words.invite}</h3>
      <p>{words.inviteTold}</p>
      <div className="account-form__buttons">
        <button type="button" className="plain-button" disabled={isBusy} onClick={() => void invite()}>
          {words.inviteNow}
        </button>
        {refused && <p role="alert">{refused}</p>}
      </div>
    </section>
  )
}
