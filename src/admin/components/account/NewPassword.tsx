'use client'

import { type FormEvent, type ReactNode, useState } from 'react'

import { FormFoot } from './FormFoot'
import { accountWords, type AccountLanguage } from './words'

/** Two fields for a new password and what is asked of it; `children`: what is asked for before them. Sends nothing while the two differ. */
export const NewPassword = ({
  language,
  submit,
  children,
  cancel,
}: {
  language: AccountLanguage
  /** what to tell when it was refused, else nothing */
  submit: (password: string, form: FormData) => Promise<string>
  children?: ReactNode
  cancel?: () => void
}) => {
  const words = accountWords[language]
  const [told, setTold] = useState('')
  const [isBusy, setBusy] = useState(false)
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    event.stopPropagation()
    const form = new FormData(event.currentTarget)
    const [password, again] = [form.get('password'), form.get('again')]
    if (typeof password !== 'string' || password !== again) return setTold(words.differ)
    setBusy(true)
    setTold(await submit(password, form))
    setBusy(false)
  }
  return (
    <form method="post" className="account-form" onSubmit={(event) => void send(event)}>
      {children}
      <label>
        <span>{words.next}</span>
        <input name="password" type="password" autoComplete="new-password" required minLength={12} maxLength={1000} />
      </label>
      <label>
        <span>{words.again}</span>
        <input name="again" type="password" autoComplete="new-password" required maxLength={1000} />
      </label>
      <p>{words.hint}</p>
      <FormFoot told={told} send={words.save} isBusy={isBusy} {...(cancel ? { cancel: { word: words.cancel, press: cancel } } : {})} />
    </form>
  )
}
