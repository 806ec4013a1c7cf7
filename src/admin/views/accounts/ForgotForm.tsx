'use client'

import { type FormEvent, useState } from 'react'

import '../../components/account/account.css'
import { accountWords, type AccountLanguage } from '../../components/account/words'
import { ask } from '../../request/ask'

/** Asks for a link to set a new password. What is answered is the same whether there is such an account or not. */
export const ForgotForm = ({ language }: { language: AccountLanguage }) => {
  const words = accountWords[language]
  const [told, setTold] = useState<{ good: boolean; text: string } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const email = new FormData(event.currentTarget).get('email')
    setBusy(true)
    const answer = await ask<{ message: string }>('/api/users/forgot-password', { send: { email }, language })
    setBusy(false)
    setTold({ good: answer.ok, text: answer.ok ? answer.body.message : answer.refusals.map(({ message }) => message).join(' ') })
  }
  return (
    <form method="post" className="account-form" onSubmit={(event) => void send(event)}>
      <p>{words.forgottenTold}</p>
      <label>
        <span>{words.email}</span>
        <input name="email" type="email" autoComplete="username" required maxLength={254} autoFocus />
      </label>
      {told && <p role={told.good ? 'status' : 'alert'}>{told.text}</p>}
      <div className="account-form__buttons">
        <button type="submit" className="main-button" disabled={isBusy}>
          {words.send}
        </button>
        <a href="/admin/login">{words.toLogin}</a>
      </div>
    </form>
  )
}
