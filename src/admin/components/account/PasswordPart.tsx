'use client'

import { useState } from 'react'

import { ask } from '../../request/ask'
import { NewPassword } from './NewPassword'
import { PasswordInForce } from './ProofFields'
import { refusalOf } from './refusalOf'
import { accountWords, type AccountLanguage } from './words'

/** One's own password is changed beside the one in force; the administrator sends others a link instead of telling them one. */
export const PasswordPart = ({
  id,
  isOwn,
  isAdmin,
  language,
}: {
  id: number
  isOwn: boolean
  isAdmin: boolean
  language: AccountLanguage
}) => {
  const words = accountWords[language]
  const [isOpen, setOpen] = useState(false)
  const [told, setTold] = useState('')
  const [refused, setRefused] = useState('')
  const change = async (password: string, form: FormData): Promise<string> => {
    const send = { password, currentPassword: form.get('currentPassword') }
    const answer = await ask(`/api/users/${String(id)}`, { method: 'PATCH', send, language, waits: true })
    if (!answer.ok) return refusalOf(answer.refusals)
    setOpen(false)
    setTold(words.changed)
    return ''
  }
  const sendLink = async (): Promise<void> => {
    const answer = await ask(`/api/users/${String(id)}/invite`, { method: 'POST', language, waits: true })
    setTold(answer.ok ? words.sent : '')
    setRefused(answer.ok ? '' : refusalOf(answer.refusals))
  }
  if (!isOwn && !isAdmin) return null
  return (
    <section>
      <h3>{words.password}</h3>
      {isOwn && isOpen ? (
        <NewPassword language={language} submit={change} cancel={() => setOpen(false)}>
          <PasswordInForce words={words} autoFocus />
        </NewPassword>
      ) : (
        <div className="account-form__buttons">
          {isOwn ? (
            <button type="button" className="plain-button" onClick={() => setOpen(true)}>
              {words.change}
            </button>
          ) : (
            <button type="button" className="plain-button" title={words.linkTold} onClick={() => void sendLink()}>
              {words.link}
            </button>
          )}
          <span role="status">{told}</span>
          {refused && <p role="alert">{refused}</p>}
        </div>
      )}
    </section>
  )
}
